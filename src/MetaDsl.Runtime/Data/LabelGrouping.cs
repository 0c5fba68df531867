namespace MetaDsl;

/// <summary>
/// From examples in any order to classes in a row: classes by ascending label, the examples of a class in the order they came in.
/// </summary>
internal sealed class LabelGrouping
{
    private LabelGrouping(int[] destinations, int[] counts, ClassNames classes) =>
        (Destinations, Counts, Classes) = (destinations, counts, classes);

    /// <summary>The row that each example gets.</summary>
    public int[] Destinations { get; }

    /// <summary>How many examples each class has.</summary>
    public int[] Counts { get; }

    public ClassNames Classes { get; }

    /// <summary>The grouping of whole-number labels, which name the classes.</summary>
    public static LabelGrouping Of(ReadOnlySpan<long> labels)
    {
        var distinct = new SortedSet<long>();
        foreach (var label in labels) distinct.Add(label);
        var numbers = new Dictionary<long, int>();
        foreach (var label in distinct) numbers.Add(label, numbers.Count);
        var classOf = new int[labels.Length];
        for (var i = 0; i < labels.Length; i++) classOf[i] = numbers[labels[i]];
        string[] names = [.. distinct.Select(Text.Plain)];
        return Of(classOf, new ClassNames(names, [.. names.Select(_ => "")]));
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{long})"/>
    public static LabelGrouping Of<T>(ExampleShape shape, ReadOnlySpan<T> examples, ReadOnlySpan<long> labels)
    {
        if (examples.Length != labels.Length * shape.Elements)
        {
            throw new ArgumentException(
                $"There are {Text.Count(examples.Length)} numbers, but {Text.Of(labels.Length, "label")} of examples of {shape} need "
                + $"{Text.Count(labels.Length * shape.Elements)}.",
                nameof(labels));
        }

        return Of(labels);
    }

    /// <summary>The grouping of examples whose class numbers are known.</summary>
    public static LabelGrouping Of(int[] classOf, ClassNames classes)
    {
        var counts = new int[classes.Names.Length];
        foreach (var one in classOf) counts[one]++;
        var next = new int[counts.Length];
        for (var i = 1; i < next.Length; i++) next[i] = next[i - 1] + counts[i - 1];
        var destinations = new int[classOf.Length];
        for (var i = 0; i < classOf.Length; i++) destinations[i] = next[classOf[i]]++;
        return new LabelGrouping(destinations, counts, classes);
    }

    public ClassSet ToSet(ExampleShape shape, ReadOnlySpan<byte> examples) => new(shape, Arrange(shape, examples), null, Classes, Counts);

    public ClassSet ToSet(ExampleShape shape, ReadOnlySpan<float> examples) => new(shape, null, Arrange(shape, examples), Classes, Counts);

    private T[] Arrange<T>(ExampleShape shape, ReadOnlySpan<T> examples)
    {
        var size = (int)shape.Elements;
        var arranged = GC.AllocateUninitializedArray<T>(examples.Length);
        for (var i = 0; i < Destinations.Length; i++) examples.Slice(i * size, size).CopyTo(arranged.AsSpan(Destinations[i] * size));
        return arranged;
    }
}
