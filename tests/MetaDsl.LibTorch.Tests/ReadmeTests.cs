namespace MetaDsl.LibTorch.Tests;

/// <summary>What the README shows must stand in the program it names.</summary>
public class ReadmeTests
{
    [Theory]
    [InlineData("samples/Regression/Program.cs", 0)]
    [InlineData("samples/Sinusoid/Program.cs", 1)]
    public void Snippets_are_cut_from_the_samples(string sample, int snippet)
    {
        var root = Repository();
        var readme = File.ReadAllText(Path.Combine(root, "README.md"));
        var shown = readme.Split("```csharp\n")[snippet + 1].Split("```")[0];
        Assert.True(shown.Length > 200);
        Assert.Contains(shown, File.ReadAllText(Path.Combine(root, sample)), StringComparison.Ordinal);
    }

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MetaDsl.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("no folder above the tests holds MetaDsl.sln");
        }

        return folder;
    }
}
