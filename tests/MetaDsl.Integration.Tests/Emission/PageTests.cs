using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>What the pages under docs/diagnostics show as right, generated and compiled beside the real libraries.</summary>
public sealed class PageTests
{
    public static TheoryData<string> Ids =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/diagnostics"), "MDSL*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            // Our own mistakes have no example.
            .Where(id => id != "MDSL0901")
            .Order(),
    ];

    public static TheoryData<string> Models =>
        [.. Repository.Read("docs/models.md").Split("```csharp\n").Skip(1).Select(part => part.Split("```")[0])];

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_of_the_page_of_models_is_generated_and_compiles(string model) => Emission.Of(Sample.Using + model + "\n" + Net.Tasks + Net.Experiment);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_fix_is_generated_and_compiles(string id) => Emission.Of(Page.Read(id, "Fix").Program);
}
