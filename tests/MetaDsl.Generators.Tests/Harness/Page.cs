using System.Text.RegularExpressions;

namespace MetaDsl.Generators.Tests.Harness;

/// <summary>A block of a page under docs/diagnostics, completed to a program. It is used by two projects of tests.</summary>
internal sealed partial record Page(string Program, string? Library = null, bool HasTorch = true, bool HasRuntime = true)
{
    /// <summary>The block under a heading of the page of a rule.</summary>
    public static Page Read(string id, string heading)
    {
        var page = Repository.Read($"docs/diagnostics/{id}.md");
        var match = Regex.Match(page, $@"^## {heading}\n\n```\w+\n(?<block>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.True(match.Success, $"no block under '{heading}'");
        return Complete(match.Groups["block"].Value);
    }

    // A page shows what matters; the rest of the program is that of the sample. A block of XML shows references, and one with the names of
    // projects shows two of these.
    private static Page Complete(string block)
    {
        if (block.StartsWith('<'))
        {
            return new(Sample.Program, HasTorch: block.Contains("TorchSharp"), HasRuntime: block.Contains("MetaDsl.Runtime"));
        }

        var projects = ProjectName().Split(block).Where(part => part.Length > 0).ToArray();
        var program = Sample.Using + projects[^1];
        foreach (var (name, source) in new[] { ("SineNet", Sample.Model), ("Sinusoids", Sample.Tasks), ("SineMaml", Sample.Experiment) })
        {
            if (!Regex.IsMatch(block, $@"\bclass {name}\b")) program += "\n" + source;
        }

        return new(program, projects.Length == 1 ? null : Sample.Using + projects[0]);
    }

    [GeneratedRegex(@"^// \w+\.csproj\n", RegexOptions.Multiline)]
    private static partial Regex ProjectName();
}
