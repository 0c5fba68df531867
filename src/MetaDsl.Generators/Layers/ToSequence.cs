using System.Linq;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>The pixels of an image, or the instants of a signal, as a sequence whose features are the channels.</summary>
internal sealed record ToSequence : LayerSpec
{
    public override string Suffix => "Sequence";

    public static LayerSpec Parse(LayerWord word) => new ToSequence();

    public override Shape? Infer(Shape input, ShapeCheck check) =>
        Sliding.Axes(this, input, check) is null ? null : Shape.Of((int)(input.Elements / input.Sizes[0]), input.Sizes[0]);

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var length = x.Type.Dims.Skip(2).Aggregate((product, dim) => product * dim);
        var rows = scope.Program.Reshape(x, TensorType.Of([x.Type.Dims[0], x.Type.Dims[1], length]), x.Name + "Rows");
        return scope.Program.Permute(rows, [0, 2, 1], name);
    }
}
