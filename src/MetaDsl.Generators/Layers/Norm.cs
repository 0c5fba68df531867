using System.Collections.Generic;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>A layer that gives numbers zero mean and unit variance, and then learns others.</summary>
internal abstract record Norm(double Epsilon, bool Affine) : LayerSpec
{
    public override string UsualName => "norm";

    public override string Suffix => "Normed";

    public override Shape? Infer(Shape input, ShapeCheck check) => input;

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        if (!Affine) yield break;
        yield return new Parameter("weight", Each(input), InitialSpec.One);
        yield return new Parameter("bias", Each(input), InitialSpec.Zero);
    }

    /// <summary>What has a factor and an addend of its own: by default, each channel.</summary>
    protected virtual TensorType Each(Shape input) => TensorType.Of(input.Sizes[0]);

    /// <summary>What the standardised value is called.</summary>
    protected string Standardized(string name) => Affine ? name + "Standardized" : name;
}
