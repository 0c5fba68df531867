using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>log(1 + exp(x)).</summary>
internal sealed record Softplus : Activation
{
    public static LayerSpec Parse(LayerWord word) => new Softplus();

    public override bool IsRising => true;

    public override Value Compute(ProgramBuilder program, Value x, string name) => program.Apply(new Tensors.Ops.Softplus(), [x], name);
}
