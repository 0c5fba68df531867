using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors;

/// <summary>One value of a tensor program: an operation applied to earlier values.</summary>
internal sealed class Value(int id, Op op, IReadOnlyList<Value> operands, TensorType type, string name)
{
    /// <summary>The place in the program: operands come before.</summary>
    public int Id { get; } = id;

    public Op Op { get; } = op;

    public IReadOnlyList<Value> Operands { get; } = operands;

    public TensorType Type { get; } = type;

    /// <summary>What a person would call it: <c>hidden1</c>, <c>hidden1WeightGradient</c>.</summary>
    public string Name { get; } = name;

    public override string ToString() => $"{Name}: {Type} = {Op}({string.Join(", ", System.Linq.Enumerable.Select(Operands, operand => operand.Name))})";
}
