namespace MetaDsl;

/// <summary>
/// Omniglot (Lake, Salakhutdinov and Tenenbaum, 2015) as published: zip files, or folders that they were unpacked to. A class is a
/// character, <c>Greek/character01</c>, and its group the alphabet. The strokes are 0 on 255; papers invert them and scale them to 28x28:
/// <code>new OmniglotSource("data/omniglot") { Images = new() { Size = new(28, 28), Invert = true } }.Load()</code>
/// </summary>
public sealed class OmniglotSource : ClassSource
{
    private static readonly string[] Parts = ["images_background", "images_evaluation"];

    private readonly DataFile[] files;

    /// <summary>
    /// Reads zip files and folders of alphabets; of a folder that holds <c>images_background</c> and <c>images_evaluation</c>, as zip files
    /// or unpacked, it reads these.
    /// </summary>
    public OmniglotSource(params DataFile[] files)
    {
        if (files.Length == 0) throw new ArgumentException("No file or folder is named; name one.", nameof(files));
        this.files = files;
    }

    /// <summary>The 30 alphabets (964 characters) of images_background, which learners are trained on.</summary>
    public static IReadOnlyList<string> BackgroundAlphabets { get; } =
    [
        "Alphabet_of_the_Magi", "Anglo-Saxon_Futhorc", "Arcadian", "Armenian", "Asomtavruli_(Georgian)", "Balinese", "Bengali",
        "Blackfoot_(Canadian_Aboriginal_Syllabics)", "Braille", "Burmese_(Myanmar)", "Cyrillic", "Early_Aramaic", "Futurama", "Grantha",
        "Greek", "Gujarati", "Hebrew", "Inuktitut_(Canadian_Aboriginal_Syllabics)", "Japanese_(hiragana)", "Japanese_(katakana)", "Korean",
        "Latin", "Malay_(Jawi_-_Arabic)", "Mkhedruli_(Georgian)", "N_Ko", "Ojibwe_(Canadian_Aboriginal_Syllabics)", "Sanskrit",
        "Syriac_(Estrangelo)", "Tagalog", "Tifinagh",
    ];

    /// <summary>The 20 alphabets (659 characters) of images_evaluation, which learners are tested on.</summary>
    public static IReadOnlyList<string> EvaluationAlphabets { get; } =
    [
        "Angelic", "Atemayar_Qelisayer", "Atlantean", "Aurek-Besh", "Avesta", "Ge_ez", "Glagolitic", "Gurmukhi", "Kannada", "Keble",
        "Malayalam", "Manipuri", "Mongolian", "Old_Church_Slavonic_(Cyrillic)", "Oriya", "Sylheti", "Syriac_(Serto)", "Tengwar", "Tibetan",
        "ULOG",
    ];

    /// <inheritdoc/>
    public override string Name => string.Join(", ", files.Select(file => file.Name));

    private protected override IReadOnlyList<DataFile> Files => [.. files.SelectMany(Resolve)];

    private protected override string Key => string.Join("; ", Files.Select(file => Path.GetFileName(file.Name)));

    private protected override void Read(ExampleTarget target, Reading reading)
    {
        var trees = new List<FileTree>();
        try
        {
            foreach (var file in Files) trees.Add(FileTree.Open(file));
            List<ImageClass> classes = [.. trees.SelectMany(ImageClasses.ByLastTwoFolders)];
            ImageClasses.CheckDifferent(classes);
            ImageSetReader.Read(classes, Images, Name, target, reading);
        }
        finally
        {
            foreach (var tree in trees) tree.Dispose();
        }
    }

    private static IEnumerable<DataFile> Resolve(DataFile file)
    {
        if (!file.IsFolder) return [file];
        var parts = Parts.Select(part => Path.Combine(file.Path!, part)).ToArray();
        var found = parts.Select(part => File.Exists(part + ".zip") ? part + ".zip" : part).Where(Path.Exists).ToArray();
        return found.Length == 0 ? [file] : found.Select(DataFile.At);
    }
}
