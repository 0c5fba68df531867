using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>The exponentials of the last axis, over their sum.</summary>
internal sealed record Softmax : LayerSpec
{
    public static LayerSpec Parse(LayerWord word) => new Softmax();

    public override Shape Infer(Shape input, ShapeCheck check) => input;

    public override Value Build(LayerScope scope, Value x, string name) =>
        scope.Program.Apply(new Tensors.Ops.Softmax(x.Type.Rank - 1), [x], name);
}
