using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Passes;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Tensors;

public class DerivativeTests
{
    private const double Step = 1e-6;

    public static TheoryData<string> Activations => ["Relu", "LeakyRelu(Slope = 0.3)", "Elu(Scale = 0.3)", "Gelu", "Silu", "Tanh", "Sigmoid", "Softplus"];

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_gradient_of_every_network_agrees_with_central_differences(string activation)
    {
        var problem = Problem.Of(activation);
        var gradients = Interpreter.Run(problem.Gradient, problem.Inputs);
        foreach (var parameter in problem.Network.Parameters)
        {
            var expected = problem.Differences(parameter.Name, inputs => Interpreter.Run(problem.Loss, inputs)["loss"].Values[0]);
            AssertClose(expected, gradients[parameter.Name].Values, 1e-7);
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_tangent_of_the_gradient_is_the_Hessian_times_the_direction(string activation)
    {
        var problem = Problem.Of(activation);
        var products = Interpreter.Run(problem.HessianVectorProduct, problem.Inputs);
        NumberArray Along(string name, double distance) => new(
            problem.Inputs[name].Shape, [.. problem.Inputs[name].Values.Zip(problem.Inputs["v " + name].Values, (w, v) => w + (distance * v))]);
        IReadOnlyDictionary<string, NumberArray> GradientAt(double distance)
        {
            var moved = problem.Inputs.ToDictionary(pair => pair.Key, pair => pair.Value);
            foreach (var parameter in problem.Network.Parameters) moved[parameter.Name] = Along(parameter.Name, distance);
            return Interpreter.Run(problem.Gradient, moved);
        }

        var (ahead, behind) = (GradientAt(Step), GradientAt(-Step));
        foreach (var parameter in problem.Network.Parameters)
        {
            var expected = ahead[parameter.Name].Values.Zip(behind[parameter.Name].Values, (a, b) => (a - b) / (2 * Step)).ToArray();
            AssertClose(expected, products[parameter.Name].Values, 1e-6);
        }
    }

    internal static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        var scale = Math.Max(1, expected.Max(Math.Abs));
        for (var i = 0; i < expected.Length; i++) Assert.InRange(actual[i], expected[i] - (tolerance * scale), expected[i] + (tolerance * scale));
    }

    /// <summary>A network with two hidden layers and five examples, as logical programs for one task.</summary>
    private sealed class Problem
    {
        private Problem(ModelSpec model)
        {
            Network = new Network(model, SettingSpec.None);
            var program = new ProgramBuilder();
            var weights = Network.Parameters.Select(parameter => program.Input(parameter.Name, parameter.Type, parameter.Name)).ToArray();
            var x = program.Input("x", TensorType.Of(5, 2), "x");
            var residual = program.Subtract(Network.Forward(program, weights, x, NetworkPass.Alone), program.Input("y", TensorType.Of(5, 1), "y"));
            var loss = program.Mean(program.Multiply(residual, residual), [0, 1]);
            var gradients = GradientPass.Of(program, loss, weights);
            var directions = Network.Parameters.Select(parameter => program.Input("v " + parameter.Name, parameter.Type, "v " + parameter.Name)).ToArray();
            var products = TangentPass.Of(program, gradients, Enumerable.Range(0, weights.Length).ToDictionary(i => weights[i], i => directions[i]));
            Loss = new TensorProgram([new("loss", loss)]);
            Gradient = Named(gradients);
            HessianVectorProduct = Named(products);
        }

        public Network Network { get; }

        public TensorProgram Loss { get; }

        public TensorProgram Gradient { get; }

        public TensorProgram HessianVectorProduct { get; }

        public Dictionary<string, NumberArray> Inputs { get; } = [];

        public static Problem Of(string activation)
        {
            var source = Sample.With("Model, Input(1)]\n[Linear(40), Relu]\n[Linear(40), Relu]", $"Model, Input(2)]\n[Linear(4), {activation}]\n[Linear(3), {activation}]")
                .Replace("[Uniform(-5.0, 5.0)]    double X         { get; }", "[Uniform(-1, 1)] double X1 { get; } [Uniform(-1, 1)] double X2 { get; }")
                .Replace("(X - Phase)", "(X1 + X2 - Phase)");
            var problem = new Problem(Generator.SpecOf(source).Model);
            var random = new Random(7);
            NumberArray Draw(params int[] shape) => NumberArray.Make(shape, _ => (2 * random.NextDouble()) - 1);
            foreach (var parameter in problem.Network.Parameters)
            {
                problem.Inputs[parameter.Name] = Draw(Interpreter.Sizes(parameter.Type, 1));
                problem.Inputs["v " + parameter.Name] = Draw(Interpreter.Sizes(parameter.Type, 1));
            }

            problem.Inputs["x"] = Draw(5, 2);
            problem.Inputs["y"] = Draw(5, 1);
            return problem;
        }

        public double[] Differences(string name, Func<IReadOnlyDictionary<string, NumberArray>, double> f)
        {
            var values = Inputs[name].Values;
            return [.. Enumerable.Range(0, values.Length).Select(i =>
            {
                double At(double distance)
                {
                    var moved = (double[])values.Clone();
                    moved[i] += distance;
                    return f(new Dictionary<string, NumberArray>(Inputs) { [name] = new(Inputs[name].Shape, moved) });
                }

                return (At(Step) - At(-Step)) / (2 * Step);
            })];
        }

        private TensorProgram Named(IReadOnlyList<Value> values) =>
            new(Network.Parameters.Select((parameter, i) => new KeyValuePair<string, Value>(parameter.Name, values[i])));
    }
}
