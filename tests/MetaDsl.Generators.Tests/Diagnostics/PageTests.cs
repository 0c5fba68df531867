using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

/// <summary>
/// The pages under docs/diagnostics, whose examples are compiled: the first must give exactly its own diagnostic, the second none.
/// </summary>
public sealed class PageTests
{
    public static TheoryData<string> Ids => [.. Project.Rules.Select(rule => rule.Id).Where(id => id != CatalogTests.Internal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_example_of_a_page_shows_its_diagnostic_and_the_fix_shows_none(string id)
    {
        var wrong = Complete(Page.Read(id, "Example")).Compile();
        Assert.Empty(Project.Complaints(wrong));
        Assert.Equal([id], (await Project.Analyze(wrong)).Select(diagnostic => diagnostic.Id));
        await Wrong.Right(Complete(Page.Read(id, "Fix")));
    }

    private static Project Complete(Page page) => new(page.Program)
    {
        HasTorch = page.HasTorch,
        HasRuntime = page.HasRuntime,
        Reference = page.Library is null ? null : new Project(page.Library),
    };
}
