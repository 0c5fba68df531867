namespace MetaDsl;

/// <summary>What classes are called, and the groups that they belong to.</summary>
internal readonly record struct ClassNames(string[] Names, string[] Groups)
{
    /// <summary>Names for classes from a caller's memory, or what is wrong with them.</summary>
    public static ClassNames Checked(
        ExampleShape shape, long elements, IReadOnlyList<int> counts, IReadOnlyList<string>? names, IReadOnlyList<string>? groups)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (shape.Channels <= 0 || shape.Height <= 0 || shape.Width <= 0)
            throw new ArgumentException($"The shape is {shape}; use sizes of 1 or more.", nameof(shape));
        var empty = counts.ToList().FindIndex(count => count <= 0);
        if (empty >= 0) throw new ArgumentException($"Class {empty} has {counts[empty]} examples; leave it out.", nameof(counts));
        var total = counts.Sum(count => (long)count);
        if (elements != total * shape.Elements)
        {
            throw new ArgumentException(
                $"There are {Text.Count(elements)} numbers, but {Text.Of(total, "example")} of {shape} have "
                + $"{Text.Count(total * shape.Elements)}.",
                nameof(counts));
        }

        CheckLength(names, nameof(names), counts.Count);
        CheckLength(groups, nameof(groups), counts.Count);
        string[] named = names is null ? [.. Enumerable.Range(0, counts.Count).Select(Text.Plain)] : [.. names];
        var twice = named.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null) throw new ArgumentException($"Two classes are called '{twice.Key}'; name each differently.", nameof(names));
        return new ClassNames(named, groups is null ? [.. named.Select(_ => "")] : [.. groups]);
    }

    private static void CheckLength(IReadOnlyList<string>? texts, string name, int classes)
    {
        if (texts is not null && texts.Count != classes)
            throw new ArgumentException($"There are {texts.Count} {name} for {Text.Of(classes, "class", "classes")}; give one each.", name);
    }
}
