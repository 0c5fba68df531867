namespace MetaDsl.Generators.Tests.Harness;

/// <summary>The working copy that the tests were built from: some tests read its pages and tables.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, "MetaDsl.sln"))) return current.FullName;
        }

        throw new InvalidOperationException($"no MetaDsl.sln above '{folder}'");
    }
}
