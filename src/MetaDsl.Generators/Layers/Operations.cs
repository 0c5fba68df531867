using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;
using Ops = MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Layers;

/// <summary>
/// The operations that a method <c>Forward</c> may use, by their names in torch. Axis 0 counts the examples: what would mix them, or knows
/// how many there are, is a <see cref="ShapeException"/>.
/// </summary>
internal static class Operations
{
    private static readonly Dictionary<string, Func<Call, Value>> Known = new()
    {
        ["abs"] = call => call.Unary(new Ops.Abs()),
        ["add"] = call => call.Operands.Length == 2
            ? call.Program.Add(call.X, call.Y, call.Name)
            : call.Program.Shift(call.X, call.Number(0), call.Name),
        ["bmm"] = call => call.Product(),
        ["cat"] = call => call.Program.Concat(call.Operands, call.Axis(0), call.Name),
        ["cos"] = call => call.Unary(new Ops.Cos()),
        ["div"] = call => call.Operands.Length == 2
            ? call.Program.Divide(call.X, call.Y, call.Name)
            : call.Program.Scale(call.X, new Factor(1, call.Number(0)), call.Name),
        ["erf"] = call => call.Unary(new Ops.Erf()),
        ["exp"] = call => call.Unary(new Ops.Exp()),
        ["flatten"] = call => call.Flatten(),
        ["gelu"] = call => new Gelu().Compute(call.Program, call.X, call.Name),
        ["log"] = call => call.Unary(new Ops.Log()),
        ["log_softmax"] = call => call.Program.Apply(new Ops.LogSoftmax(call.Axis(0)), [call.X], call.Name),
        ["matmul"] = call => call.Product(),
        ["mean"] = call => call.Program.Average(call.X, call.Axes(), call.Name, call.Keeps),
        ["mul"] = call => call.Operands.Length == 2
            ? call.Program.Multiply(call.X, call.Y, call.Name)
            : call.Program.Scale(call.X, call.Number(0), call.Name),
        ["narrow"] = call => call.Program.Narrow(call.X, call.Axis(0), call.Whole(1), call.Whole(2), call.Name),
        ["neg"] = call => call.Program.Negate(call.X, call.Name),
        ["permute"] = call => call.Permute(),
        ["reciprocal"] = call => call.Unary(new Ops.Reciprocal()),
        ["relu"] = call => call.Unary(new Ops.Relu()),
        ["reshape"] = call => call.Reshape(),
        ["rsqrt"] = call => call.Unary(new Ops.Rsqrt()),
        ["sigmoid"] = call => call.Unary(new Ops.Sigmoid()),
        ["silu"] = call => new Silu().Compute(call.Program, call.X, call.Name),
        ["sin"] = call => call.Unary(new Ops.Sin()),
        ["softmax"] = call => call.Program.Apply(new Ops.Softmax(call.Axis(0)), [call.X], call.Name),
        ["softplus"] = call => call.Unary(new Ops.Softplus()),
        ["sqrt"] = call => call.Unary(new Ops.Sqrt()),
        ["square"] = call => call.Program.Multiply(call.X, call.X, call.Name),
        ["squeeze"] = call => call.Squeeze(),
        ["sub"] = call => call.Operands.Length == 2
            ? call.Program.Subtract(call.X, call.Y, call.Name)
            : call.Program.Shift(call.X, -call.Number(0), call.Name),
        ["sum"] = call => call.Program.Sum(call.X, call.Axes(), call.Name, call.Keeps),
        ["tanh"] = call => call.Unary(new Ops.Tanh()),
        ["transpose"] = call => call.Transpose(),
        ["unsqueeze"] = call => call.Unsqueeze(),
        ["view"] = call => call.Reshape(),
    };

    /// <summary>Their names, for people.</summary>
    public static string Names { get; } =
        string.Join(", ", Known.Keys.OrderBy(name => name, StringComparer.Ordinal).Select(name => $"'{name}'"));

    public static bool IsKnown(string name) => Known.ContainsKey(name);

    public static Value Apply(ProgramBuilder program, string operation, Value[] operands, IReadOnlyList<double> numbers, string name) =>
        operands.Length > 0
            ? Known[operation](new Call(program, operands, numbers, name))
            : throw new ShapeException("it has no tensor; give one");

    private sealed class Call(ProgramBuilder program, Value[] operands, IReadOnlyList<double> numbers, string name)
    {
        public ProgramBuilder Program => program;

        public Value[] Operands => operands;

        public string Name => name;

        public Value X => operands[0];

        public Value Y => operands.Length > 1 ? operands[1] : throw Missing();

        /// <summary>Whether axes that are reduced stay, with length one: the last number of such operations.</summary>
        public bool Keeps => Number(numbers.Count - 1) != 0;

        public double Number(int index) => index >= 0 && index < numbers.Count ? numbers[index] : throw Missing();

        public int Whole(int index) => (int)Number(index);

        public Value Unary(Op op) => program.Apply(op, [X], name);

        /// <summary>An axis of what is computed on, which may not be that of examples.</summary>
        public int Axis(int index) => AxisOf(Whole(index), X.Type.Rank);

        /// <summary>The axes that are reduced: all numbers but the last.</summary>
        public int[] Axes() => numbers.Count > 1
            ? [.. numbers.Take(numbers.Count - 1).Select(axis => AxisOf((int)axis, X.Type.Rank)).Distinct()]
            : throw new ShapeException("it would mix the examples; name the axes");

        public Value Product()
        {
            var rank = X.Type.Rank;
            if (rank < 3 || Y.Type.Rank != rank)
            {
                throw new ShapeException(
                    $"{X.Type} and {Y.Type} are not examples of matrices; give both the same number of axes, 3 or more");
            }

            return program.MatMul(X, Y, name);
        }

        public Value Flatten()
        {
            var (from, to) = (AxisOf(Whole(0), X.Type.Rank), AxisOf(Whole(1), X.Type.Rank));
            if (from > to) throw new ShapeException($"there is nothing from axis {from} to axis {to}; name them in their order");
            var middle = X.Type.Dims.Skip(from).Take(to - from + 1).Aggregate((product, dim) => product * dim);
            return program.Reshape(X, TensorType.Of([.. X.Type.Dims.Take(from), middle, .. X.Type.Dims.Skip(to + 1)]), name);
        }

        public Value Permute()
        {
            var rank = X.Type.Rank;
            var axes = numbers.Select(axis => (int)axis < 0 ? (int)axis + rank : (int)axis).ToArray();
            if (axes.Length == 0 || axes[0] != 0) throw new ShapeException("axis 0 counts the examples; leave it in front");
            return program.Permute(X, axes, name);
        }

        public Value Transpose()
        {
            var (first, second, rank) = (Axis(0), Axis(1), X.Type.Rank);
            if (Math.Min(first, second) == rank - 2 && Math.Max(first, second) == rank - 1) return program.Transpose(X);
            var order = Enumerable.Range(0, rank).Select(axis => axis == first ? second : axis == second ? first : axis);
            return program.Permute(X, order, name);
        }

        public Value Reshape()
        {
            if (numbers.Count == 0 || numbers[0] != -1)
            {
                throw new ShapeException("axis 0 counts the examples, of any number; begin with -1");
            }

            if (numbers.Skip(1).Any(size => size < 1)) throw new ShapeException("only the first size can be -1; write the others");
            return program.Reshape(X, TensorType.Of([X.Type.Dims[0], .. numbers.Skip(1).Select(size => new Dim((int)size))]), name);
        }

        public Value Squeeze()
        {
            var axis = Axis(0);
            return X.Type.Dims[axis] == new Dim(1) ? program.Reshape(X, TensorType.Of(X.Type.Dims.Where((_, i) => i != axis)), name) : X;
        }

        public Value Unsqueeze()
        {
            var axis = AxisOf(Whole(0), X.Type.Rank + 1);
            return program.Reshape(X, TensorType.Of([.. X.Type.Dims.Take(axis), new Dim(1), .. X.Type.Dims.Skip(axis)]), name);
        }

        private static ShapeException Missing() => new("it misses an argument; give all of them");

        private static int AxisOf(int axis, int rank)
        {
            var positive = axis < 0 ? axis + rank : axis;
            if (positive == 0) throw new ShapeException("axis 0 counts the examples, which stay apart; name another");
            return positive > 0 && positive < rank ? positive : throw new ShapeException($"there is no axis {axis} of {rank}");
        }
    }
}
