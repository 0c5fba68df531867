using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>x above zero, and scale · (exp(x) - 1) below.</summary>
internal sealed record Elu(double Scale) : Activation
{
    public static LayerSpec Parse(LayerWord word) => new Elu(word.Amount("Scale", 1));

    public override bool IsRising => true;

    public override Value Compute(ProgramBuilder program, Value x, string name) => program.Apply(new Tensors.Ops.Elu(Scale), [x], name);
}
