using System.Collections.Concurrent;
using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace MetaDsl.Generators.Tests.Pipeline;

/// <summary>What an edit reads again: nothing that it cannot have changed.</summary>
public sealed class ReuseTests
{
    private const string Header = "public partial class SineMaml;";

    // Three experiments: two in a file, with models and tasks of their own, and one in another.
    private static readonly string One = Sample.Program;
    private static readonly string Two = Numbered(2);
    private static readonly string Three = Sample.Using + Numbered(3);

    [Theory]
    [InlineData("class Unrelated { int Twice(int x) => x + x; }", "class Unrelated { int Twice(int x) => 2 * x; }")]
    [InlineData("class Unrelated { int Twice(int x) { return x; } }", "class Unrelated { int Twice(int x) { int y = x; return y; } }")]
    [InlineData("partial class Unrelated { int x = 1; }", "partial class Unrelated { int x = 2; }")]
    [InlineData("class Unrelated { int x; }", "class Unrelated { int y; int z; }")]
    [InlineData("class Unrelated;", "class Unrelated; class Another;")]
    [InlineData("class Unrelated;", "using System.Text; class Unrelated;")]
    [InlineData("class Unrelated;", "class Unrelated; clas")]
    [InlineData("class Unrelated;", "class")]
    [InlineData("class Unrelated;", "namespace Space; class Unrelated;")]
    [InlineData("class Unrelated { int Steps = 1; }", "class Unrelated { long Steps = 2; }")]
    [InlineData("class Sizes { const int Count = 1; }", "class Sizes { const int Count = 2; }")]
    [InlineData("enum Unrelated { A }", "enum Unrelated { A, B }")]
    [InlineData("static class Other { static int Two(this int x) => x; }", "static class Other { static int Half(this int x) => x; }")]
    [InlineData("[Obsolete] class Unrelated;", "[Obsolete(\"too old\")] class Unrelated;")]
    public void An_edit_of_an_unrelated_file_parses_nothing(string before, string after) => Parses([], before, after);

    [Fact]
    public void A_body_in_a_class_with_a_constant_parses_nothing() => Parses(
        [],
        "static class Sizes { public const int Count = 1; static int Twice() => Count + Count; static int field = 1; }",
        "static class Sizes { public const int Count = 1; static int Twice() => 2 * Count; static int field = 2; }",
        Three.Replace("Steps = 1,", "Steps = Sizes.Count,"));

    [Fact]
    public void A_constant_parses_the_experiments_that_mention_it() => Parses(
        ["SineMaml3"],
        "static class Sizes { public const int Count = 1; }",
        "static class Sizes { public const int Count = 2; }",
        Three.Replace("Steps = 1,", "Steps = Sizes.Count,"));

    [Theory]
    [InlineData("Steps = 1,", "Steps = 2,")]
    [InlineData("Linear(1)", "Linear(2), Linear(1)")]
    [InlineData("X - Phase", "X + Phase")]
    public void An_edit_of_one_of_two_experiments_in_a_file_parses_that_one(string old, string replacement) => Parses(
        ["SineMaml"], One + Two, Sample.With(old, replacement) + Two);

    [Theory]
    [InlineData("Steps = 1,", "Steps = 0 + 1,")]
    [InlineData("Linear(1)", "Linear(0 + 1)")]
    [InlineData("Shots = 10,", "Shots = 2 * 5,")]
    public void An_edit_that_says_the_same_in_other_words_parses_and_prints_nothing(string old, string replacement) =>
        Assert.Empty(Parses(["SineMaml"], One + Two, Sample.With(old, replacement) + Two).TakePrinted());

    [Fact]
    public void Other_options_of_the_compiler_parse_all_and_print_nothing()
    {
        var generator = new Generator();
        var compilation = new Project(One + Two, Three).Compile();
        generator.Run(compilation);
        generator.TakePrinted();
        generator.TakeParsed();
        generator.Run(compilation.WithOptions(compilation.Options.WithOverflowChecks(!compilation.Options.CheckOverflow)));
        Assert.Equal(["SineMaml", "SineMaml2", "SineMaml3"], generator.TakeParsed());
        Assert.Empty(generator.TakePrinted());
    }

    [Fact]
    public void Many_experiments_are_read_and_printed_at_a_time_and_come_out_in_their_order_and_as_each_alone()
    {
        string[] programs = [.. Enumerable.Range(1, 24).Select(i => Sample.Using + Numbered(i).Replace("Linear(40)", $"Linear({30 + i})"))];
        var together = Files(programs);
        Assert.Equal(programs.Select((_, i) => $"SineMaml{i + 1}.g.cs"), together.Select(file => file.HintName));
        Assert.Equal(programs.SelectMany(program => Files(program)), together);

        static (string HintName, string Text)[] Files(params string[] sources)
        {
            var driver = CSharpGeneratorDriver.Create(new MetaDslGenerator()).RunGenerators(new Project(sources).Compile());
            var files = driver.GetRunResult().Results.Single().GeneratedSources;
            return [.. files.Select(file => (file.HintName, file.SourceText.ToString()))];
        }
    }

    [Fact]
    public void An_experiment_that_comes_first_parses_and_prints_itself_alone()
    {
        var generator = Parses(["SineMaml4"], One + Two, One.Replace(Sample.Model, Numbered(4) + Sample.Model) + Two);
        Assert.Equal("SineMaml4", Assert.Single(generator.TakePrinted()).Type.Name);
    }

    [Fact]
    public void Lines_above_parse_nothing_and_move_what_is_reported()
    {
        var generator = new Generator(_ => throw new InvalidOperationException("no rule for it"));
        var compilation = new Project(One).Compile();
        generator.Run(compilation);
        Assert.Equal(SpanOfName(One), Assert.Single(generator.Diagnostics).Location.SourceSpan);
        generator.TakeParsed();

        var moved = "// A remark.\n\n" + One;
        generator.Run(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Last(), Project.Tree(moved, "File1.cs")));
        Assert.Equal(SpanOfName(moved), Assert.Single(generator.Diagnostics).Location.SourceSpan);
        Assert.Empty(generator.TakeParsed());

        static TextSpan SpanOfName(string source) =>
            new(source.IndexOf(Header, StringComparison.Ordinal) + "public partial class ".Length, "SineMaml".Length);
    }

    [Fact]
    public async Task Lines_above_move_what_the_analyzers_report()
    {
        var wrong = Sample.With("Steps = 1,", "Steps = 0,");
        var compilation = new Project(wrong).Compile();
        Assert.Equal("Steps = 0", Project.Quote(Assert.Single(await Project.Analyze(compilation))));
        var moved = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Last(), Project.Tree("// A remark.\n\n" + wrong, "File1.cs"));
        Assert.Equal("Steps = 0", Project.Quote(Assert.Single(await Project.Analyze(moved))));
    }

    [Fact]
    public void A_cancelled_run_parses_the_rest_later()
    {
        var cancel = new CancellationTokenSource();
        var isFirstRead = new ManualResetEventSlim();
        var parsed = new ConcurrentQueue<string>();
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new MetaDslGenerator(
            (type, _, token) =>
            {
                parsed.Enqueue(type.Name);
                if (type.Name == "SineMaml") isFirstRead.Set();
                if (type.Name == "SineMaml2")
                {
                    Assert.True(isFirstRead.Wait(TimeSpan.FromSeconds(30)));
                    cancel.Cancel();
                }

                if (type.Name != "SineMaml") token.ThrowIfCancellationRequested();
                return null;
            },
            (_, _) => ""));
        driver = driver.RunGenerators(new Project().Compile());
        var compilation = new Project(One + Two, Three).Compile();
        Assert.Throws<OperationCanceledException>(() => driver.RunGenerators(compilation, cancel.Token));
        driver.RunGenerators(compilation);
        // The third may have been read before, or not begun.
        Assert.Equal((1, 2), (parsed.Count(name => name == "SineMaml"), parsed.Count(name => name == "SineMaml2")));
        Assert.Contains("SineMaml3", parsed);
    }

    private static Generator Parses(string[] names, string before, string after, string? other = null)
    {
        var generator = new Generator();
        string[] rest = before.Contains("SineMaml") ? [Three] : [One + Two, other ?? Three];
        var compilation = new Project([before, .. rest]).Compile();
        generator.Run(compilation);
        Assert.Equal(3, generator.TakePrinted().Count);
        generator.TakeParsed();
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == "File1.cs");
        generator.Run(compilation.ReplaceSyntaxTree(old, Project.Tree(after, "File1.cs")));
        Assert.Equal(names, generator.TakeParsed());
        return generator;
    }

    private static string Numbered(int number) => (Sample.Model + Sample.Tasks + Sample.Experiment)
        .Replace("SineNet", $"SineNet{number}")
        .Replace("Sinusoids", $"Sinusoids{number}")
        .Replace("SineMaml", $"SineMaml{number}");
}
