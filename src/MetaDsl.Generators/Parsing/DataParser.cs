using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Reads the data that a class of tasks declares: a source, what is done with its examples, and how its classes are split.
/// </summary>
internal static class DataParser
{
    private const string Resize = "Resize";
    private const string Grey = "Grey";
    private const string Rgb = "Rgb";
    private const string Invert = "Invert";
    private const string Background = "Background";
    private const string Rotations = "Rotations";
    private const string Normalize = "Normalize";
    private const string Standardize = "Standardize";
    public const string ReadAhead = "ReadAhead";
    private const int LongestSide = 1 << 15;

    /// <summary>How many classes a class is, turned by 90 degrees.</summary>
    public const int Turns = 4;

    private static readonly string[] OfImages = [Resize, Grey, Rgb, Invert, Background, Rotations];

    /// <summary>Whether a word is one of data.</summary>
    public static bool IsData(string word) =>
        SourceParser.IsSource(word)
        || SplitParser.IsSplit(word)
        || OfImages.Contains(word)
        || word is Normalize or Standardize or ReadAhead;

    /// <summary>Refuses what draws functions on tasks that draw their examples from something.</summary>
    public static bool DrawsNothing(INamedTypeSymbol type, string from, Report report)
    {
        foreach (var (name, data) in Words.On(type).Where(word => FamilyParser.IsFamily(word.Name) || word.Name == NoiseParser.Head))
        {
            report.Add(DataRules.DrawnAndRead, new Word(name, data, type.Name, report).Location, type.Name, name, from);
            return false;
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (!DistributionParser.IsDrawn(property) && !Words.Has(property, NoiseParser.Head)) continue;
            report.Add(DataRules.DrawnAndRead, Identifiers.Of(property), type.Name, property.Name, from);
            return false;
        }

        return true;
    }

    /// <summary>Refuses words of data on tasks that read none.</summary>
    public static void CheckNone(INamedTypeSymbol type, Report report)
    {
        var (name, data) = Words.On(type).FirstOrDefault(word => IsData(word.Name));
        if (data is not null) report.Add(DataRules.NoData, new Word(name, data, type.Name, report).Location, name, type.Name);
    }

    /// <summary>The data of a class of tasks; null after an error.</summary>
    /// <param name="type">The class.</param>
    /// <param name="source">Its source.</param>
    /// <param name="at">Where the source is declared.</param>
    /// <param name="ways">The classes of a task.</param>
    /// <param name="report">What is wrong.</param>
    public static DataSpec? Parse(INamedTypeSymbol type, SourceSpec source, Location at, int ways, Report report)
    {
        if (source is TableSourceSpec or MethodSourceSpec && FindOfImages(type, source) is { Data: not null } word)
        {
            var location = new Word(word.Name, word.Data, type.Name, report).Location;
            report.Add(DataRules.NotForSource, location, word.Name, type.Name, source.Word);
            return null;
        }

        var isTurned = Words.Single(type, Rotations, report) is not null;
        var images = ParseImages(type, report);
        var normalization = ParseNormalization(type, report);
        var readAhead = Words.Single(type, ReadAhead, report) is { } ahead ? ParseReadAhead(ahead, source, report) : null;
        var splitWord = SplitParser.Find(type, report);
        if (images is null || normalization is null || report.Failed) return null;
        var split = splitWord is null ? null : ParseSplit(splitWord, source, isTurned ? Turns : 1, ways, report);
        if (report.Failed) return null;
        if (split is null && source.Paths.IsWhole && source is not OmniglotSourceSpec)
        {
            report.Add(DataRules.NoSplit, at, type.Name);
            return null;
        }

        var spec = new DataSpec(source, split, images, normalization, isTurned, readAhead, TextOf(type));
        return Check(spec, type, report) ? spec : null;
    }

    /// <summary>The declaration in the user's own words, for comments.</summary>
    private static string TextOf(INamedTypeSymbol type) => string.Join(", ", Words.On(type)
        .Where(word => IsData(word.Name))
        .Select(word => new Word(word.Name, word.Data, type.Name, new Report()).Written));

    // What a method of the user's gives may be images, which it transforms itself, and which can be turned.
    private static (string Name, AttributeData Data) FindOfImages(INamedTypeSymbol type, SourceSpec source) =>
        Words.On(type).FirstOrDefault(word => OfImages.Contains(word.Name) && !(word.Name == Rotations && source is MethodSourceSpec));

    private static SplitSpec? ParseSplit(Word word, SourceSpec source, int turns, int ways, Report report)
    {
        if (source.Paths.IsWhole) return SplitParser.Parse(word, source, (ways + turns - 1) / turns, report);
        report.Add(DataRules.NothingToSplit, word.Location, word.Owner, word.Name);
        return null;
    }

    private static ImagesSpec? ParseImages(INamedTypeSymbol type, Report report)
    {
        var (height, width) = (0, 0);
        if (Words.Single(type, Resize, report) is { } resize)
        {
            var isSquare = resize.Says("size");
            if (Side(resize, isSquare ? "size" : "height", report) is not { } high) return null;
            if (Side(resize, isSquare ? "size" : "width", report) is not { } wide) return null;
            (height, width) = (high, wide);
        }

        var (grey, rgb) = (Words.Single(type, Grey, report), Words.Single(type, Rgb, report));
        if (grey is not null && rgb is not null)
        {
            report.Add(DataRules.Contradiction, rgb.Location, type.Name, Grey, Rgb);
            return null;
        }

        var color = grey is not null ? ImageColorKind.Grey : rgb is not null ? ImageColorKind.Rgb : ImageColorKind.AsStored;
        var isInverted = Words.Single(type, Invert, report) is not null;
        int? background = Words.Single(type, Background, report) is { } word ? word.Required<byte>("grey", "255") : null;
        return new(height, width, color, isInverted, background);
    }

    private static int? Side(Word word, string argument, Report report)
    {
        if (word.Required<int>(argument, "28") is not { } pixels) return null;
        if (pixels is >= 1 and <= LongestSide) return pixels;
        report.Add(DataRules.ImpossibleSize, word.At(argument), argument, word.Owner, Word.Shown(pixels), Word.Shown(LongestSide));
        return null;
    }

    private static ReadAheadSpec? ParseReadAhead(Word word, SourceSpec source, Report report)
    {
        if (source is TableSourceSpec { Target.Length: > 0 })
        {
            report.Add(DataRules.NothingToReadAhead, word.Location, word.Owner);
            return null;
        }

        var megabytes = word.Required<int>("megabytes", "512");
        int? threads = word.Says("Threads") ? word.Optional("Threads", 1) : null;
        foreach (var (argument, number) in new[] { ("megabytes", megabytes), ("Threads", threads) })
        {
            if (number is null or > 0) continue;
            report.Add(DataRules.ImpossibleReadAhead, word.At(argument), argument, word.Owner, Word.Shown(number.Value));
            return null;
        }

        return megabytes is null ? null : new(megabytes.Value, threads);
    }

    private static NormalizationSpec? ParseNormalization(INamedTypeSymbol type, Report report)
    {
        var (normalize, standardize) = (Words.Single(type, Normalize, report), Words.Single(type, Standardize, report));
        if (normalize is null) return new([], [], standardize is not null);
        if (standardize is not null)
        {
            report.Add(DataRules.Contradiction, standardize.Location, type.Name, Normalize, Standardize);
            return null;
        }

        var (mean, deviation) = (Constants(normalize, "mean", "Mean", report), Constants(normalize, "deviation", "Deviation", report));
        if (mean is null || deviation is null) return null;
        if (mean.Length > 0 || deviation.Length > 0) return new(new(mean), new(deviation), false);
        report.Add(DeclarationRules.Missing, normalize.Location, normalize.Name, normalize.Owner, "Mean", "[0.5]");
        return null;
    }

    // One number for all channels is an argument, one for each an array.
    private static double[]? Constants(Word word, string single, string each, Report report)
    {
        var argument = word.Says(single) ? single : each;
        double[]? numbers = argument == single && word.Required<double>(single, "0.5") is { } number ? [number] : word.Doubles(each);
        if (numbers is null) return null;
        foreach (var one in numbers)
        {
            var isDeviation = each == "Deviation";
            if (Numbers.IsFinite(one) && (!isDeviation || one > 0)) continue;
            report.Add(
                DataRules.ImpossibleNormalization,
                word.At(argument),
                argument,
                word.Owner,
                Word.Shown(one),
                isDeviation ? "divide by numbers above 0" : "subtract a finite number");
            return null;
        }

        return numbers;
    }

    private static bool Check(DataSpec spec, INamedTypeSymbol type, Report report)
    {
        if (spec.HasRotations && spec.Size is var (height, width) && height != width)
        {
            var word = Words.Single(type, Rotations, report)!;
            report.Add(DataRules.NotSquare, word.Location, type.Name, $"{Word.Shown(height)} x {Word.Shown(width)}");
            return false;
        }

        if (spec.Channels is not { } channels || spec.Source is TableSourceSpec { Target.Length: > 0 }) return true;
        foreach (var (argument, numbers) in new[] { ("Mean", spec.Normalization.Mean), ("Deviation", spec.Normalization.Deviation) })
        {
            if (numbers.Count <= 1 || numbers.Count == channels) continue;
            var word = Words.Single(type, Normalize, report)!;
            var what = Printing.Words.Plural(channels, spec.IsTable ? "column" : "channel").Substring(Word.Shown(channels).Length + 1);
            report.Add(
                DataRules.NotOneForEachChannel,
                word.At(argument),
                argument,
                type.Name,
                Word.Shown(numbers.Count),
                Word.Shown(channels),
                what);
            return false;
        }

        return true;
    }
}
