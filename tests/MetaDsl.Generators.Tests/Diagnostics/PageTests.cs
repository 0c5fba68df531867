using System.Text.RegularExpressions;
using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

/// <summary>
/// The pages under docs/diagnostics, whose examples are compiled: the first must give exactly its own diagnostic, the second none.
/// </summary>
public sealed partial class PageTests
{
    public static TheoryData<string> Ids => [.. Project.Rules.Select(rule => rule.Id).Where(id => id != CatalogTests.Internal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_of_a_page_shows_its_diagnostic_and_the_fix_shows_none(string id)
    {
        var page = Repository.Read($"docs/diagnostics/{id}.md");
        var wrong = Complete(Block(page, "Example")).Compile();
        Assert.Empty(Project.Complaints(wrong));
        Assert.Equal([id], (await Project.Analyze(wrong)).Select(diagnostic => diagnostic.Id));
        await Wrong.Right(Complete(Block(page, "Fix")));
    }

    private static string Block(string page, string heading)
    {
        var match = Regex.Match(page, $@"^## {heading}\n\n```\w+\n(?<block>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(match.Success, $"no block under '{heading}'");
        return match.Groups["block"].Value;
    }

    // A page shows what matters; the rest of the program is that of the sample. A block of XML shows references, and one with the names of
    // projects shows two of these.
    private static Project Complete(string block)
    {
        if (block.StartsWith('<'))
        {
            return new Project(Sample.Program) { HasTorch = block.Contains("TorchSharp"), HasRuntime = block.Contains("MetaDsl.Runtime") };
        }

        var projects = ProjectName().Split(block).Where(part => part.Length > 0).ToArray();
        var program = Sample.Using + projects[^1];
        foreach (var (name, source) in new[] { ("SineNet", Sample.Model), ("Sinusoids", Sample.Tasks), ("SineMaml", Sample.Experiment) })
        {
            if (!Regex.IsMatch(block, $@"\bclass {name}\b")) program += "\n" + source;
        }

        return new Project(program) { Reference = projects.Length == 1 ? null : new Project(Sample.Using + projects[0]) };
    }

    [GeneratedRegex(@"^// \w+\.csproj\n", RegexOptions.Multiline)]
    private static partial Regex ProjectName();
}
