using System.Text.RegularExpressions;
using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Tests.Diagnostics;

/// <summary>No rule without a page, a release row and a test, and none of these without a rule.</summary>
public sealed class CatalogTests
{
    /// <summary>The rule for our own mistakes: no declaration shows it, so its test is beside the generator's.</summary>
    public const string Internal = "MDSL0901";

    private static readonly string Releases = Repository.Read("src/MetaDsl.Generators/AnalyzerReleases.Shipped.md")
        + Repository.Read("src/MetaDsl.Generators/AnalyzerReleases.Unshipped.md");

    private static readonly string Tests = string.Concat(Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests/MetaDsl.Generators.Tests/Diagnostics"), "*.cs")
        .Where(file => Path.GetFileName(file) != "CatalogTests.cs")
        .Append(Path.Combine(Repository.Root, "tests/MetaDsl.Generators.Tests/Pipeline/HostileTests.cs"))
        .Select(File.ReadAllText));

    public static TheoryData<string> Ids => [.. Project.Rules.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_a_release_row_and_a_test(string id)
    {
        var rule = Project.Rules.Single(candidate => candidate.Id == id);
        var severity = rule.DefaultSeverity.ToString();
        var head = $"# {id}: {rule.Title}\n\nSeverity: {severity.ToLowerInvariant()}\n\n## Cause\n\n";
        Assert.StartsWith(head, Repository.Read($"docs/diagnostics/{id}.md"));
        Assert.Contains($"\n{id} | MetaDsl | {severity} | {rule.Title}\n", Releases);
        Assert.Matches($@"(Wrong\.\w+\(|Assert\.Equal\()\s*""{id}""", Tests);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_one_sentence_that_names_the_thing_and_ends_with_the_way_out(string id)
    {
        var rule = Project.Rules.Single(candidate => candidate.Id == id);
        var message = rule.MessageFormat.ToString();
        Assert.Contains("'{0}'", message);
        Assert.Contains("; ", message);
        Assert.DoesNotMatch(@"\.$|\. [A-Z]", message);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", rule.HelpLinkUri);
        Assert.True(rule.IsEnabledByDefault);
    }

    [Fact]
    public void Ids_are_unique_and_every_page_and_row_has_its_rule()
    {
        var ids = Project.Rules.Select(rule => rule.Id).Order().ToArray();
        Assert.Equal(ids.Distinct(), ids);
        var pages = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "docs/diagnostics"), "MDSL*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file));
        Assert.Equal(ids, pages.Order());
        Assert.Equal(ids, Regex.Matches(Releases, @"^MDSL\d{4}", RegexOptions.Multiline).Select(match => match.Value).Order());
        Assert.All(Project.Rules, rule => Assert.NotEqual(DiagnosticSeverity.Hidden, rule.DefaultSeverity));
    }
}
