using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;
using Addmm = MetaDsl.Generators.Tensors.Ops.Addmm;

namespace MetaDsl.Generators.Tests.Tensors;

/// <summary>The batched, optimised programs of MAML against the plain definition: central differences through the whole adaptation of each task.</summary>
public class MamlProgramTests
{
    private const int Tasks = 3;
    private const double Rate = 0.1;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(5, 2)]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    public void Meta_gradients_agree_with_central_differences_of_the_adapted_query_loss(int steps, int derivatives)
    {
        var order = derivatives == 2 ? Specs.GradientOrder.Second : Specs.GradientOrder.First;
        var maml = new Maml(Spec(steps, order));
        var random = new Random(3);
        NumberArray Draw(params int[] shape) => NumberArray.Make(shape, _ => (2 * random.NextDouble()) - 1);
        var examples = new Dictionary<string, NumberArray>
        {
            ["supportX"] = Draw(Tasks, 4, 1), ["supportY"] = Draw(Tasks, 4, 1), ["queryX"] = Draw(Tasks, 6, 1), ["queryY"] = Draw(Tasks, 6, 1),
        };
        var weights = maml.Network.Parameters.ToDictionary(parameter => parameter.Property, parameter => Draw(Interpreter.Sizes(parameter.Type, 1)));

        var actual = MetaGradient(maml, weights, examples, steps);
        var frozen = order == Specs.GradientOrder.First ? Adapt(maml, weights, examples, steps) : null;
        foreach (var parameter in maml.Network.Parameters)
        {
            var expected = new double[parameter.Count];
            for (var i = 0; i < expected.Length; i++)
            {
                double At(double distance) => order == Specs.GradientOrder.Second
                    ? Query(maml, Adapt(maml, Moved(weights, parameter.Property, i, distance), examples, steps), examples).Loss
                    : Query(maml, MovedEachTask(frozen!, parameter.Property, i, distance), examples).Loss;
                expected[i] = (At(1e-6) - At(-1e-6)) / 2e-6;
            }

            DerivativeTests.AssertClose(expected, actual[parameter.Property].Values, 1e-7);
        }
    }

    [Fact]
    public void The_first_inner_step_multiplies_the_examples_of_all_tasks_by_the_shared_weights_at_once()
    {
        var forward = new Maml(Spec(1, Specs.GradientOrder.Second)).First[Maml.Activations];
        var products = forward.Values.Where(value => value.Op is Addmm).ToArray();
        Assert.Equal(3, products.Length);
        Assert.All(products, product => Assert.Equal(new Dim(4, TimesTasks: true), product.Type.Dims[0]));
    }

    [Fact]
    public void The_cost_of_a_meta_iteration_grows_with_its_queries()
    {
        long Work(int queries)
        {
            var spec = Spec(1, Specs.GradientOrder.Second);
            spec = spec with { Tasks = spec.Tasks with { Queries = queries } };
            return MetaIteration.Work(spec, new Maml(spec));
        }

        // Of 3 tasks: two matrix products forward and three back for a layer of 4 by 3 alone are 12 multiplications each a query.
        Assert.InRange(Work(1006) - Work(6), 3 * 1000 * 3 * 12, 3 * 1000 * 300);
    }

    [Theory]
    [InlineData(1e-22, "Factor1EMinus22")]
    [InlineData(1e22, "Factor1E22")]
    [InlineData(0.125, "Factor0_125")]
    [InlineData(-2, "MinusFactor2")]
    public void Numbers_have_names_of_their_own(double number, string name) => Assert.Equal(name, MetaDsl.Generators.Printing.CSharpLiteral.Constant(number));

    // What the emitted methods do, on plain arrays: each part finds its inputs among what was given and what earlier parts returned.
    private static Dictionary<string, NumberArray> MetaGradient(
        Maml maml, Dictionary<string, NumberArray> weights, Dictionary<string, NumberArray> examples, int steps)
    {
        var taken = new List<Dictionary<string, NumberArray>>();
        for (var step = 0; step < steps; step++)
        {
            taken.Add(Step(maml, step == 0 ? weights : Of(maml, taken[^1], Maml.Adapted), examples, isFirst: step == 0));
        }

        var (_, direction) = Query(maml, Of(maml, taken[^1], Maml.Adapted), examples);
        if (!maml.IsSecondOrder) return SumOverTasks(maml, direction);
        for (var step = steps - 1; step >= 0; step--)
        {
            var values = taken[step];
            foreach (var (name, value) in direction) values["direction." + name] = value;
            var parts = step == 0 ? maml.First : maml.Later;
            Run(parts[Maml.Tangents], values);
            Run(parts[Maml.Curvature], values);
            if (step == 0) direction = SumOverTasks(maml, direction);
            var curvature = Of(maml, values, Maml.Curvature);
            direction = direction.ToDictionary(
                pair => pair.Key,
                pair => new NumberArray(pair.Value.Shape, [.. pair.Value.Values.Select((v, i) => v - (Rate * curvature[pair.Key].Values[i]))]));
        }

        return direction;
    }

    private static Dictionary<string, NumberArray> Step(
        Maml maml, Dictionary<string, NumberArray> weights, Dictionary<string, NumberArray> examples, bool isFirst)
    {
        var values = With(maml, "weights", weights);
        (values["x"], values["y"]) = (examples["supportX"], examples["supportY"]);
        var parts = isFirst ? maml.First : maml.Later;
        foreach (var part in (string[])[Maml.Activations, Maml.PredictionGradient, Maml.Gradients]) Run(parts[part], values);
        // A step is written for weights that each task has of its own.
        var before = With(maml, "weights", isFirst ? weights.ToDictionary(pair => pair.Key, pair => Repeated(pair.Value)) : weights);
        foreach (var (name, value) in Of(maml, values, Maml.Gradient)) before[$"{Maml.Gradient}.{name}"] = value;
        Run(maml.Descend, before);
        foreach (var (name, value) in Of(maml, before, Maml.Adapted)) values[$"{Maml.Adapted}.{name}"] = value;
        return values;
    }

    private static Dictionary<string, NumberArray> Adapt(Maml maml, Dictionary<string, NumberArray> weights, Dictionary<string, NumberArray> examples, int steps)
    {
        for (var step = 0; step < steps; step++) weights = Of(maml, Step(maml, weights, examples, isFirst: step == 0), Maml.Adapted);
        return weights;
    }

    private static (double Loss, Dictionary<string, NumberArray> Gradient) Query(
        Maml maml, Dictionary<string, NumberArray> adapted, Dictionary<string, NumberArray> examples)
    {
        var values = With(maml, "weights", adapted);
        (values["x"], values["y"]) = (examples["queryX"], examples["queryY"]);
        Run(maml.Later[Maml.Activations], values, [6]);
        Run(maml.Query, values);
        Run(maml.Later[Maml.Gradients], values, [6]);
        return (values["loss"].Values[0], Of(maml, values, Maml.Gradient));
    }

    private static void Run(TensorProgram program, Dictionary<string, NumberArray> values, params int[] examples)
    {
        foreach (var (name, value) in Interpreter.Run(program, values, Tasks, examples.FirstOrDefault(4))) values[name] = value;
    }

    private static Dictionary<string, NumberArray> With(Maml maml, string owner, Dictionary<string, NumberArray> weights) =>
        maml.Network.Parameters.ToDictionary(parameter => $"{owner}.{parameter.Property}", parameter => weights[parameter.Property]);

    private static Dictionary<string, NumberArray> Of(Maml maml, Dictionary<string, NumberArray> values, string owner) =>
        maml.Network.Parameters.ToDictionary(parameter => parameter.Property, parameter => values[$"{owner}.{parameter.Property}"]);

    private static NumberArray Repeated(NumberArray shared) =>
        new([Tasks, .. shared.Shape], [.. Enumerable.Repeat(shared.Values, Tasks).SelectMany(values => values)]);

    private static Dictionary<string, NumberArray> SumOverTasks(Maml maml, Dictionary<string, NumberArray> gradient) =>
        maml.Network.Parameters.ToDictionary(parameter => parameter.Property, parameter =>
        {
            var sum = new double[parameter.Count];
            for (var i = 0; i < gradient[parameter.Property].Values.Length; i++) sum[i % sum.Length] += gradient[parameter.Property].Values[i];
            return new NumberArray(Interpreter.Sizes(parameter.Type, 1), sum);
        });

    private static Dictionary<string, NumberArray> Moved(Dictionary<string, NumberArray> weights, string name, int element, double distance)
    {
        var values = (double[])weights[name].Values.Clone();
        values[element] += distance;
        return new Dictionary<string, NumberArray>(weights) { [name] = new(weights[name].Shape, values) };
    }

    private static Dictionary<string, NumberArray> MovedEachTask(Dictionary<string, NumberArray> weights, string name, int element, double distance)
    {
        var values = (double[])weights[name].Values.Clone();
        for (var i = element; i < values.Length; i += values.Length / Tasks) values[i] += distance;
        return new Dictionary<string, NumberArray>(weights) { [name] = new(weights[name].Shape, values) };
    }

    private static ExperimentSpec Spec(int steps, Specs.GradientOrder order)
    {
        static Linear Dense(string name, int width) => new(width, true, InitialChoiceSpec.Usual) { Name = name };
        var layers = new Chain(new([Dense("hidden1", 4), new Tanh(), Dense("hidden2", 3), new Relu(), Dense("output", 1)]));
        var model = new ModelSpec("Net", Shape.Of(1), layers);
        var tasks = new RegressionTaskSpec(
            "Lines", 4, 6, new([new DistributionSpec("Slope", DistributionKind.Uniform, -1, 1)]), new([new DistributionSpec("X", DistributionKind.Uniform, -1, 1)]),
            new FunctionSpec(
                "Y",
                new([new("Drawn", default) { Name = "Slope" }, new("Drawn", default) { Name = "X" }, new("Multiply", new([0, 1]))]),
                2,
                "Slope * X"));
        return new ExperimentSpec(
            new TypeSpec("Test", default, "LineMaml", "partial class LineMaml", default),
            new ReferenceSpec("Net", "Lines"),
            model,
            tasks,
            new MamlSpec(steps, Rate, order, Specs.InnerMemory.Automatic),
            new OuterLoopSpec(OptimizerKind.Adam, 1e-3, Tasks, 10, 0, 0, new ScheduleSpec(ScheduleKind.Constant), 0),
            new EvaluationSpec(10, 10, 20),
            new DeviceSpec("cpu", ""),
            Specs.DerivativeStrategy.CompileTime,
            Specs.Precision.Double);
    }
}
