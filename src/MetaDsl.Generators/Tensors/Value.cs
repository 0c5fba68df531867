namespace MetaDsl.Generators.Tensors;

/// <summary>One value of a tensor program: an operation applied to earlier values.</summary>
internal sealed class Value(int id, Op op, Value[] operands, TensorType type, string name, Section section)
{
    /// <summary>The place in the program: operands come before.</summary>
    public int Id { get; } = id;

    public Op Op { get; } = op;

    /// <summary>What it is made of: an array, which every pass reads quickly and none changes.</summary>
    public Value[] Operands { get; } = operands;

    public TensorType Type { get; } = type;

    /// <summary>What a person would call it: <c>hidden1</c>, <c>hidden1WeightGradient</c>.</summary>
    public string Name { get; set; } = name;

    /// <summary>The part of the computation it belongs to.</summary>
    public Section Section { get; } = section;

    /// <summary>What <see cref="Layout"/> found; null before it was asked.</summary>
    public bool? IsContiguous { get; set; }

    // Values are compared as objects; their places tell them apart sooner than a runtime's own hashes do.
    public override int GetHashCode() => Id;

    public override string ToString() =>
        $"{Name}: {Type} = {Op}({string.Join(", ", System.Linq.Enumerable.Select(Operands, operand => operand.Name))})";
}

/// <summary>
/// A part of a computation: its place among the parts, and what later parts call the results that they need of it. What is little work
/// they rather compute again.
/// </summary>
internal sealed record Section(int Order, string Results, bool IsLittleWork = false)
{
    public static readonly Section None = new(0, "");
}
