using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>x above zero, and a slope times x below.</summary>
internal sealed record LeakyRelu(double Slope) : Activation
{
    public static LayerSpec Parse(LayerWord word) => new LeakyRelu(word.Amount("Slope", 0.01));

    public override bool IsRising => true;

    public override Value Compute(ProgramBuilder program, Value x, string name) =>
        program.Apply(new Tensors.Ops.LeakyRelu(Slope), [x], name);
}
