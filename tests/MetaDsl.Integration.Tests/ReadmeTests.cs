using MetaDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetaDsl.Integration.Tests;

/// <summary>What the documentation shows must stand in the program it names, or in what the compiler writes for that program.</summary>
public class ReadmeTests
{
    private const string Sinusoid = "samples/Sinusoid/Program.cs";

    [Theory]
    [InlineData("README.md", "samples/Regression/Program.cs", 1)]
    [InlineData("README.md", Sinusoid, 1)]
    [InlineData("README.md", "SineMaml.g.cs", 2)]
    [InlineData("docs/how-it-works.md", "SineMaml.g.cs", 2)]
    [InlineData("docs/tasks.md", "samples/Omniglot/Characters.cs", 1)]
    [InlineData("docs/tasks.md", "samples/Functions/Program.cs", 1)]
    public void Snippets_are_cut_from_the_samples_and_their_generated_code(string document, string source, int count)
    {
        var text = source.EndsWith(".g.cs", StringComparison.Ordinal) ? Generated(source) : Read(source);
        var snippets = Read(document).Split("```csharp\n").Skip(1).Select(part => part.Split("```")[0]).ToArray();
        Assert.Equal(count, snippets.Count(snippet => snippet.Length > 200 && text.Contains(snippet, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_snippet_of_the_readme_is_cut_from_somewhere()
    {
        string[] sources =
            [Read(Sinusoid), Read("samples/Regression/Program.cs"), Read("samples/Networks/Models/Conv4.cs"), Generated("SineMaml.g.cs")];
        var snippets = Read("README.md").Split("```csharp\n").Skip(1).Select(part => part.Split("```")[0]);
        Assert.All(snippets, snippet => Assert.Contains(sources, source => source.Contains(snippet, StringComparison.Ordinal)));
    }

    private static string Generated(string file)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        // With the usings that the SDK puts in.
        var trees = new[] { "global using System;", Read(Sinusoid) }.Select(text => CSharpSyntaxTree.ParseText(text));
        var compilation = CSharpCompilation.Create("Sinusoid", trees, references);
        var driver = CSharpGeneratorDriver.Create(new MetaDslGenerator()).RunGenerators(compilation);
        return driver.GetRunResult().Results.Single().GeneratedSources.Single(source => source.HintName == file).SourceText.ToString();
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MetaDsl.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("no folder above the tests holds MetaDsl.sln");
        }

        return folder;
    }
}
