using System.Globalization;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MetaDsl.Generators.Tests.Pipeline;

public sealed class HostileTests
{
    private const string Header = "public partial class SineMaml;";
    private const string Before = Sample.Using + Sample.Model + Sample.Tasks;

    [Fact]
    public Task The_sample_is_right() => Emits(["SineMaml.g.cs"], Sample.Program);

    [Fact]
    public Task An_experiment_nested_in_types_of_every_kind() => Emits(
        ["Space.Deep.A.B.C.D.SineMaml.g.cs"],
        Before + "namespace Space.Deep { partial class A { partial struct B { partial interface C { partial record D {"
            + Sample.Experiment + "} } } } }");

    [Fact]
    public Task Names_that_are_keywords() => Emits(
        ["namespace.class.record.g.cs"],
        Before + "namespace @namespace { public partial struct @class {"
            + Sample.Experiment.Replace(Header, "public partial class @record;") + "} }");

    [Fact]
    public Task Names_with_letters_that_no_file_name_may_have() => Emits(
        ["Maml_π_.g.cs"],
        Before + Sample.Experiment.Replace(Header, "public partial class Maml\u203Fπ\u0301;"));

    [Fact]
    public Task Two_partial_parts_with_the_attributes_spread_over_both() => Emits(
        ["SineMaml.g.cs"],
        Sample.With("[OuterLoop", "public partial class SineMaml;\n[OuterLoop"));

    [Fact]
    public async Task Two_files_with_a_part_each()
    {
        var files = Sample.With("[OuterLoop", "public partial class SineMaml;\n\n/*cut*/[OuterLoop").Split("/*cut*/");
        await Emits(["SineMaml.g.cs"], new Project(files[0], Sample.Using + files[1]));
    }

    [Fact]
    public Task Types_that_differ_only_in_case_get_files_that_do_not() => Emits(
        ["SINEMAML.g.cs", "SineMaml.2.g.cs", "Sinemaml.3.g.cs"],
        Sample.Program + Sample.Experiment.Replace("SineMaml", "Sinemaml") + Sample.Experiment.Replace("SineMaml", "SINEMAML"));

    [Fact]
    public void A_nested_type_and_one_in_a_namespace_of_the_same_name_lose_nothing()
    {
        // C# reports the clash of Outer; until it is solved, the generator must not end.
        var source = Before + "namespace Outer {" + Sample.Experiment + "} public partial class Outer {" + Sample.Experiment + "}";
        Assert.Equal(2, Generator.FilesOf(new Project(source).Compile()).Length);
    }

    [Fact]
    public Task Nullable_off() => Emits(["SineMaml.g.cs"], new Project(Sample.Program) { IsNullable = false });

    [Fact]
    public Task Attributes_by_their_full_names() => Emits(
        ["SineMaml.g.cs"],
        Sample.Program.Replace("using MetaDsl;", "using Linear = MetaDsl.LinearAttribute;")
            .Replace("[Model, Input(1)]", "[global::MetaDsl.ModelAttribute, MetaDsl.Input(1)]")
            .Replace(", Relu]", ", MetaDsl.Relu]")
            .Replace("[RegressionTasks", "[MetaDsl.RegressionTasks")
            .Replace("[Uniform", "[MetaDsl.Uniform")
            .Replace("[Experiment<", "[MetaDsl.Experiment<")
            .Replace("[Maml", "[MetaDsl.Maml")
            .Replace("[OuterLoop(", "[MetaDsl.OuterLoop(MetaDsl.")
            .Replace("[Evaluation", "[MetaDsl.Evaluation")
            .Replace("[Device", "[MetaDsl.Device"));

    [Fact]
    public async Task Attributes_of_the_same_name_from_elsewhere_are_none_of_ours()
    {
        const string Source = """
            public sealed class LinearAttribute(int width) : Attribute { public int Width => width; }
            public sealed class MamlAttribute : Attribute;
            [Linear(0), Maml] public class Other;
            """;
        var compilation = new Project(Source).Compile();
        Assert.Empty(Project.Complaints(compilation));
        Assert.Empty(await Project.Analyze(compilation));
    }

    [Fact]
    public async Task A_culture_with_decimal_commas_changes_neither_spec_nor_message()
    {
        var (culture, spec) = (CultureInfo.CurrentCulture, Generator.SpecOf(Sample.Program));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(spec, Generator.SpecOf(Sample.Program));
            var compilation = new Project(Sample.With("Uniform(0.1, 5.0)", "Uniform(5.5, 0.1)")).Compile();
            var message = Assert.Single(await Project.Analyze(compilation)).GetMessage(CultureInfo.CurrentCulture);
            Assert.StartsWith("'Amplitude' is drawn from '5.5' up to '0.1'", message);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_printer_that_throws_costs_one_experiment_and_says_which()
    {
        var generator = new Generator(Throw);
        var compilation = new Project(Sample.Program + Sample.Experiment.Replace("SineMaml", "Other")).Compile();
        var result = generator.Run(compilation);
        Assert.Equal(["Other.g.cs"], result.GeneratedSources.Select(file => file.HintName));

        var diagnostic = Assert.Single(generator.Diagnostics);
        Assert.Equal("MDSL0901", diagnostic.Id);
        Assert.Equal(
            "The code of 'SineMaml' could not be generated, because of a mistake in MetaDsl "
                + "(InvalidOperationException: no rule for it); report it with the declaration",
            diagnostic.GetMessage());
        var start = Sample.Program.IndexOf(Header, StringComparison.Ordinal) + "public partial class ".Length;
        Assert.Equal(new TextSpan(start, "SineMaml".Length), diagnostic.Location.SourceSpan);

        var suppressed = new Generator(Throw);
        suppressed.Run(new Project("#pragma warning disable MDSL0901\n" + Sample.Program).Compile());
        Assert.Empty(suppressed.Diagnostics);
        var working = new Generator();
        working.Run(compilation);
        Assert.Empty(working.Diagnostics);

        static string Throw(ExperimentSpec spec) =>
            spec.Type.Name == "SineMaml" ? throw new InvalidOperationException("no rule for it") : "";
    }

    private static Task Emits(string[] files, string source) => Emits(files, new Project(source));

    private static async Task Emits(string[] files, Project project)
    {
        var compilation = project.Compile();
        Assert.Empty(Project.Complaints(compilation));
        Assert.Empty(await Project.Analyze(compilation));
        var result = new Generator().Run(compilation, out var updated);
        Assert.Equal(files, result.GeneratedSources.Select(file => file.HintName).Order(StringComparer.Ordinal));
        // Only a spec that names the type rightly extends the same type.
        Assert.Empty(Project.Complaints(updated));
        var extended = updated.SyntaxTrees.Skip(compilation.SyntaxTrees.Length).Select(tree => Declared(updated, tree)).ToArray();
        Assert.All(extended, type => Assert.Contains(type.GetAttributes(), data => data.AttributeClass!.Name == "ExperimentAttribute"));
    }

    private static INamedTypeSymbol Declared(Compilation compilation, SyntaxTree tree) => compilation
        .GetSymbolsWithName("Generated", SymbolFilter.Member)
        .Single(member => member.Locations.Any(location => location.SourceTree == tree))
        .ContainingType;
}
