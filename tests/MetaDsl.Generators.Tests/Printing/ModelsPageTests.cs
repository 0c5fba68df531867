using System.Text.RegularExpressions;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetaDsl.Generators.Tests.Printing;

/// <summary>docs/models.md: its models are right, and what it shows of generated code and of names is what the compiler gives.</summary>
public sealed class ModelsPageTests
{
    private static readonly string Text = Repository.Read("docs/models.md");

    public static TheoryData<string> Models => [.. Blocks("csharp").Select(block => block.Groups["block"].Value)];

    [Theory]
    [MemberData(nameof(Models))]
    public Task A_model_of_the_page_is_right(string model) => Wrong.Right(new Project(Program(model)));

    [Fact]
    public void Every_layer_is_on_the_page()
    {
        var models = string.Concat(Blocks("csharp").Select(block => block.Groups["block"].Value));
        Assert.All(LayerCatalog.Names.Append("Use").Append("Repeat"), layer => Assert.Matches($@"\b{layer}\b", models));
        Assert.All(Enum.GetNames<InitialWeights>(), choice => Assert.Contains($"`{choice}`", Text));
        Assert.All(Enum.GetNames<NormStatistics>(), choice => Assert.Contains($"`{choice}`", Text));
    }

    [Fact]
    public void The_header_is_that_of_the_model_above_it()
    {
        var shown = Assert.Single(Blocks("header"));
        var driver = CSharpGeneratorDriver.Create([new MetaDslGenerator().AsSourceGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.Latest));
        var result = driver.RunGenerators(new Project(Program(Above(shown))).Compile()).GetRunResult().Results.Single();
        var lines = Assert.Single(result.GeneratedSources).SourceText.ToString().Split('\n').Where(line => line.StartsWith("//   ", StringComparison.Ordinal));
        Assert.Equal(string.Join("\n", lines) + "\n", shown.Groups["block"].Value);
    }

    [Fact]
    public void The_names_are_those_of_the_model_above_them()
    {
        var shown = Assert.Single(Blocks("weights"));
        var model = Generator.SpecOf(Program(Above(shown))).Model;
        var parameters = model.Network.For(new(5, 1)).Parameters(model.Input).ToArray();
        var width = parameters.Max(parameter => parameter.Name.Length);
        Assert.Equal(
            string.Concat(parameters.Select(parameter => $"{parameter.Name.PadRight(width)}  {parameter.Type}\n")), shown.Groups["block"].Value);
    }

    private static string Program(string model) => Sample.Using + model + "\n" + Net.Tasks + Net.Experiment;

    private static IEnumerable<Match> Blocks(string language) =>
        Regex.Matches(Text, $@"^```{language}\n(?<block>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline);

    private static string Above(Match block) => Blocks("csharp").Last(model => model.Index < block.Index).Groups["block"].Value;
}
