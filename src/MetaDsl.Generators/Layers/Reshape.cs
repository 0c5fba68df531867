using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>The same numbers of an example in another shape.</summary>
internal sealed record Reshape(Shape To) : LayerSpec
{
    public override string Suffix => "Reshaped";

    public static LayerSpec Parse(LayerWord word) => new Reshape(Shape.Of(word.Sizes("shape")));

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        check.Notice(null);
        if (To.Elements == input.Elements) return To;
        check.Add(ShapeRules.OtherElements, this, "shape", input, input.Elements, To, To.Elements);
        return null;
    }

    public override Value Build(LayerScope scope, Value x, string name) =>
        scope.Program.Reshape(x, TensorType.Of([x.Type.Dims[0], .. To.Sizes.Select(size => new Dim(size))]), name);
}
