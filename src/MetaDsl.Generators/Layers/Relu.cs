using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>max(x, 0).</summary>
internal sealed record Relu : Activation
{
    public static LayerSpec Parse(LayerWord word) => new Relu();

    public override bool IsRising => true;

    public override Value Compute(ProgramBuilder program, Value x, string name) => program.Apply(new Tensors.Ops.Relu(), [x], name);
}
