using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>The word of a layer: its numbers, each within its limits, and the blocks it names.</summary>
internal sealed class LayerWord(Word word, LayerReader reader, INamedTypeSymbol owner, InitialChoiceSpec initial, Report report)
{
    private const int WidestTensor = 65_536;
    private const double LargestActivationNumber = 100;

    public string Name => word.Name;

    /// <summary>The class on which it stands.</summary>
    public INamedTypeSymbol Owner => owner;

    public Word Word => word;

    public InitialChoiceSpec Inherited => initial;

    /// <summary>A width that must be said: from 1 to what a tensor can have.</summary>
    public int Size(string argument, string example, int most = WidestTensor) =>
        InRange(argument, word.Required<int>(argument, example), 1, most);

    /// <summary>A whole number that may be left out, from the least on.</summary>
    public int Whole(string argument, int otherwise, int least = 1, int most = WidestTensor) =>
        word.Says(argument) ? InRange(argument, word.Optional(argument, otherwise), least, most) : otherwise;

    /// <summary>The same where what holds instead is to be worked out.</summary>
    public int? Maybe(string argument, int least) =>
        word.Says(argument) ? InRange(argument, word.Optional(argument, 0), least, WidestTensor) : null;

    public bool Flag(string argument, bool otherwise) => word.Optional(argument, otherwise) ?? otherwise;

    /// <summary>The number of an activation: above 0, and not absurdly large.</summary>
    public double Amount(string argument, double otherwise)
    {
        var number = word.Optional(argument, otherwise);
        if (number is not null && !(number > 0 && number <= LargestActivationNumber))
        {
            report.Add(ModelRules.ImpossibleActivation, word.At(argument), argument, word.Name, word.Owner, Word.Shown(number.Value));
        }

        return number ?? otherwise;
    }

    /// <summary>A share of numbers: from 0 up to but not 1.</summary>
    public double Share(string argument, double otherwise)
    {
        var share = word.Optional(argument, otherwise);
        if (share is not null && !(share >= 0 && share < 1))
        {
            report.Add(ModelRules.ImpossibleShare, word.At(argument), argument, word.Name, word.Owner, Word.Shown(share.Value));
        }

        return share ?? otherwise;
    }

    /// <summary>The sizes of a shape.</summary>
    public int[] Sizes(string argument)
    {
        var sizes = word.Numbers(argument);
        if (sizes is null) return [1];
        if (sizes.Length is 0 or > 3) report.Add(ModelRules.ImpossibleRank, word.Location, word.Name, word.Owner, Word.Shown(sizes.Length));
        for (var i = 0; i < sizes.Length; i++) InRange(argument, word.AtNumber(argument, i), sizes[i], 1, WidestTensor);
        return sizes.Length == 0 ? [1] : sizes;
    }

    public TEnum Choice<TEnum>(string argument, TEnum otherwise)
        where TEnum : struct, System.Enum => word.Choice(argument, otherwise) ?? otherwise;

    /// <summary>How its weights begin: as it says itself, else as the class it stands on does.</summary>
    public InitialChoiceSpec Initial() => InitialParser.Parse(word, "Initial", initial, report);

    /// <summary>The layers of the block that a type argument names.</summary>
    public EquatableArray<LayerSpec> Block(int position) => reader.ReadBlock(this, position, report);

    /// <summary>The name of that block.</summary>
    public string BlockName(int position) => Names.Camel(word.TypeArgument(position) is { Name.Length: > 0 } type ? type.Name : "block");

    private int InRange(string argument, int? value, int least, int most) =>
        value is { } size ? InRange(argument, word.At(argument), size, least, most) : least;

    private int InRange(string argument, Location location, int size, int least, int most)
    {
        if (size >= least && size <= most) return size;
        report.Add(
            ModelRules.ImpossibleWidth,
            location,
            word.Name,
            word.Owner,
            Word.Shown(size),
            Word.Shown(least),
            Word.Shown(most),
            argument);
        return System.Math.Max(least, 1);
    }
}
