namespace MetaDsl;

/// <summary>Finds the C# that the compiler wrote for an experiment, on the disk of whoever built the program.</summary>
internal static class GeneratedFile
{
    /// <summary>From <c>bin/Debug/net10.0/linux-x64/publish</c>, the deepest usual place, the project is five folders up.</summary>
    private const int Levels = 6;

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        MatchCasing = MatchCasing.CaseInsensitive,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>
    /// The newest file that was generated for a type by the project whose output <paramref name="programFolder"/> is, or null.
    /// </summary>
    public static string? Find(Type type, string programFolder)
    {
        var names = new[] { $"{ExperimentEntry.FullName(type)}.g.cs", $"{type.Name}.g.cs" };
        var folder = new DirectoryInfo(programFolder);
        for (var level = 0; folder is not null && level < Levels; level++, folder = folder.Parent)
        {
            if (!folder.Exists) continue;
            foreach (var place in Places(folder))
            {
                var found = names.SelectMany(name => place.EnumerateFiles(name, Everywhere)).MaxBy(file => file.LastWriteTimeUtc);
                if (found is not null) return found.FullName;
            }

            // Above the project lie other projects, whose files would be the wrong ones.
            if (folder.EnumerateFiles("*.csproj").Any()) return null;
        }

        return null;
    }

    /// <summary>What to do where <see cref="Find"/> finds nothing.</summary>
    public static string HowToEmit(Type type) =>
        $"Not on disk. Build with 'dotnet build -p:EmitCompilerGeneratedFiles=true' and look below obj/ for "
        + $"'{ExperimentEntry.FullName(type)}.g.cs'; in an editor, 'go to definition' on '{type.Name}' opens it.";

    /// <summary>Below obj by default; elsewhere in the project where CompilerGeneratedFilesOutputPath says so.</summary>
    private static IEnumerable<DirectoryInfo> Places(DirectoryInfo folder)
    {
        var intermediate = new DirectoryInfo(Path.Combine(folder.FullName, "obj"));
        if (intermediate.Exists) yield return intermediate;
        if (folder.EnumerateFiles("*.csproj").Any()) yield return folder;
    }
}
