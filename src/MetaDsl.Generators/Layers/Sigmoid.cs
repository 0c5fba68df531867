using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>1 / (1 + exp(-x)).</summary>
internal sealed record Sigmoid : Activation
{
    public static LayerSpec Parse(LayerWord word) => new Sigmoid();

    public override bool IsRising => true;

    public override Value Compute(ProgramBuilder program, Value x, string name) => program.Apply(new Tensors.Ops.Sigmoid(), [x], name);
}
