namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>What goes to a whole number: flat but for its jumps, so that nothing flows back.</summary>
internal abstract record Rounding : Unary
{
    protected sealed override Value? Derivative(ProgramBuilder program, Value x, Value y) => null;
}

internal sealed record Floor : Rounding
{
    protected override string Method => "floor";
}

internal sealed record Ceiling : Rounding
{
    protected override string Method => "ceil";
}

/// <summary>Halves go to the even neighbour, as in C#.</summary>
internal sealed record Round : Rounding
{
    protected override string Method => "round";
}

internal sealed record Truncate : Rounding
{
    protected override string Method => "trunc";
}
