using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetaDsl.Generators.Tests.Pipeline;

/// <summary>
/// Whatever an experiment is read from, its file follows. Each test edits one file and compares with a generator that never saw the project
/// before; that the output changes at all is checked too.
/// </summary>
public sealed class DependencyTests
{
    private const string Constant = "static class Sizes { public const int Count = 1; }";
    private static readonly string Counted = Sample.With("Steps = 1,", "Steps = Sizes.Count,");

    [Fact]
    public void A_constant() => Follows(Counted, Constant, Constant.Replace('1', '2'));

    [Fact]
    public void A_constant_that_a_constant_is_computed_from() => Follows(
        Counted,
        "static class Bases { public const int Least = 1; }",
        "static class Bases { public const int Least = 2; }",
        "static class Sizes { public const int Count = Bases.Least + 1; }");

    [Fact]
    public void A_constant_that_becomes_a_field() => Follows(
        Counted, Constant, "static class Sizes { public static int Count = 1; }");

    [Fact]
    public void A_constant_that_is_named_by_escapes() => Follows(
        Counted.Replace("Sizes", @"Si\u007Aes"), Constant, Constant.Replace('1', '2'));

    [Fact]
    public void A_constant_with_characters_that_count_for_nothing() => Follows(
        Counted.Replace("Sizes", "Siz\u200Des"), Constant, Constant.Replace('1', '2'));

    [Fact]
    public void A_constant_behind_an_alias() => Follows(
        Counted.Replace("using MetaDsl;", "using MetaDsl;\nusing Sizes = Space.Numbers;"),
        "namespace Space { static class Numbers { public const int Count = 1; } }",
        "namespace Space { static class Numbers { public const int Count = 2; } }");

    [Fact]
    public void A_constant_behind_a_global_alias() => Follows(
        Counted,
        "namespace Space { static class Numbers { public const int Count = 1; } }",
        "namespace Space { static class Numbers { public const int Count = 2; } }",
        "global using Sizes = Space.Numbers;");

    [Fact]
    public void A_constant_by_using_static() => Follows(
        Sample.With("Steps = 1,", "Steps = Count,").Replace("using MetaDsl;", "using MetaDsl;\nusing static Sizes;"),
        Constant,
        Constant.Replace('1', '2'));

    [Fact]
    public void A_constant_of_a_base_class() => Follows(
        Sample.With("Uniform(0.1, 5.0)", "Uniform(Low, 5.0)").Replace("class Sinusoids", "class Sinusoids : Middle"),
        "class Bounds { protected const double Low = 0.1; }",
        "class Bounds { protected const double Low = 0.2; }",
        "class Middle : Bounds;");

    [Fact]
    public void A_base_class() => Follows(
        Sample.With("Uniform(0.1, 5.0)", "Uniform(Low, 5.0)"),
        "partial class Sinusoids : One;",
        "partial class Sinusoids : Two;",
        "class One { protected const double Low = 0.1; } class Two { protected const double Low = 0.2; }");

    [Fact]
    public void A_constant_of_an_interface_of_a_base_class() => Follows(
        Sample.With("Uniform(0.1, 5.0)", "Uniform(Derived.Low, 5.0)"),
        "interface IBounds { const double Low = 0.1; }",
        "interface IBounds { const double Low = 0.2; }",
        "interface Derived : IBounds;");

    [Fact]
    public void A_value_of_an_enum() => Follows(
        Sample.With("Steps = 1,", "Steps = (int)Length.Middle,"), "enum Length { Short = 1, Middle }", "enum Length { Short = 3, Middle }");

    [Fact]
    public void A_model() => Follows(
        Sample.Using + Sample.Tasks + Sample.Experiment, Sample.Using + Sample.Model, Sample.Using + Sample.Model.Replace("Relu", "Tanh"));

    [Fact]
    public void A_model_that_is_renamed() => Follows(
        Sample.Using + Sample.Tasks + Sample.Experiment,
        Sample.Using + Sample.Model,
        Sample.Using + Sample.Model.Replace("SineNet", "Net"));

    [Fact]
    public void A_model_that_gets_its_name() => Follows(
        Sample.Using + Sample.Tasks + Sample.Experiment,
        Sample.Using + Sample.Model.Replace("SineNet", "Net"),
        Sample.Using + Sample.Model);

    [Fact]
    public void A_model_that_moves_to_a_namespace() => Follows(
        Sample.Using + Sample.Tasks + Sample.Experiment,
        Sample.Using + Sample.Model,
        "namespace Space; " + Sample.Using + Sample.Model,
        "global using Space; namespace Space { class Other; }");

    [Fact]
    public void A_model_that_an_inner_namespace_hides() => Follows(
        Sample.Using + Sample.Model + Sample.Tasks + "namespace Space.Deep {" + Sample.Experiment + "}",
        "namespace Space { class Other; }",
        "namespace Space { [MetaDsl.Model, MetaDsl.Input(1), MetaDsl.Linear(1)] class SineNet; }");

    [Fact]
    public void Attributes_on_a_part_elsewhere() => Follows(
        Sample.Program.Replace("[Evaluation(Tasks = 600, Steps = 10)]", ""),
        "partial class SineMaml;",
        "[MetaDsl.Evaluation(Tasks = 100)] partial class SineMaml;");

    [Fact]
    public void A_part_that_is_new() => Follows(Sample.Program, "", "partial class SineMaml { string Weights; }");

    [Fact]
    public void A_property_that_is_drawn_elsewhere() => Follows(
        Sample.WithTarget("Amplitude * Math.Sin(X - Phase) + Shift"),
        "partial class Sinusoids;",
        "partial class Sinusoids { [MetaDsl.Normal(0.0, 1.0)] double Shift { get; } }");

    [Fact]
    public void A_target_elsewhere() => Follows(
        Sample.With("double Y => Amplitude * Math.Sin(X - Phase);", ""),
        "partial class Sinusoids { double Y => Amplitude * Math.Sin(X - Phase); }",
        "partial class Sinusoids { double Y => Amplitude * Math.Sin(X + Phase); }");

    [Fact]
    public void The_order_of_two_parts_in_a_file() => Follows(
        Sample.With("[Uniform(0.1, 5.0)]     double Amplitude { get; }", "")
            .Replace("[Uniform(0.0, Math.PI)] double Phase     { get; }", ""),
        "partial class Sinusoids { [MetaDsl.Uniform(0, 1)] double Amplitude { get; } } "
            + "partial class Sinusoids { [MetaDsl.Uniform(0, 1)] double Phase { get; } }",
        "partial class Sinusoids { [MetaDsl.Uniform(0, 1)] double Phase { get; } } "
            + "partial class Sinusoids { [MetaDsl.Uniform(0, 1)] double Amplitude { get; } }");

    [Fact]
    public void The_order_of_files()
    {
        var before = new Project(
            Sample.With("[Uniform(0.1, 5.0)]     double Amplitude { get; }", "")
                .Replace("[Uniform(0.0, Math.PI)] double Phase     { get; }", ""),
            "partial class Sinusoids { [MetaDsl.Uniform(0, 1)] double Amplitude { get; } }",
            "partial class Sinusoids { [MetaDsl.Uniform(0, 1)] double Phase { get; } }").Compile();
        var (second, third) = (Tree(before, "File2.cs"), Tree(before, "File3.cs"));
        Follows(before, before.RemoveSyntaxTrees(second).AddSyntaxTrees(second));
        var without = before.ReplaceSyntaxTree(second, Project.Tree("", "File2.cs"));
        Follows(before, without.ReplaceSyntaxTree(third, Project.Tree("", "File3.cs")));
    }

    [Fact]
    public void A_using_static_for_all_files() => Follows(
        Sample.With("Steps = 1,", "Steps = Count,"), "", "global using static Sizes;", Constant);

    [Fact]
    public void A_using_for_all_files() => Follows(
        Counted, "", "global using Space;", "namespace Space { " + Constant + " }");

    [Fact]
    public void An_alias_for_all_files() => Follows(
        Sample.With("double Amplitude", "Number Amplitude"), "global using Number = double;", "global using Number = float;");

    [Fact]
    public void A_using_within_a_namespace() => Follows(
        Sample.Using + "namespace Space { using Net = One; " + Sample.Tasks + Sample.Experiment.Replace("<SineNet", "<Net") + "}",
        Sample.Using + Sample.Model.Replace("SineNet", "One"),
        Sample.Using + Sample.Model.Replace("SineNet", "Two"),
        Sample.Using + Sample.Model.Replace("SineNet", "Three"));

    [Fact]
    public void An_alias_of_a_model() => Follows(
        Sample.Tasks.Insert(0, "using MetaDsl; using Net = One;") + Sample.Experiment.Replace("<SineNet", "<Net"),
        Sample.Using + Sample.Model.Replace("SineNet", "One"),
        Sample.Using + Sample.Model.Replace("SineNet", "One").Replace("40", "20"));

    [Fact]
    public void The_usings_of_a_file() => Follows(
        "",
        "using MetaDsl; using Net = One;" + Sample.Tasks + Sample.Experiment.Replace("<SineNet", "<Net"),
        "using MetaDsl; using Net = Two;" + Sample.Tasks + Sample.Experiment.Replace("<SineNet", "<Net"),
        Sample.Using + Sample.Model.Replace("SineNet", "One") + Sample.Model.Replace("SineNet", "Two"));

    [Fact]
    public void The_usings_of_the_file_of_a_constant() => Follows(
        Counted,
        "using One; static class Sizes { public const int Count = Bases.Least; }",
        "using Two; static class Sizes { public const int Count = Bases.Least; }",
        "namespace One { class Bases { public const int Least = 1; } } namespace Two { class Bases { public const int Least = 2; } }");

    [Fact]
    public void A_symbol_of_the_preprocessor() => Follows(
        Counted,
        "#undef FAST\nstatic partial class Sizes {\n#if FAST\npublic const int Count = 1;\n#else\npublic const int Count = 2;\n#endif\n}",
        "#define FAST\nstatic partial class Sizes {\n#if FAST\npublic const int Count = 1;\n#else\npublic const int Count = 2;\n#endif\n}");

    [Fact]
    public void A_symbol_of_the_project()
    {
        const string Source =
            "static partial class Sizes {\n#if FAST\npublic const int Count = 1;\n#else\npublic const int Count = 2;\n#endif\n}";
        var before = new Project(Counted, Source).Compile();
        var options = (CSharpParseOptions)before.SyntaxTrees[0].Options;
        Follows(before, before.RemoveAllSyntaxTrees().AddSyntaxTrees(before.SyntaxTrees.Select(tree =>
            CSharpSyntaxTree.ParseText(tree.GetText(), options.WithPreprocessorSymbols("FAST"), tree.FilePath))));
    }

    [Fact]
    public void A_class_that_hides_Math() => Follows(
        Sample.Program, "", "static class Math { public static double Sin(double x) => 1 - x; }");

    [Fact]
    public void A_namespace_that_hides_Math() => Follows(
        "namespace Space;" + Sample.Program, "namespace Space.Maths { class Other; }", "namespace Space.Math { class Other; }");

    [Fact]
    public void A_class_named_as_a_type_of_torch() => Follows(
        "namespace Space;" + Sample.Program, "namespace Space { class Other; }", "namespace Space { class Tensor; }");

    [Fact]
    public void A_class_within_the_class_around_named_as_a_type_of_torch() => Follows(
        Sample.Using + Sample.Model + Sample.Tasks + "partial class Outer {" + Sample.Experiment + "}",
        "partial class Outer { class Other; }",
        "partial class Outer { class Scalar; }");

    [Fact]
    public void A_variable_of_the_top_level() => Follows(Counted, "", "const string Sizes = \"\";", Constant);

    [Fact]
    public void An_experiment_by_an_alias() => Follows(
        "using MetaDsl; using Alias = MetaDsl.ExperimentAttribute<SineNet, Sinusoids>;"
            + Sample.Model + Sample.Tasks + Sample.Experiment.Replace("[Experiment<SineNet, Sinusoids>]", "[Alias]"),
        "",
        "partial class SineMaml { string Weights; }");

    [Fact]
    public void An_experiment_by_a_global_alias() => Follows(
        Sample.Program.Replace("[Experiment<SineNet, Sinusoids>]", "[Alias]"),
        "",
        "global using Alias = MetaDsl.ExperimentAttribute<SineNet, Sinusoids>;");

    [Fact]
    public void An_experiment_that_is_said_on_one_of_two_parts_by_a_global_alias() => Follows(
        Sample.Program.Replace("[Experiment<SineNet, Sinusoids>]", "[Alias]"),
        "global using Alias = MetaDsl.ExperimentAttribute<SineNet, Sinusoids>;",
        "global using Alias = MetaDsl.ExperimentAttribute<SineNet, Sinusoids>; [Obsolete] partial class SineMaml { string Weights; }");

    [Fact]
    public void A_reference()
    {
        var project = new Project(Sample.Program) { HasRuntime = false };
        Follows(project.Compile(), Referring(project.Compile(), (project with { HasRuntime = true }).Compile()));
    }

    [Fact]
    public void A_constant_of_another_project()
    {
        var (one, two) = (Library(1), Library(2));
        Follows(one, Referring(one, two));

        static CSharpCompilation Library(int count) => new Project(Counted)
        {
            Reference = new Project($"public static class Sizes {{ public const int Count = {count}; }}"),
        }.Compile();
    }

    [Fact]
    public void The_name_of_the_assembly()
    {
        var before = new Project(Counted)
        {
            Reference = new Project("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")] " + Constant),
        }.Compile();
        Follows(before, before.WithAssemblyName("Friend"));
    }

    [Fact]
    public void A_file_that_is_typed()
    {
        // Every seventh character, from a file to which another refers.
        var text = "namespace Space; " + Sample.Using + Sample.Tasks + "enum Length { One = 1 } " + Constant + "\n" + Sample.Model;
        var experiment = Counted.Substring(Counted.IndexOf("[Experiment", StringComparison.Ordinal));
        var compilation = new Project("using Space;" + Sample.Using + experiment, "").Compile();
        var generator = new Generator();
        for (var length = 0; length <= text.Length; length += 7)
        {
            var cut = Project.Tree(text.Substring(0, length), "File2.cs");
            compilation = compilation.ReplaceSyntaxTree(Tree(compilation, "File2.cs"), cut);
            Assert.Equal(Files(new Generator(), compilation), Files(generator, compilation));
        }
    }

    private static void Follows(string source, string edited, string after, string other = "")
    {
        var compilation = new Project(source, edited, other).Compile();
        var changed = compilation.ReplaceSyntaxTree(Tree(compilation, "File2.cs"), Project.Tree(after, "File2.cs"));
        Follows(compilation, changed);
    }

    // There and back, since what is unknown at first may be known later.
    private static void Follows(CSharpCompilation before, CSharpCompilation after)
    {
        var generator = Make();
        var (first, second) = (Files(Make(), before), Files(Make(), after));
        Assert.NotEqual(first, second);
        Assert.Equal(first, Files(generator, before));
        Assert.Equal(second, Files(generator, after));
        Assert.Equal(first, Files(generator, before));
    }

    private static Generator Make() => new(spec => ExperimentPrinter.Print(spec, default));

    private static string Files(Generator generator, Compilation compilation) =>
        string.Join("\n", generator.Run(compilation).GeneratedSources.Select(file => $"{file.HintName}\n{file.SourceText}"));

    private static CSharpCompilation Referring(CSharpCompilation from, CSharpCompilation to) => from.WithReferences(to.References);

    private static SyntaxTree Tree(CSharpCompilation compilation, string file) =>
        compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
}
