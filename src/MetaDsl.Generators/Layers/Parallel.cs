using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>Two blocks of the same input side by side, their results added, or joined along channels or features.</summary>
internal sealed record Parallel(Chain First, Chain Second, Merge Merge) : LayerSpec
{
    public override string UsualName => "parallel";

    public override bool BeginsStage => true;

    public override bool IsBlock => true;

    public static LayerSpec Parse(LayerWord word)
    {
        var (first, second) = (word.BlockName(0), word.BlockName(1));
        if (first == second) (first, second) = (first + "1", second + "2");
        return new Parallel(
            new Chain(word.Block(0)) { Name = first }, new Chain(word.Block(1)) { Name = second }, word.Choice("merge", Merge.Sum));
    }

    public override int LayerCount => Shape.Size((long)First.LayerCount + Second.LayerCount);

    public override LayerSpec? Classes => First.Classes ?? Second.Classes;

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        if (Classes is { } classes)
        {
            check.Add(ModelRules.ClassifierNotLast, classes, "", this);
            return null;
        }

        if (First.Infer(input, check) is not { } first || Second.Infer(input, check) is not { } second) return null;
        if (Merge == Merge.Sum && first == second) return first;
        var axis = Axis(first.Rank);
        if (Merge == Merge.Concatenate && first.Rank == second.Rank && Without(first, axis) == Without(second, axis))
        {
            return Shape.Of(first.Sizes.Select((size, i) => i == axis ? Shape.Size((long)size + second.Sizes[i]) : size));
        }

        var alike = Merge == Merge.Sum ? "" : first.Rank == 3 ? ", but for the channels" : ", but for the features";
        check.Add(ShapeRules.BranchesDiffer, this, "TSecond", first, second, alike);
        return null;
    }

    public override IEnumerable<Parameter> Parameters(Shape input) =>
        Each(branch => branch.Parameters(input).Select(parameter => parameter.Under(branch.Name)));

    public override IEnumerable<LayerRow> Rows(Shape input) => Each(branch => branch.Rows(input).Select(row => row.Under(branch.Name)));

    public override LayerSpec For(SettingSpec setting) =>
        this with { First = (Chain)First.For(setting), Second = (Chain)Second.For(setting) };

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var first = First.Build(scope.Of(First.Name), x, name + Names.Pascal(First.Name));
        var second = Second.Build(scope.Of(Second.Name), x, name + Names.Pascal(Second.Name));
        return Merge == Merge.Sum
            ? scope.Program.Add(first, second, name)
            : scope.Program.Concat([first, second], 1 + Axis(first.Type.Rank - 1), name);
    }

    // Channels come first in images, features last in sequences.
    private static int Axis(int rank) => rank == 2 ? 1 : 0;

    private static Shape Without(Shape shape, int axis) => Shape.Of(shape.Sizes.Where((_, i) => i != axis));

    private IEnumerable<T> Each<T>(System.Func<Chain, IEnumerable<T>> of) => of(First).Concat(of(Second));
}

/// <summary>The choices of the language, in its order.</summary>
internal enum Merge
{
    Sum,
    Concatenate,
}
