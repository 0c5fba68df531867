namespace MetaDsl;

/// <summary>
/// Classes and their examples: all examples of one shape, those of a class side by side, class after class. Counts may differ between
/// classes. Images are bytes, [row, channel, height, width]; arrays and tables are floats. The examples are in memory, or lie in a file
/// (<see cref="ClassSource.LoadOnDisk"/>) that is read where rows are copied.
/// <code>
/// var classes = new OmniglotSource("data/omniglot") { Images = new() { Size = new(28, 28), Invert = true } }.Load();
/// var split = ClassSplit.ByGroups(classes, train: OmniglotSource.BackgroundAlphabets, test: OmniglotSource.EvaluationAlphabets);
/// </code>
/// </summary>
public sealed class ClassSet
{
    private readonly byte[]? bytes;
    private readonly float[]? floats;
    private readonly StoredExamples? stored;
    private readonly int[] starts;

    internal ClassSet(ExampleShape shape, byte[]? bytes, float[]? floats, ClassNames classes, int[] counts, int rotations = 1)
        : this(new SetLayout(shape, bytes is not null, classes, counts), rotations) => (this.bytes, this.floats) = (bytes, floats);

    internal ClassSet(SetLayout layout, StoredExamples stored, int rotations = 1)
        : this(layout, rotations) => this.stored = stored;

    private ClassSet(SetLayout layout, int rotations)
    {
        if (layout.Rows > int.MaxValue)
        {
            throw new DataException(
                $"The set has {Text.Of(layout.Rows, "example")}, but at most {Text.Count(int.MaxValue)} are counted; use part of them.");
        }

        (Layout, Rotations) = (layout, rotations);
        starts = new int[layout.Counts.Length + 1];
        for (var i = 0; i < layout.Counts.Length; i++) starts[i + 1] = starts[i] + layout.Counts[i];
        Normalization = layout.IsBytes ? Normalization.UnitInterval : Normalization.None;
    }

    /// <summary>The shape of every example.</summary>
    public ExampleShape Shape => Layout.Shape;

    /// <summary>Whether examples are bytes; they are floats otherwise.</summary>
    public bool IsBytes => Layout.IsBytes;

    /// <summary>
    /// Whether the examples lie in a file, so that they can only be copied with <see cref="CopyRows(ReadOnlySpan{long}, Span{byte})"/>.
    /// </summary>
    public bool IsOnDisk => stored is not null;

    /// <summary>All examples, one after the other, of a set in memory.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes ?? throw Not(isBytes: true, nameof(Floats));

    /// <inheritdoc cref="Bytes"/>
    public ReadOnlyMemory<float> Floats => floats ?? throw Not(isBytes: false, nameof(Bytes));

    /// <summary>The name of each class; no two are alike.</summary>
    public IReadOnlyList<string> Names => Layout.Classes.Names;

    /// <summary>The group that each class belongs to (an alphabet, the folder above); empty where there are no groups.</summary>
    public IReadOnlyList<string> Groups => Layout.Classes.Groups;

    /// <summary>How many classes there are.</summary>
    public int ClassCount => starts.Length - 1;

    /// <summary>How many examples there are in all.</summary>
    public int ExampleCount => starts[^1];

    /// <summary>The first row of each class, and behind the last class the number of all rows.</summary>
    public ReadOnlySpan<int> Starts => starts;

    /// <summary>
    /// How many classes in a row are one class in different rotations: 4 after <see cref="WithRotations"/>, else 1. A split never parts
    /// them.
    /// </summary>
    public int Rotations { get; }

    /// <summary>What the stored numbers mean to a network; bytes are scaled to the unit interval unless declared otherwise.</summary>
    public Normalization Normalization { get; internal init; }

    /// <summary>What became of the cache file when this was read.</summary>
    public CacheReport Cache { get; internal init; } = CacheReport.None;

    internal SetLayout Layout { get; }

    /// <summary>How many examples a class has.</summary>
    public int CountOf(int @class) => starts[@class + 1] - starts[@class];

    /// <summary>The bytes of one example of a set in memory.</summary>
    public ReadOnlySpan<byte> BytesOf(int row) => Bytes.Span.Slice(checked((int)(row * Shape.Elements)), (int)Shape.Elements);

    /// <summary>The floats of one example of a set in memory.</summary>
    public ReadOnlySpan<float> FloatsOf(int row) => Floats.Span.Slice(checked((int)(row * Shape.Elements)), (int)Shape.Elements);

    /// <summary>
    /// Copies the examples of some rows, one after the other: an episode's gather on the host. Any number of threads may.
    /// </summary>
    /// <exception cref="DataException">The file that the examples lie in is damaged or gone.</exception>
    public void CopyRows(ReadOnlySpan<long> rows, Span<byte> destination)
    {
        if (stored is not null && IsBytes)
        {
            stored.CopyRows(rows, destination);
            return;
        }

        var size = (int)Shape.Elements;
        for (var i = 0; i < rows.Length; i++) BytesOf((int)rows[i]).CopyTo(destination.Slice(i * size, size));
    }

    /// <summary>The examples of some rows, one after the other, in an array of their own.</summary>
    public byte[] ReadBytes(ReadOnlySpan<long> rows)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)(rows.Length * Shape.Elements)));
        CopyRows(rows, bytes);
        return bytes;
    }

    /// <inheritdoc cref="ReadBytes(ReadOnlySpan{long})"/>
    public float[] ReadFloats(ReadOnlySpan<long> rows)
    {
        var floats = GC.AllocateUninitializedArray<float>(checked((int)(rows.Length * Shape.Elements)));
        CopyRows(rows, floats);
        return floats;
    }

    /// <inheritdoc cref="CopyRows(ReadOnlySpan{long}, Span{byte})"/>
    public void CopyRows(ReadOnlySpan<long> rows, Span<float> destination)
    {
        if (stored is not null && !IsBytes)
        {
            stored.CopyRows(rows, destination);
            return;
        }

        var size = (int)Shape.Elements;
        for (var i = 0; i < rows.Length; i++) FloatsOf((int)rows[i]).CopyTo(destination.Slice(i * size, size));
    }

    /// <summary>
    /// Every class four times: as it is and turned by 90°, 180° and 270° counter-clockwise, each as a class of its own, the four of a class
    /// in a row. Images must be square. Of a set in a file, examples are turned when they are copied.
    /// </summary>
    public ClassSet WithRotations() => ClassRotations.Of(this);

    /// <summary>The classes that have at least so many examples.</summary>
    public ClassSet WithAtLeast(int examples)
    {
        var origins = Enumerable.Range(0, ClassCount / Rotations).Where(origin => CountOf(origin * Rotations) >= examples);
        return Pick([.. origins.SelectMany(origin => Enumerable.Range(origin * Rotations, Rotations))]);
    }

    /// <summary>A set of bytes from memory: the examples class after class, and how many each class has.</summary>
    /// <param name="shape">The shape of an example.</param>
    /// <param name="examples">All examples; the set keeps the array.</param>
    /// <param name="counts">Examples of each class.</param>
    /// <param name="names">The name of each class; 0, 1, ... unless given.</param>
    /// <param name="groups">The group of each class; none unless given.</param>
    public static ClassSet Of(
        ExampleShape shape,
        byte[] examples,
        IReadOnlyList<int> counts,
        IReadOnlyList<string>? names = null,
        IReadOnlyList<string>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        return new ClassSet(shape, examples, null, ClassNames.Checked(shape, examples.LongLength, counts, names, groups), [.. counts]);
    }

    /// <summary>A set of floats from memory.</summary>
    /// <inheritdoc cref="Of(ExampleShape, byte[], IReadOnlyList{int}, IReadOnlyList{string}, IReadOnlyList{string})"/>
    public static ClassSet Of(
        ExampleShape shape,
        float[] examples,
        IReadOnlyList<int> counts,
        IReadOnlyList<string>? names = null,
        IReadOnlyList<string>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(examples);
        return new ClassSet(shape, null, examples, ClassNames.Checked(shape, examples.LongLength, counts, names, groups), [.. counts]);
    }

    /// <summary>A set of bytes from memory, in any order: the label of an example tells its class, and is its name.</summary>
    public static ClassSet OfLabelled(ExampleShape shape, ReadOnlySpan<byte> examples, ReadOnlySpan<long> labels) =>
        LabelGrouping.Of(shape, examples, labels).ToSet(shape, examples);

    /// <summary>A set of floats from memory, in any order: the label of an example tells its class, and is its name.</summary>
    public static ClassSet OfLabelled(ExampleShape shape, ReadOnlySpan<float> examples, ReadOnlySpan<long> labels) =>
        LabelGrouping.Of(shape, examples, labels).ToSet(shape, examples);

    internal ClassSet With(Normalization normalization, CacheReport cache) => stored is null
        ? new(Shape, bytes, floats, Layout.Classes, Layout.Counts, Rotations) { Normalization = normalization, Cache = cache }
        : new(Layout, stored, Rotations) { Normalization = normalization, Cache = cache };

    /// <summary>The same set with every class in four rotations.</summary>
    internal ClassSet Rotated(ClassNames classes, int[] counts) =>
        new(Layout with { Classes = classes, Counts = counts }, stored!.WithRotations(), ClassRotations.Turns)
        {
            Normalization = Normalization,
        };

    private InvalidOperationException Not(bool isBytes, string other) => new(
        IsBytes != isBytes
            ? $"The set holds {(IsBytes ? "bytes" : "floats")}; read '{other}'."
            : $"The examples lie in '{stored!.Path}' and are not in memory; copy those that are needed with '{nameof(CopyRows)}', or read "
                + $"the set with '{nameof(ClassSource.Load)}'.");

    private ClassSet Pick(int[] classes)
    {
        var size = (int)Shape.Elements;
        var counts = classes.Select(CountOf).ToArray();
        var names = new ClassNames([.. classes.Select(one => Names[one])], [.. classes.Select(one => Groups[one])]);
        if (stored is not null)
        {
            var origins = classes.Where(one => one % Rotations == 0).Select(one => one / Rotations);
            var layout = Layout with { Classes = names, Counts = counts };
            return new ClassSet(layout, stored.Pick(origins), Rotations) { Normalization = Normalization };
        }

        var length = checked(counts.Sum() * size);
        var pickedBytes = bytes is null ? null : new byte[length];
        var pickedFloats = floats is null ? null : new float[length];
        var at = 0;
        foreach (var one in classes)
        {
            var (from, count) = (starts[one] * size, CountOf(one) * size);
            bytes?.AsSpan(from, count).CopyTo(pickedBytes.AsSpan(at));
            floats?.AsSpan(from, count).CopyTo(pickedFloats.AsSpan(at));
            at += count;
        }

        return new ClassSet(Shape, pickedBytes, pickedFloats, names, counts, Rotations) { Normalization = Normalization };
    }
}
