using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>max(x, 0).</summary>
internal sealed record Relu : Unary
{
    protected override string Method => "relu";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => program.Apply(new Sign(), [y], y.Name + "Mask");
}

/// <summary>-1, 0 or 1; of what is never negative, the mask of what is positive, in the elements' own type.</summary>
internal sealed record Sign : Unary
{
    protected override string Method => "sign";

    // A mask is something else than what it masks, so it gets a variable of its own.
    public override string? PrintInPlace(Value result, IReadOnlyList<string> operands, int reused) => null;

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => null;
}
