namespace MetaDsl.Generators.Specs;

/// <summary>A source of classes, with what the declaration alone tells of it.</summary>
internal abstract record SourceSpec(PathsSpec Paths)
{
    /// <summary>Its word.</summary>
    public abstract string Word { get; }

    /// <summary>Whether classes have groups to split by.</summary>
    public virtual bool HasGroups => false;

    /// <summary>Whether examples are bytes, whatever the files.</summary>
    public virtual bool GivesBytes => false;

    public virtual int? Channels => null;

    public virtual (int Height, int Width)? Size => null;
}

/// <summary>One path for all parts of a split, or one for each part; paths that are not given are empty.</summary>
internal sealed record PathsSpec(string Whole, string Train = "", string Validation = "", string Test = "")
{
    public bool IsWhole => Train.Length == 0;
}

internal sealed record OmniglotSourceSpec(PathsSpec Paths) : SourceSpec(Paths)
{
    public const int TrainingClasses = 964;
    public const int TestClasses = 659;
    public const int ExamplesOfEach = 20;

    public override string Word => "Omniglot";

    public override bool HasGroups => true;

    public override bool GivesBytes => true;

    public override int? Channels => 1;

    public override (int Height, int Width)? Size => (105, 105);
}

internal sealed record ImageFolderSourceSpec(PathsSpec Paths) : SourceSpec(Paths)
{
    public override string Word => "ImageFolder";

    public override bool HasGroups => true;

    public override bool GivesBytes => true;
}

/// <summary>Labels are empty where the path is a folder of pairs.</summary>
internal sealed record IdxSourceSpec(PathsSpec Paths, string Labels) : SourceSpec(Paths)
{
    public override string Word => "Idx";
}

/// <summary>Names that are not given are empty.</summary>
internal sealed record NumpySourceSpec(PathsSpec Paths, string Labels, string ExamplesArray, string LabelsArray, ChannelAxisKind Channel)
    : SourceSpec(Paths)
{
    public override string Word => "Numpy";
}

internal enum ChannelAxisKind
{
    Guess,
    First,
    Last,
}

/// <summary>Columns that are not given are empty; without a separator, the file's name tells it.</summary>
internal sealed record TableSourceSpec(
    PathsSpec Paths, string Label, string Target, string Group, EquatableArray<string> Columns, string Separator, bool HasHeader)
    : SourceSpec(Paths)
{
    public override string Word => "Table";

    public override bool HasGroups => Label.Length > 0 && Group.Length > 0;

    public override int? Channels => Columns.Count > 0 ? Columns.Count : null;

    public override (int Height, int Width)? Size => (1, 1);
}

/// <summary>A method of the user's that gives a set of classes, and may ask where the data lie.</summary>
internal sealed record MethodSourceSpec(bool TakesOptions) : SourceSpec(new PathsSpec(Name))
{
    public const string Name = "Classes";

    public override string Word => Name;

    public override bool HasGroups => true;
}
