using System.Collections.Generic;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>Numbers that are learnt for each place of a sequence, added to what stands there.</summary>
internal sealed record Position : LayerSpec
{
    public override string UsualName => "position";

    public override string Suffix => "Placed";

    public static LayerSpec Parse(LayerWord word) => new Position();

    public override Shape? Infer(Shape input, ShapeCheck check) => Sequence.Check(this, input, check) ? input : null;

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        // As vision transformers draw them.
        yield return new Parameter("weight", TensorType.Of([.. input.Sizes]), new InitialSpec(InitialKind.TruncatedNormal, 0.02));
    }

    public override Value Build(LayerScope scope, Value x, string name) => scope.Program.Add(x, scope.Weight("weight"), name);
}
