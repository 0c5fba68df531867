using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>What an editor shows where the name of a model is hovered over: the table of its layers.</summary>
public sealed class ModelCommentTests
{
    private const string Layers = "[Model, Input(8), Linear(4), Relu, Classifier]";

    private static readonly string Table = string.Join(
        "\n",
        "layer       gives  weights  operations an example",
        "input       [8]",
        "hidden1     [4]         36                     36",
        "classifier  [3]         15                     15");

    [Fact]
    public void The_model_has_the_table_of_its_layers() => Right(
        Source(Layers + " public partial class Net;", One("One", "Net")), "Net", comment => Assert.Contains(Table, comment));

    [Fact]
    public void A_comment_of_the_users_stays_in_front() => Right(
        Source("/// <summary>My network.</summary>\n" + Layers + " public partial class Net;", One("One", "Net")),
        "Net",
        comment =>
        {
            Assert.Contains("<summary>My network.</summary>", comment);
            Assert.Single(comment.Split("<summary>").Skip(1));
            Assert.Contains(Table, comment[comment.IndexOf("<remarks>", StringComparison.Ordinal)..]);
        });

    [Fact]
    public void Of_several_experiments_one_tells_of_their_model() => Right(
        Source(Layers + " public partial class Net;", One("First", "Net") + One("Second", "Net")),
        "Net",
        comment =>
        {
            Assert.Single(comment.Split("operations an example").Skip(1));
            Assert.Contains("<c>First</c>", comment);
        });

    [Theory]
    [InlineData("namespace Models { $ }", "Models.Net")]
    [InlineData("public partial class Outer { $ }", "Outer.Net", "Outer+Net")]
    [InlineData("namespace A.B { public partial struct S { $ } }", "A.B.S.Net", "A.B.S+Net")]
    public void A_model_has_it_wherever_it_stands(string around, string name, string? metadataName = null)
    {
        var model = around.Replace("$", Layers + " public partial class Net;");
        Right(Source(model, One("One", name)), metadataName ?? name, comment => Assert.Contains(Table, comment));
        Right(
            Source(model, "namespace Elsewhere { using Tensor = System.Int32; " + One("One", "global::" + name) + "}"),
            metadataName ?? name,
            comment => Assert.Contains(Table, comment));
    }

    [Fact]
    public void A_model_that_is_not_partial_has_none_and_is_no_mistake() => Right(
        Source(Layers + " public class Net;", One("One", "Net")), "Net", comment => Assert.Equal("", comment));

    [Fact]
    public void A_model_in_a_generic_type_has_none_and_is_no_mistake() =>
        Assert.Equal("", Compiler.Complaints(Source($"public class Of<T> {{ {Layers} public partial class Net; }}", One("One", "Of<int>.Net"))));

    private static void Right(string source, string model, Action<string> check)
    {
        Assert.Equal("", Compiler.Complaints(source));
        check(string.Join("\n", Compiler.CommentOf(source, model).Split('\n').Select(line => line.Trim())));
    }

    private static string Source(string model, string experiments) =>
        $$"""
        using MetaDsl;

        {{model}}

        [FewShot(ways: 3, shots: 1)]
        public partial class Points
        {
            internal static TorchSharp.torch.Tensor TrainingClasses() => TorchSharp.torch.zeros(3, 16, 8);

            internal static TorchSharp.torch.Tensor TestClasses() => TrainingClasses();
        }

        {{experiments}}
        """;

    private static string One(string name, string model) =>
        $$"""
        [Experiment<{{model}}, Points>]
        [Maml(Steps = 1, LearningRate = 0.1)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 10)]
        public partial class {{name}};


        """;
}
