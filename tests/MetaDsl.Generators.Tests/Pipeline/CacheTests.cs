using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reason = Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace MetaDsl.Generators.Tests.Pipeline;

public sealed class CacheTests
{
    [Fact]
    public void An_edit_of_an_unrelated_file_changes_nothing()
    {
        var (generator, compilation) = Warm(Sample.Program, "class Unrelated;");
        var result = generator.Run(Edit(compilation, "File2.cs", "class Unrelated { int x; }"));
        Assert.Equal([Reason.Unchanged], Reasons(result, "Parsed").Select(Settled));
        Assert.Equal([Reason.Cached], Reasons(result, "Experiments"));
        Assert.Equal([Reason.Cached], Reasons(result, "Files"));
        Assert.Empty(generator.TakePrinted());
    }

    [Fact]
    public void A_comment_above_the_class_leaves_its_file_alone()
    {
        var (generator, compilation) = Warm(Sample.Program);
        var result = generator.Run(Edit(compilation, "File1.cs", "// A remark.\n" + Sample.Program));
        Assert.Equal([Reason.Modified], Reasons(result, "Parsed"));
        Assert.Equal([Reason.Unchanged], Reasons(result, "Experiments"));
        Assert.Equal([Reason.Cached], Reasons(result, "Files"));
        Assert.Equal(Reason.Cached, Assert.Single(result.TrackedOutputSteps["SourceOutput"]).Outputs.Single().Reason);
    }

    [Theory]
    [InlineData("Steps = 1,", "Steps = 2,")]
    [InlineData("Linear(1)", "Linear(2), Linear(1)")]
    [InlineData("Uniform(0.1, 5.0)", "Normal(0.1, 5.0)")]
    [InlineData("X - Phase", "X + Phase")]
    [InlineData("1e-3", "1e-4")]
    [InlineData("Tasks = 600", "Tasks = 100")]
    [InlineData("\"cuda:0\"", "\"cuda:1\"")]
    public void A_changed_declaration_is_printed_again(string old, string replacement)
    {
        var (generator, compilation) = Warm(Sample.Program);
        var result = generator.Run(Edit(compilation, "File1.cs", Sample.With(old, replacement)));
        Assert.Equal([Reason.Modified], Reasons(result, "Experiments"));
        Assert.Single(generator.TakePrinted());
    }

    [Fact]
    public void A_change_of_the_model_in_another_file_reaches_the_experiment()
    {
        var (generator, compilation) = Warm(Sample.Using + Sample.Tasks + Sample.Experiment, Sample.Using + Sample.Model);
        var result = generator.Run(Edit(compilation, "File2.cs", Sample.Using + Sample.Model.Replace("Relu", "Tanh")));
        Assert.Equal([Reason.Modified], Reasons(result, "Experiments"));
    }

    [Fact]
    public void A_second_experiment_leaves_the_first_alone()
    {
        var (generator, compilation) = Warm(Sample.Program);
        var result = generator.Run(Edit(compilation, "File1.cs", Sample.Program + Sample.Experiment.Replace("SineMaml", "Second")));
        Assert.Equal([Reason.Cached, Reason.New], Reasons(result, "Files"));
        Assert.Equal("Second", Assert.Single(generator.TakePrinted()).Type.Name);
    }

    [Fact]
    public void Of_fifty_experiments_an_edit_prints_the_one_it_touches()
    {
        string[] sources = [Sample.Using + Sample.Model + Sample.Tasks, .. Enumerable.Range(0, 50).Select(i => Numbered(i, 1))];
        var (generator, compilation) = Warm(sources);
        generator.Run(Edit(compilation, "File20.cs", Numbered(18, 3)));
        Assert.Equal("Maml18", Assert.Single(generator.TakePrinted()).Type.Name);

        static string Numbered(int number, int steps) =>
            Sample.Using + Sample.Experiment.Replace("SineMaml", $"Maml{number}").Replace("Steps = 1,", $"Steps = {steps},");
    }

    [Fact]
    public void An_experiment_that_becomes_wrong_loses_its_file_and_gets_it_back()
    {
        var (generator, compilation) = Warm(Sample.Program);
        var wrong = Edit(compilation, "File1.cs", Sample.With("Steps = 1,", "Steps = 0,"));
        Assert.Empty(generator.Run(wrong).GeneratedSources);
        Assert.Single(generator.Run(Edit(wrong, "File1.cs", Sample.Program)).GeneratedSources);
    }

    private static (Generator Generator, CSharpCompilation Compilation) Warm(params string[] sources)
    {
        var (generator, compilation) = (new Generator(tracksSteps: true), new Project(sources).Compile());
        Assert.NotEmpty(generator.Run(compilation).GeneratedSources);
        generator.TakePrinted();
        return (generator, compilation);
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, string file, string source) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == file), Project.Tree(source, file));

    private static Reason[] Reasons(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private static Reason Settled(Reason reason) => reason == Reason.Cached ? Reason.Unchanged : reason;
}
