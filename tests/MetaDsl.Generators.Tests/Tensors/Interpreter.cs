using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Tests.Tensors;

/// <summary>Runs tensor programs on plain arrays, one element at a time: the meaning of every operation, independent of how it is printed.</summary>
internal static class Interpreter
{
    /// <summary>The outputs of a program; its inputs are found by their expressions.</summary>
    public static IReadOnlyDictionary<string, NumberArray> Run(TensorProgram program, IReadOnlyDictionary<string, NumberArray> inputs, int tasks = 1, int examples = 0)
    {
        var results = new Dictionary<Value, NumberArray>();
        foreach (var value in program.Values)
        {
            var result = Apply(value, [.. value.Operands.Select(operand => results[operand])], inputs, tasks, examples);
            Assert.Equal(Sizes(value.Type, tasks, examples), result.Shape);
            results[value] = result;
        }

        return program.Outputs.ToDictionary(output => output.Key, output => results[output.Value]);
    }

    /// <summary>The sizes for a number of tasks and, where a program takes any number of them, of examples.</summary>
    public static int[] Sizes(TensorType type, int tasks, int examples = 0) =>
        [.. type.Dims.Select(dim => dim.Name == "examples" && examples > 0 ? examples : dim.TimesTasks ? dim.Count * tasks : dim.Count)];

    private static NumberArray Apply(Value value, NumberArray[] x, IReadOnlyDictionary<string, NumberArray> inputs, int tasks, int examples)
    {
        var shape = Sizes(value.Type, tasks, examples);
        NumberArray Each(Func<double, double> f) => NumberArray.Make(shape, index => f(x[0].At(index)));
        NumberArray Both(Func<double, double, double> f) => NumberArray.Make(shape, index => f(x[0].At(index), x[1].At(index)));
        return value.Op switch
        {
            Input input => inputs[input.Expression],
            Number number => NumberArray.Make(shape, _ => number.Value.Value),
            Add => Both((a, b) => a + b),
            Subtract => Both((a, b) => a - b),
            Multiply => Both((a, b) => a * b),
            Divide => Both((a, b) => a / b),
            AddScaled scaled => Both((a, b) => a + (scaled.Factor.Value * b)),
            Scale scale => Each(a => scale.Factor.Value * a),
            Shift shift => Each(a => a + shift.By),
            Relu => Each(a => Math.Max(a, 0)),
            LeakyRelu leaky => Each(a => a > 0 ? a : leaky.Slope * a),
            Elu elu => Each(a => a > 0 ? a : elu.Alpha * (Math.Exp(a) - 1)),
            Softplus => Each(a => Math.Max(a, 0) + Math.Log(1 + Math.Exp(-Math.Abs(a)))),
            Sign => Each(a => Math.Sign(a)),
            Tanh => Each(Math.Tanh),
            Sigmoid => Each(a => 1 / (1 + Math.Exp(-a))),
            Exp => Each(Math.Exp),
            Log => Each(Math.Log),
            Sqrt => Each(Math.Sqrt),
            Abs => Each(Math.Abs),
            Reciprocal => Each(a => 1 / a),
            Sin => Each(Math.Sin),
            Cos => Each(Math.Cos),
            Erf => Each(ErrorFunction),
            MatMul => Product(shape, x[0], x[1], _ => 0),
            Addmm => Product(shape, x[1], x[2], x[0].At),
            Transpose => NumberArray.Make(shape, index => x[0][[.. index[..^2], index[^1], index[^2]]]),
            Reshape => new NumberArray(shape, x[0].Values),
            Expand => NumberArray.Make(shape, x[0].At),
            Sum sum => new NumberArray(shape, SumOver([.. x[0].Shape.Where((_, axis) => !sum.Axes.Contains(axis))], x[0], [.. sum.Axes]).Values),
            TaskSum => x[0].Shape.Length == shape.Length ? x[0] : SumOver(shape, x[0], [0]),
            _ => throw new NotSupportedException($"the interpreter does not know {value.Op}"),
        };
    }

    private static NumberArray Product(int[] shape, NumberArray left, NumberArray right, Func<int[], double> start) => NumberArray.Make(shape, index =>
    {
        var sum = start(index);
        for (var k = 0; k < left.Shape[^1]; k++) sum += left[[.. index[..^1], k]] * right[[.. index[..^2], k, index[^1]]];
        return sum;
    });

    private static NumberArray SumOver(int[] shape, NumberArray array, int[] axes)
    {
        var sums = NumberArray.Make(shape, _ => 0);
        for (var i = 0; i < array.Values.Length; i++)
        {
            var kept = NumberArray.Index(array.Shape, i).Where((_, axis) => !axes.Contains(axis)).ToArray();
            var offset = kept.Select((at, axis) => at * shape[(axis + 1)..].Aggregate(1, (product, size) => product * size)).Sum();
            sums.Values[offset] += array.Values[i];
        }

        return sums;
    }

    // The series converges everywhere; the arguments here are small.
    private static double ErrorFunction(double x)
    {
        var (term, sum) = (x, x);
        for (var n = 1; n < 200; n++)
        {
            term *= -x * x / n;
            sum += term / ((2 * n) + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }
}
