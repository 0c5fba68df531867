using System;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>x Φ(x) with Φ(x) = (1 + erf(x / √2)) / 2.</summary>
internal sealed record Gelu : Activation
{
    public static LayerSpec Parse(LayerWord word) => new Gelu();

    public override Value Compute(ProgramBuilder program, Value x, string name)
    {
        var error = program.Apply(new Tensors.Ops.Erf(), [program.Scale(x, Math.Sqrt(0.5), name + "Scaled")], name + "Erf");
        var chance = program.Scale(program.Shift(error, 1), Factor.One / 2, name + "Chance");
        return program.Multiply(x, chance, name);
    }
}
