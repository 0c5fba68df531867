using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>Conditions out of conditions.</summary>
internal abstract record Logic : Elementwise
{
    protected abstract string Method { get; }

    public sealed override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => new Value?[result.Operands.Length];

    public sealed override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => null;

    public sealed override string Print(Value result, IReadOnlyList<string> operands) =>
        $"{operands[0]}.{Method}({string.Join(", ", operands.Skip(1))})";
}

internal sealed record LogicalAnd : Logic
{
    protected override string Method => "logical_and";
}

internal sealed record LogicalOr : Logic
{
    protected override string Method => "logical_or";
}

internal sealed record LogicalNot : Logic
{
    protected override string Method => "logical_not";
}
