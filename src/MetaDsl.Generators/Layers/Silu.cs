using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>x · sigmoid(x).</summary>
internal sealed record Silu : Activation
{
    public static LayerSpec Parse(LayerWord word) => new Silu();

    public override Value Compute(ProgramBuilder program, Value x, string name) =>
        program.Multiply(x, program.Apply(new Tensors.Ops.Sigmoid(), [x], name + "Gate"), name);
}
