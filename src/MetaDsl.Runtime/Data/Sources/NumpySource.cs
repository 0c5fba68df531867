namespace MetaDsl;

/// <summary>
/// Arrays saved by NumPy. Examples are [examples, ...] with labels [examples], in two <c>.npy</c> files or in one <c>.npz</c>, or [classes,
/// examples, ...] without labels. An example is a vector, an image [height, width], or one with channels. Bytes (uint8) stay bytes; other
/// numbers become floats. A class is called by its label.
/// </summary>
public sealed class NumpySource : ClassSource
{
    private readonly DataFile file;
    private readonly DataFile? labels;

    /// <summary>
    /// Reads one file: a <c>.npy</c> of [classes, examples, ...], or an <c>.npz</c> of such an array or of examples and labels.
    /// </summary>
    public NumpySource(DataFile file) => this.file = file;

    /// <summary>Reads two <c>.npy</c> files: [examples, ...] and the labels.</summary>
    public NumpySource(DataFile examples, DataFile labels) => (file, this.labels) = (examples, labels);

    /// <summary>
    /// Which array of an <c>.npz</c> holds the examples; may be left out where there is one array, or two with the labels'.
    /// </summary>
    public string? ExamplesArray { get; init; }

    /// <summary>Which array of an <c>.npz</c> holds the labels; none unless given.</summary>
    public string? LabelsArray { get; init; }

    /// <summary>Where the channels of images are.</summary>
    public ArrayLayout Layout { get; init; }

    /// <inheritdoc/>
    public override string Name => file.Name;

    private protected override IReadOnlyList<DataFile> Files => labels is null ? [file] : [file, labels];

    private protected override string Key => $"{Path.GetFileName(labels?.Name)}; {ExamplesArray}; {LabelsArray}; {Layout}";

    private protected override void Read(ExampleTarget target, Reading reading)
    {
        if (labels is not null)
        {
            var numbers = ReadLabels(ByteInput.Open(labels), reading);
            ReadExamples(ByteInput.Open(file), numbers, target, reading);
            return;
        }

        if (!IsZip())
        {
            ReadExamples(ByteInput.Open(file), null, target, reading);
            return;
        }

        using var zip = ZipTree.Open(file);
        var names = zip.Files.Select(path => Path.GetFileNameWithoutExtension(path)).ToList();
        var examplesName = ExamplesArray ?? TheOnly([.. names.Where(name => name != LabelsArray)]);
        var labelsOfZip = LabelsArray is null ? null : ReadLabels(Entry(zip, names, LabelsArray), reading);
        ReadExamples(Entry(zip, names, examplesName), labelsOfZip, target, reading);
    }

    private static NumberArray ReadLabels(ByteInput input, Reading reading)
    {
        using (input) return NpyReader.ReadLabels(input, reading);
    }

    private void ReadExamples(ByteInput input, NumberArray? numbers, ExampleTarget target, Reading reading)
    {
        using (input)
        {
            using var array = NpyReader.Open(input, reading);
            if (numbers is null) ArrayClasses.ByClass(array, Layout, Images, target, reading);
            else ArrayClasses.Labelled([(array, numbers)], Layout, Images, Name, target, reading);
        }
    }

    private ByteInput Entry(ZipTree zip, List<string> names, string name)
    {
        var entry = names.IndexOf(name);
        return entry >= 0
            ? zip.OpenEntry(entry)
            : throw new DataException(Name, "", $"it has no array '{name}'", $"name one of {Text.List(names)}");
    }

    private string TheOnly(List<string> names) => names.Count switch
    {
        1 => names[0],
        0 => throw new DataException(Name, "", "it holds no array", "save it with 'numpy.savez'"),
        _ => throw new DataException(
            Name,
            "",
            $"it holds the arrays {Text.List(names)}",
            $"say which are meant with '{nameof(ExamplesArray)}' and '{nameof(LabelsArray)}'"),
    };

    private bool IsZip()
    {
        using var input = ByteInput.Open(file);
        Span<byte> magic = stackalloc byte[2];
        return input.ReadSome(magic) == 2 && magic.SequenceEqual("PK"u8);
    }
}
