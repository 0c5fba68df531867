using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>The hyperbolic tangent.</summary>
internal sealed record Tanh : Activation
{
    public static LayerSpec Parse(LayerWord word) => new Tanh();

    public override bool IsRising => true;

    public override Value Compute(ProgramBuilder program, Value x, string name) => program.Apply(new Tensors.Ops.Tanh(), [x], name);
}
