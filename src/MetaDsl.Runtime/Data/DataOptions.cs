namespace MetaDsl;

/// <summary>Where an experiment finds the data that its tasks declare, and how it reads them.</summary>
public sealed record DataOptions
{
    /// <summary>The environment variable that names the folder where none is given.</summary>
    public const string Variable = "METADSL_DATA";

    /// <summary>
    /// What declared paths are relative to: unless given, what the environment variable <see cref="Variable"/> names, else the working
    /// folder.
    /// </summary>
    public string Folder { get; init; } = Environment.GetEnvironmentVariable(Variable) ?? "";

    /// <summary>Who is told how far a long read has come, on any thread but never on two at once.</summary>
    public IProgress<DataProgress>? Progress { get; init; }

    /// <summary>A declared path, to read from.</summary>
    /// <exception cref="DataException">There is nothing; the message says where it was looked for, and the way out.</exception>
    public DataFile File(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var whole = Path.Combine(Folder, path);
        if (Path.Exists(whole)) return DataFile.At(whole);
        throw new DataException(
            path,
            "",
            $"there is no such file or folder in '{Path.GetFullPath(Folder.Length > 0 ? Folder : ".")}'",
            $"name the folder that holds it with '--data', with the environment variable '{Variable}' or in 'Data' of the experiment");
    }
}
