using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Tests.Tensors;

/// <summary>The batched, optimised programs of MAML against the plain definition: central differences through the whole adaptation of each task.</summary>
public class MamlProgramTests
{
    private const int Tasks = 3;

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

        var actual = MetaGradient(maml, weights, examples, steps, order);
        var frozen = order == Specs.GradientOrder.First ? Adapt(maml, weights, examples, steps) : null;
        foreach (var parameter in maml.Network.Parameters)
        {
            var expected = new double[parameter.Count];
            for (var i = 0; i < expected.Length; i++)
            {
                double At(double distance) => order == Specs.GradientOrder.Second
                    ? Query(maml, Adapt(maml, Moved(weights, parameter.Property, i, distance), examples, steps), examples)
                    : Query(maml, MovedEachTask(frozen!, parameter.Property, i, distance), examples);
                expected[i] = (At(1e-6) - At(-1e-6)) / 2e-6;
            }

            DerivativeTests.AssertClose(expected, actual[parameter.Property + "Gradient"].Values, 1e-7);
        }
    }

    [Fact]
    public void The_first_inner_step_multiplies_the_examples_of_all_tasks_by_the_shared_weights_at_once()
    {
        var forward = new Maml(Spec(1, Specs.GradientOrder.Second)).First;
        var products = forward.Values.Where(value => value.Op is Addmm).ToArray();
        Assert.Equal(3, products.Length);
        Assert.All(products, product => Assert.Equal(new Dim(4, TimesTasks: true), product.Type.Dims[0]));
    }

    private static IReadOnlyDictionary<string, NumberArray> MetaGradient(
        Maml maml, Dictionary<string, NumberArray> weights, Dictionary<string, NumberArray> examples, int steps, Specs.GradientOrder order)
    {
        var taken = new List<(IReadOnlyDictionary<string, NumberArray> Result, Dictionary<string, NumberArray> From)>();
        var current = weights;
        for (var step = 0; step < steps; step++)
        {
            var result = Interpreter.Run(step == 0 ? maml.First : maml.Next, Inputs(maml, current, examples), Tasks);
            taken.Add((result, current));
            current = maml.Network.Parameters.ToDictionary(parameter => parameter.Property, parameter => result[parameter.Property]);
        }

        var gradient = Interpreter.Run(maml.Query, Inputs(maml, current, examples), Tasks);
        var direction = maml.Network.Parameters.ToDictionary(parameter => parameter.Property, parameter => gradient[parameter.Property]);
        for (var step = steps - 1; step >= 0; step--)
        {
            if (step > 0 && order == Specs.GradientOrder.First) continue;
            var inputs = Inputs(maml, taken[step].From, examples);
            foreach (var (name, value) in direction) inputs["direction" + name] = value;
            var program = step == 0 ? maml.BackThroughFirst : maml.BackThroughNext;
            foreach (var value in program.Values)
            {
                if (value.Op is Input input && input.Expression.StartsWith("step.", StringComparison.Ordinal)) inputs[input.Name] = taken[step].Result[input.Expression[5..]];
            }

            var back = Interpreter.Run(program, inputs, Tasks);
            if (step == 0) return back;
            direction = direction.Keys.ToDictionary(name => name, name => back[name + "Gradient"]);
        }

        throw new InvalidOperationException("the loop ends at the first step");
    }

    private static Dictionary<string, NumberArray> Adapt(Maml maml, Dictionary<string, NumberArray> weights, Dictionary<string, NumberArray> examples, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var result = Interpreter.Run(step == 0 ? maml.First : maml.Next, Inputs(maml, weights, examples), Tasks);
            weights = maml.Network.Parameters.ToDictionary(parameter => parameter.Property, parameter => result[parameter.Property]);
        }

        return weights;
    }

    private static double Query(Maml maml, Dictionary<string, NumberArray> adapted, Dictionary<string, NumberArray> examples) =>
        Interpreter.Run(maml.Query, Inputs(maml, adapted, examples), Tasks)["Loss"].Values[0];

    private static Dictionary<string, NumberArray> Inputs(Maml maml, Dictionary<string, NumberArray> weights, Dictionary<string, NumberArray> examples)
    {
        var inputs = new Dictionary<string, NumberArray>(examples);
        foreach (var parameter in maml.Network.Parameters) inputs[char.ToLowerInvariant(parameter.Property[0]) + parameter.Property[1..]] = weights[parameter.Property];
        return inputs;
    }

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
        var model = new ModelSpec("Net", new([1]), new([new(LayerKind.Linear, 4), new(LayerKind.Tanh), new(LayerKind.Linear, 3), new(LayerKind.Relu), new(LayerKind.Linear, 1)]));
        var tasks = new RegressionTaskSpec(
            "Lines", 4, 6, new([new DistributionSpec("Slope", DistributionKind.Uniform, -1, 1)]), new([new DistributionSpec("X", DistributionKind.Uniform, -1, 1)]),
            new TargetSpec("Y", new BinarySpec(BinaryKind.Multiply, new NameSpec("Slope"), new NameSpec("X")), "Slope * X"));
        return new ExperimentSpec(
            new TypeSpec("Test", default, "LineMaml", "partial class LineMaml"),
            model,
            tasks,
            new MamlSpec(steps, 0.1, order),
            new OuterLoopSpec(OptimizerKind.Adam, 1e-3, Tasks, 10, 0, 0, new ScheduleSpec(ScheduleKind.Constant), 0),
            new EvaluationSpec(10, 10, 20),
            new DeviceSpec("cpu", ""),
            Specs.DerivativeStrategy.CompileTime,
            Specs.Precision.Double);
    }
}
