using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Tests.Tensors;

/// <summary>Runs tensor programs on plain arrays, one element at a time: the meaning of every operation, independent of how it is printed.</summary>
internal static partial class Interpreter
{
    /// <summary>The outputs of a program; its inputs are found by their expressions.</summary>
    public static IReadOnlyDictionary<string, NumberArray> Run(TensorProgram program, IReadOnlyDictionary<string, NumberArray> inputs, int tasks = 1, int examples = 0)
    {
        var results = new Dictionary<Value, NumberArray>();
        foreach (var value in program.Values)
        {
            var result = Apply(value, [.. value.Operands.Select(operand => results[operand])], inputs, tasks, examples);
            Assert.Equal(value.Type.Rank, result.Shape.Length);
            // How many examples are among those of all tasks is not known from the type.
            Assert.All(value.Type.Dims.Zip(result.Shape), pair =>
            {
                if (!pair.First.TimesTasks || examples == 0) Assert.Equal(Size(pair.First, tasks, examples), pair.Second);
            });
            results[value] = result;
        }

        return program.Outputs.ToDictionary(output => output.Key, output => results[output.Value]);
    }

    /// <summary>The sizes for a number of tasks and, where a program takes any number of them, of examples.</summary>
    public static int[] Sizes(TensorType type, int tasks, int examples = 0) => [.. type.Dims.Select(dim => Size(dim, tasks, examples))];

    // "examples * 16" is what generated code says, too.
    private static int Size(Dim dim, int tasks, int examples) =>
        dim.IsVariable && examples > 0
            ? dim.Name.Split(" * ").Aggregate(1, (product, factor) => product * (factor == "examples" ? examples : int.Parse(factor)))
        : dim.TimesTasks ? dim.Count * tasks
        : dim.Count;

    private static NumberArray Apply(Value value, NumberArray[] x, IReadOnlyDictionary<string, NumberArray> inputs, int tasks, int examples)
    {
        var shape = Shape(value, x, tasks, examples);
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
            DivideBy quotient => Each(a => a / quotient.Number),
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
            Tan => Each(Math.Tan),
            Asin => Each(Math.Asin),
            Acos => Each(Math.Acos),
            Atan => Each(Math.Atan),
            Sinh => Each(Math.Sinh),
            Cosh => Each(Math.Cosh),
            Log2 => Each(Math.Log2),
            Log10 => Each(Math.Log10),
            Floor => Each(Math.Floor),
            Ceiling => Each(Math.Ceiling),
            Round => Each(Math.Round),
            Truncate => Each(Math.Truncate),
            Power power => Each(a => Math.Pow(a, power.Number)),
            Pow => Both(Math.Pow),
            Atan2 => Both(Math.Atan2),
            Remainder => Both((a, b) => a % b),
            Maximum => Both(Math.Max),
            Minimum => Both(Math.Min),
            ClampMin clamp => Each(a => Math.Max(a, clamp.Number)),
            ClampMax clamp => Each(a => Math.Min(a, clamp.Number)),
            Compare compare => Both((a, b) => Holds(compare.Order, a, b)),
            CompareWith compare => Each(a => Holds(compare.Order, a, compare.Number)),
            LogicalAnd => Both((a, b) => a * b),
            LogicalOr => Both(Math.Max),
            LogicalNot => Each(a => 1 - a),
            Where => NumberArray.Make(shape, index => (x[0].At(index) != 0 ? x[1] : x[2]).At(index)),
            MatMul => Product(shape, x[0], x[1], _ => 0),
            Addmm => Product(shape, x[1], x[2], x[0].At),
            Transpose => NumberArray.Make(shape, index => x[0][[.. index[..^2], index[^1], index[^2]]]),
            Reshape => new NumberArray(Inferred(value.Type, shape, x[0].Values.Length), x[0].Values),
            Expand => NumberArray.Make(shape, x[0].At),
            Sum sum => Reduced(x[0], [.. sum.Axes], sum.Keep),
            TaskSum => x[0].Shape.Length == value.Type.Rank ? x[0] : SumOver(x[0].Shape[1..], x[0], [0]),
            Rsqrt => Each(a => 1 / Math.Sqrt(a)),
            Contiguous => x[0],
            _ => ApplyToNetworks(value, x, tasks, examples),
        };
    }

    // A condition is 1 where it holds, else 0.
    private static double Holds(Order order, double left, double right) => order switch
    {
        Order.Less => left < right,
        Order.LessOrEqual => left <= right,
        Order.Greater => left > right,
        Order.GreaterOrEqual => left >= right,
        Order.Equal => left == right,
        _ => left != right,
    } ? 1 : 0;

    // As torch would have it: from the operands, and from the type only what statements say.
    private static int[] Shape(Value value, NumberArray[] x, int tasks, int examples) => value.Op switch
    {
        Elementwise or AddScaled => x.Select(array => array.Shape).Aggregate(Broadcast),
        MatMul => [.. x[0].Shape[..^1], x[1].Shape[^1]],
        Addmm => [.. x[1].Shape[..^1], x[2].Shape[^1]],
        Transpose => [.. x[0].Shape[..^2], x[0].Shape[^1], x[0].Shape[^2]],
        // A size that is not given stays.
        Expand => [.. Sizes(value.Type, tasks, examples).Select((size, axis) =>
            value.Type.Dims[axis].TimesTasks ? x[0].Shape[axis - value.Type.Rank + x[0].Shape.Length] : size)],
        _ => Sizes(value.Type, tasks, examples),
    };

    private static int[] Broadcast(int[] left, int[] right)
    {
        var rank = Math.Max(left.Length, right.Length);
        int At(int[] shape, int axis) => axis - rank + shape.Length is >= 0 and var own ? shape[own] : 1;
        return [.. Enumerable.Range(0, rank).Select(axis => Math.Max(At(left, axis), At(right, axis)))];
    }

    // The one size that a statement leaves to torch.
    private static int[] Inferred(TensorType type, int[] shape, int elements)
    {
        var free = type.Dims.ToList().FindIndex(dim => dim.TimesTasks);
        if (free < 0) return shape;
        var others = shape.Where((_, axis) => axis != free).Aggregate(1, (product, size) => product * size);
        return [.. shape[..free], elements / others, .. shape[(free + 1)..]];
    }

    private static NumberArray Reduced(NumberArray array, int[] axes, bool keep)
    {
        var sums = SumOver([.. array.Shape.Where((_, axis) => !axes.Contains(axis))], array, axes);
        return keep ? new NumberArray([.. array.Shape.Select((size, axis) => axes.Contains(axis) ? 1 : size)], sums.Values) : sums;
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
