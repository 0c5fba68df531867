using System.Collections.Generic;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>A vector that is learnt for each of some whole numbers: a sequence of numbers becomes one of vectors.</summary>
internal sealed record Embedding(int Count, int Width) : LayerSpec
{
    public override string UsualName => "embedding";

    public override bool BeginsStage => true;

    public override string Suffix => "Embedded";

    public static LayerSpec Parse(LayerWord word) => new Embedding(word.Size("count", "1000"), word.Size("width", "64"));

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        check.Notice(null);
        if (input.Rank == 1) return check.Fits(this, "count", Count, Width) ? Shape.Of(input.Last, Width) : null;
        check.Add(ShapeRules.NotNumbers, this, "", input);
        return null;
    }

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        yield return new Parameter("weight", TensorType.Of(Count, Width), new InitialSpec(InitialKind.Normal, 1));
    }

    public override Value Build(LayerScope scope, Value x, string name) => scope.Program.Lookup(scope.Weight("weight"), x, name);
}
