using System;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The error function, whose derivative is 2 / √π · exp(-x²).</summary>
internal sealed record Erf : Unary
{
    protected override string Method => "erf";

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y)
    {
        var exponent = program.Negate(program.Multiply(x, x, y.Name + "Square"), y.Name + "Exponent");
        return program.Scale(program.Apply(new Exp(), [exponent], y.Name + "Bell"), 2 / Math.Sqrt(Math.PI), y.Name + "Slope");
    }
}
