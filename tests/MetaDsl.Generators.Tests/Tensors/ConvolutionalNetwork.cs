using MetaDsl.Generators.Passes;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Tests.Tensors;

/// <summary>
/// A small convolutional network with its gradient and the Hessian times a direction, cut into the parts that become methods: from weights
/// that all tasks share, or from each task's own.
/// </summary>
internal sealed class ConvolutionalNetwork
{
    private const int Blocks = 2;
    private const int Channels = 3;
    private const int Classes = 2;
    private const double Epsilon = 1e-5;

    private readonly ProgramBuilder program = new();
    private readonly Dictionary<Value, bool> inputs = [];
    private readonly List<Value> weights = [];

    public ConvolutionalNetwork(bool perTask)
    {
        var examples = new Dim(4, Name: "examples");
        var x = Input("x", TensorType.Of([examples, new Dim(2), new Dim(9), new Dim(9)]), perTask: true);
        var target = Input("target", TensorType.Of([examples, new Dim(Classes)]), perTask: true);
        for (var block = 1; block <= Blocks; block++)
        {
            Weight($"kernel{block}", TensorType.Of(Channels, block == 1 ? 2 : Channels, 3, 3), perTask);
            Weight($"scale{block}", TensorType.Of(Channels), perTask);
            Weight($"shift{block}", TensorType.Of(Channels), perTask);
        }

        Weight("head", TensorType.Of(Classes, Channels * 4), perTask);

        program.Begin("activations");
        var prediction = Forward(x);
        program.Begin("predictionGradient");
        var seed = program.Multiply(
            program.Subtract(prediction, target, "residual"), program.Multiply(prediction, prediction), "predictionGradient");
        program.Begin("gradients");
        var gradients = GradientPass.Of(program, prediction, seed, weights);
        var directions = weights
            .Select(weight => Input("direction" + char.ToUpperInvariant(weight.Name[0]) + weight.Name[1..], weight.Type, perTask: true))
            .ToArray();
        var tangents = program.Begin("tangents");
        var curvature = program.Begin("curvature");
        var pairs = Enumerable.Range(0, weights.Count).ToDictionary(i => weights[i], i => directions[i]);
        var products = TangentPass.Of(program, gradients, pairs, value => value.Section.Results == "activations" ? tangents : curvature);
        program.Section = curvature;
        Whole = new TensorProgram(
        [
            new("predictionGradient", seed),
            .. gradients.Select((gradient, i) => new KeyValuePair<string, Value>($"gradient.{weights[i].Name}", gradient)),
            .. products.Select((product, i) => new KeyValuePair<string, Value>(
                $"curvature.{weights[i].Name}", perTask ? product : program.TaskSum(product, weights[i].Name + "Curvature"))),
        ]);
        Parts = CutPass.Run(Optimize.Run(Whole));
        var random = new Random(5);
        Inputs = inputs.ToDictionary(pair => pair.Key.Name, pair =>
        {
            var shape = Interpreter.Sizes(pair.Key.Type, 1, Examples);
            return NumberArray.Make(pair.Value ? [Tasks, .. shape] : shape, _ => (2 * random.NextDouble()) - 1);
        });
    }

    public static int Tasks => 3;

    public static int Examples => 5;

    /// <summary>The program of one task.</summary>
    public TensorProgram Whole { get; }

    public IReadOnlyDictionary<string, TensorProgram> Parts { get; }

    public Dictionary<string, NumberArray> Inputs { get; }

    /// <summary>What the program means for each task, one after another.</summary>
    public IReadOnlyDictionary<string, NumberArray> Expected()
    {
        var each = Enumerable.Range(0, Tasks).Select(task => Interpreter.Run(Whole, Of(task), 1, Examples)).ToArray();
        return Whole.Outputs.ToDictionary(output => output.Key, output =>
        {
            var all = each.Select(results => results[output.Key]).ToArray();
            // What tasks share is summed over them.
            return output.Value.Op is TaskSum
                ? new NumberArray(all[0].Shape, [.. Enumerable.Range(0, all[0].Values.Length).Select(i => all.Sum(one => one.Values[i]))])
                : new NumberArray([Tasks, .. all[0].Shape], [.. all.SelectMany(one => one.Values)]);
        });
    }

    private Dictionary<string, NumberArray> Of(int task) => inputs.ToDictionary(pair => pair.Key.Name, pair =>
    {
        var all = Inputs[pair.Key.Name];
        var size = all.Values.Length / Tasks;
        return pair.Value ? new NumberArray(all.Shape[1..], all.Values[(task * size)..((task + 1) * size)]) : all;
    });

    private Value Forward(Value x)
    {
        var value = x;
        for (var block = 1; block <= Blocks; block++)
        {
            var (kernel, scale, shift) = (weights[(3 * block) - 3], weights[(3 * block) - 2], weights[(3 * block) - 1]);
            var name = $"hidden{block}";
            value = program.Convolution(value, kernel, Slide.Of(2, padding: 1), name: name + "Sum");
            value = program.Standardize(value, [0, 2, 3], Epsilon, name + "Standardized");
            var column = TensorType.Of(Channels, 1, 1);
            value = program.Multiply(value, program.Reshape(scale, column), name + "Scaled");
            value = program.Add(value, program.Reshape(shift, column), name + "Shifted");
            value = program.Apply(new Relu(), [value], name + "Relu");
            value = program.MaxPool(value, Window.Of(2, 2), name);
        }

        var row = program.Reshape(value, TensorType.Of([value.Type.Dims[0], new Dim(Channels * 4)]), "features");
        return program.MatMul(row, program.Transpose(weights[^1]), "prediction");
    }

    private void Weight(string name, TensorType type, bool perTask) => weights.Add(Input(name, type, perTask));

    private Value Input(string name, TensorType type, bool perTask)
    {
        var value = program.Input(name, type, name, perTask);
        inputs.Add(value, perTask);
        return value;
    }
}
