using System;
using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors;

/// <summary>
/// Grows a tensor program. Asked for a value it already has, it returns that one, so a program never computes anything twice; it also
/// applies the identities of arithmetic (x + x = 2x, 1x = x), so that rules can be written plainly.
/// </summary>
/// <param name="capacity">About how many values there will be.</param>
internal sealed partial class ProgramBuilder(int capacity = 64)
{
    private readonly List<Value> values = new(capacity);
    // The last value of each hash, and for each value the one before it of the same hash: a dictionary of keys of our own would be compiled
    // first, whenever an editor starts.
    private readonly Dictionary<int, Value> known = new(capacity);
    private readonly List<Value?> formers = new(capacity);

    public IReadOnlyList<Value> Values => values;

    /// <summary>The part of the computation that the values built from now on belong to.</summary>
    public Section Section { get; set; } = Section.None;

    /// <summary>Begins a new part of the computation, with the name of its results.</summary>
    public Section Begin(string results, bool isLittleWork = false) => Section = new Section(Section.Order + 1, results, isLittleWork);

    /// <summary>A value from outside; <paramref name="expression"/> is how the emitted method refers to it.</summary>
    public Value Input(string name, TensorType type, string expression, bool perTask = false, bool isStrided = false) =>
        Apply(new Ops.Input(name, type, expression, perTask, isStrided), [], name);

    public Value Number(Factor value, TensorType? type = null) => Apply(new Ops.Number(value, type ?? TensorType.Scalar), [], "number");

    public Value Add(Value left, Value right, string? name = null)
    {
        if (left == right) return Scale(left, 2, name);
        if (left.Op is Ops.Number { Value.Numerator: 0 } && right.Type == TensorType.Broadcast(left.Type, right.Type)) return right;
        if (right.Op is Ops.Number { Value.Numerator: 0 } && left.Type == TensorType.Broadcast(left.Type, right.Type)) return left;
        return Apply(new Ops.Add(), [left, right], name ?? left.Name);
    }

    public Value Subtract(Value left, Value right, string? name = null) => Apply(new Ops.Subtract(), [left, right], name ?? left.Name);

    public Value Multiply(Value left, Value right, string? name = null)
    {
        if (left.Op is Ops.Number && right.Op is not Ops.Number) (left, right) = (right, left);
        if (right.Op is Ops.Number number && TensorType.Broadcast(left.Type, right.Type) == left.Type)
        {
            return Scale(left, number.Value, name);
        }

        return Apply(new Ops.Multiply(), [left, right], name ?? left.Name);
    }

    public Value Divide(Value left, Value right, string? name = null)
    {
        if (right.Op is Ops.Number number && TensorType.Broadcast(left.Type, right.Type) == left.Type)
        {
            return Scale(left, new Factor(number.Value.Denominator, number.Value.Numerator), name);
        }

        return Apply(new Ops.Divide(), [left, right], name ?? left.Name);
    }

    public Value Scale(Value value, Factor factor, string? name = null)
    {
        if (factor.Value == 1) return value;
        if (value.Op is Ops.Number number) return Number(number.Value * factor, value.Type);
        if (value.Op is Ops.Scale inner) return Scale(value.Operands[0], inner.Factor * factor, name ?? value.Name);
        return Apply(new Ops.Scale(factor), [value], name ?? value.Name);
    }

    public Value Negate(Value value, string? name = null) => Scale(value, -1, name);

    public Value Shift(Value value, double by, string? name = null) =>
        by == 0 ? value : Apply(new Ops.Shift(by), [value], name ?? value.Name);

    /// <summary>One value where a condition holds, and another elsewhere.</summary>
    public Value Where(Value condition, Value first, Value second) => Apply(new Ops.Where(), [condition, first, second], first.Name);

    /// <summary>The matrix product, one for each place along the axes in front of the last two.</summary>
    public Value MatMul(Value left, Value right, string? name = null) =>
        Apply(new Ops.MatMul(), [left, right], name ?? left.Name + "Product");

    /// <summary>Exchanges the last two axes.</summary>
    public Value Transpose(Value value)
    {
        if (value.Op is Ops.Transpose) return value.Operands[0];
        // (A B)ᵀ = Bᵀ Aᵀ: the gradient of a transposed weight matrix comes out the right way round.
        if (value.Op is Ops.MatMul && value.Operands.Any(operand => operand.Op is Ops.Transpose))
        {
            return MatMul(Transpose(value.Operands[1]), Transpose(value.Operands[0]), value.Name);
        }

        return Apply(new Ops.Transpose(), [value], value.Name + "Transposed");
    }

    /// <summary>The axes in another order: the result's axis i is the value's axis <c>axes[i]</c>.</summary>
    public Value Permute(Value value, IEnumerable<int> axes, string? name = null)
    {
        var order = axes.ToArray();
        if (order.SequenceEqual(Enumerable.Range(0, value.Type.Rank))) return value;
        if (value.Op is Ops.Permute inner) return Permute(value.Operands[0], order.Select(axis => inner.Axes[axis]), name ?? value.Name);
        var permuted = new Ops.Permute(new(order));
        return value.Op is Ops.Number number
            ? Number(number.Value, permuted.Infer([value.Type]))
            : Apply(permuted, [value], name ?? value.Name);
    }

    /// <summary>The sum over some axes, which disappear or are kept with length one.</summary>
    public Value Sum(Value value, IEnumerable<int> axes, string? name = null, bool keep = false)
    {
        var ordered = axes.OrderBy(axis => axis).ToArray();
        return ordered.Length == 0 ? value : Apply(new Ops.Sum(new(ordered), keep), [value], name ?? value.Name + "Sum");
    }

    public Value Mean(Value value, IReadOnlyList<int> axes, string? name = null) =>
        Scale(Sum(value, axes, name), Factor.One / axes.Aggregate(1, (count, axis) => count * value.Type.Dims[axis].Count), name);

    /// <summary>The mean as one operation, for axes of which only the run knows how long they are.</summary>
    public Value Average(Value value, IEnumerable<int> axes, string? name = null, bool keep = false) =>
        Apply(new Ops.Mean(new(axes.OrderBy(axis => axis)), keep), [value], name ?? value.Name + "Mean");

    /// <summary>Sums over the axes that were broadcast to make <paramref name="value"/> from something of the given type.</summary>
    public Value SumTo(Value value, TensorType type)
    {
        if (value.Type == type) return value;
        var extra = value.Type.Rank - type.Rank;
        var axes = Enumerable.Range(0, value.Type.Rank)
            .Where(axis => axis < extra || (type.Dims[axis - extra].Count == 1 && value.Type.Dims[axis] != type.Dims[axis - extra]));
        return Reshape(Sum(value, axes), type);
    }

    public Value Expand(Value value, TensorType type)
    {
        if (value.Type == type) return value;
        return value.Op is Ops.Number number ? Number(number.Value, type) : Apply(new Ops.Expand(type), [value], value.Name);
    }

    public Value Reshape(Value value, TensorType type, string? name = null)
    {
        if (value.Type == type) return value;
        if (value.Op is Ops.Number number) return Number(number.Value, type);
        return value.Op is Ops.Reshape
            ? Reshape(value.Operands[0], type, name ?? value.Name)
            : Apply(new Ops.Reshape(type), [value], name ?? value.Name);
    }

    /// <summary>The sum over tasks: what is shared by all tasks receives the gradients of all.</summary>
    public Value TaskSum(Value value, string? name = null) => Apply(new Ops.TaskSum(), [value], name ?? value.Name);

    /// <summary>A value with an axis of tasks, whether it is each task's own or shared by those of another.</summary>
    public Value ForEachTask(Value value, Value like) =>
        value.Type.IsPerTask ? value : Apply(new Ops.TaskExpand(), [value, like], value.Name);

    /// <summary>The operation on other operands, with the identities applied that those may allow.</summary>
    public Value Rebuild(Value value, Value[] operands) => value.Op switch
    {
        Ops.Reshape reshape => Reshape(operands[0], reshape.Type, value.Name),
        Ops.Expand expand => Expand(operands[0], expand.Type),
        Ops.Transpose => Transpose(operands[0]),
        Ops.Permute permute => Permute(operands[0], permute.Axes, value.Name),
        _ => Again(value, operands),
    };

    /// <summary>The operation on other operands as it is.</summary>
    public Value Again(Value value, Value[] operands)
    {
        // Most keep their shapes, and so does the result.
        for (var i = 0; i < operands.Length; i++)
        {
            if (!ReferenceEquals(operands[i].Type, value.Operands[i].Type)) return Apply(value.Op, operands, value.Name);
        }

        return Apply(value.Op, operands, value.Name, value.Type);
    }

    public Value Apply(Op op, Value[] operands, string name) => Apply(op, operands, name, type: null);

    private Value Apply(Op op, Value[] operands, string name, TensorType? type)
    {
        var hash = Hash(op, operands);
        known.TryGetValue(hash, out var former);
        for (var like = former; like is not null; like = formers[like.Id])
        {
            if (Is(like, op, operands)) return like;
        }

        var value = new Value(values.Count, op, operands, type ?? op.Infer(Types(operands)), name, Section);
        values.Add(value);
        formers.Add(former);
        known[hash] = value;
        return value;
    }

    // Operands tell most operations apart.
    private static int Hash(Op op, Value[] operands)
    {
        if (operands.Length == 0) return op.GetHashCode();
        var hash = 0;
        for (var i = 0; i < operands.Length; i++) hash = unchecked((hash * 31) + operands[i].Id);
        return hash;
    }

    private static bool Is(Value value, Op op, Value[] operands)
    {
        if (value.Operands.Length != operands.Length) return false;
        for (var i = 0; i < operands.Length; i++)
        {
            if (value.Operands[i] != operands[i]) return false;
        }

        return value.Op.Equals(op);
    }

    private static TensorType[] Types(Value[] operands)
    {
        var types = new TensorType[operands.Length];
        for (var i = 0; i < types.Length; i++) types[i] = operands[i].Type;
        return types;
    }
}
