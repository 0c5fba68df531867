namespace MetaDsl;

/// <summary>Where an experiment finds the data that its tasks declare, and how it reads them.</summary>
public sealed record DataOptions
{
    /// <summary>The environment variable that names the folder where none is given.</summary>
    public const string Variable = "METADSL_DATA";

    /// <summary>
    /// What declared paths are relative to: unless given, what the environment variable <see cref="Variable"/> names, else the working folder.
    /// </summary>
    public string Folder { get; init; } = Environment.GetEnvironmentVariable(Variable) ?? "";

    /// <summary>Who is told how far a long read has come, on any thread but never on two at once.</summary>
    public IProgress<DataProgress>? Progress { get; init; }

    /// <summary>A declared path, to read from.</summary>
    public DataFile File(string path) => DataFile.At(Path.Combine(Folder, path));
}
