using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>The mean of a sequence over its length.</summary>
internal sealed record SequenceMean : LayerSpec
{
    public override string Suffix => "Mean";

    public static LayerSpec Parse(LayerWord word) => new SequenceMean();

    public override Shape? Infer(Shape input, ShapeCheck check) => Sequence.Check(this, input, check) ? Shape.Of(input.Last) : null;

    public override Value Build(LayerScope scope, Value x, string name) => scope.Program.Average(x, [1], name);
}
