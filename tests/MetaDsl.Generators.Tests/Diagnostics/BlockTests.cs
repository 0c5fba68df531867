using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Tests.Diagnostics;

/// <summary>Networks of several classes, their names, and how large they are.</summary>
public sealed class BlockTests
{
    private const string Right = "Use<Half>, Flatten, Classifier";

    [Theory]
    [InlineData("Value = double.NaN", "NaN")]
    [InlineData("Value = double.PositiveInfinity", "Infinity")]
    public Task A_constant_that_is_not_finite_is_an_error_on_it(string value, string shown) => Wrong.Error(
        "MDSL0107",
        Net.OfLayers($"Flatten, Classifier(Initial = InitialWeights.Constant, [|{value}|])"),
        $"'Value' of 'Classifier' on 'Net' is '{shown}', which is not a finite number; use one that is",
        Net.OfLayers("Flatten, Classifier(Initial = InitialWeights.Constant, Value = -1)"));

    [Theory]
    [InlineData("Input(4, 1, 28, 28)", "4")]
    [InlineData("Input()", "0")]
    [InlineData("Input", "0")]
    [InlineData("Input(new int[0])", "0")]
    public Task An_input_of_no_or_too_many_axes_is_an_error(string input, string sizes) => Wrong.Error(
        "MDSL0108",
        Net.Of($"Model, [|{input}|], Flatten, Classifier"),
        $"'Input' on 'Net' has '{sizes}' sizes; use one for features, two for a sequence, three for an image of channels, height and width",
        Net.OfLayers("Flatten, Classifier"));

    [Fact]
    public Task A_shape_that_is_null_is_an_error() => Wrong.Error(
        "MDSL0108",
        Net.OfLayers("[|Reshape(null!)|], Flatten, Classifier"),
        "'Reshape' on 'Net' has '0' sizes; use one for features, two for a sequence, three for an image of channels, height and width",
        Net.OfLayers("Reshape(784), Classifier"));

    [Theory]
    [InlineData("[Block, Use<[|Loop|]>] public partial class Loop;", "Loop", "Loop")]
    [InlineData("[Block, Use<[|Other|]>] public partial class Loop; [Block, Relu, Repeat<Loop>(2)] public partial class Other;", "Loop", "Other")]
    [InlineData("[Block, Parallel<Loop, Same>] public partial class Other; [Block, Residual<Same, [|Other|]>] public partial class Loop;", "Loop", "Other")]
    [InlineData(
        "[Block, Use<B>] public partial class Loop; [Block, Use<C>] public partial class B; [Block, Use<[|D|]>, Use<Half>] public partial class A; "
            + "[Block, Use<A>] public partial class C; [Block, Use<Loop>] public partial class D;",
        "A",
        "C")]
    public Task A_block_in_itself_is_one_error_though_models_and_blocks_use_it(string blocks, string name, string by) => Wrong.Error(
        "MDSL0109",
        Net.OfLayers("Use<Loop>, Flatten, Classifier", blocks),
        $"'{name}' is used inside itself, by '{by}', so it would never end; name another block",
        Net.OfLayers(Right));

    [Fact]
    public Task A_model_in_itself_is_an_error() => Wrong.Error(
        "MDSL0109",
        Net.OfLayers("Residual<[|Net|]>, Flatten, Classifier"),
        "'Net' is used inside itself, by 'Net', so it would never end; name another block",
        Net.OfLayers(Right));

    [Theory]
    [InlineData("Use<[|Plain|]>", "Use", "Plain")]
    [InlineData("Repeat<[|Plain|]>(2)", "Repeat", "Plain")]
    [InlineData("Residual<[|Plain|]>", "Residual", "Plain")]
    [InlineData("Residual<Same, [|Plain|]>", "Residual", "Plain")]
    [InlineData("Parallel<[|Plain|], Same>", "Parallel", "Plain")]
    [InlineData("Use<[|Patterns|]>", "Use", "Patterns")]
    [InlineData("Use<[|int|]>", "Use", "int")]
    [InlineData("Use<[|string[]|]>", "Use", "string[]")]
    [InlineData("Use<[|System.Collections.Generic.List<Half>|]>", "Use", "List<Half>")]
    public Task A_class_that_is_no_block_is_an_error_on_the_type_argument(string layer, string word, string name) => Wrong.Error(
        "MDSL0110",
        Net.OfLayers(layer + ", Flatten, Classifier", "public partial class Plain;"),
        $"'{name}' has no layers that '{word}' on 'Net' could use; put '[Block]' and its layers on it, or name a class that has them",
        Net.OfLayers("Use<Inner>, Classifier", "[Model, Input(1), Flatten, Linear(8)] public partial class Inner;"));

    [Fact]
    public Task A_block_of_another_project_is_an_error_on_the_type_argument() => Wrong.Check(
        "MDSL0507",
        DiagnosticSeverity.Error,
        new Project(Net.OfLayers("Use<[|Stem|]>, Flatten, Classifier"))
        {
            Reference = new Project(Sample.Using + "[Block, Relu] public partial class Stem;"),
        },
        "'Stem' is declared in 'Library', where its declaration cannot be read; declare it in this project",
        new Project(Net.Program));

    [Fact]
    public Task A_block_without_layers_is_one_error_though_two_models_use_it() => Wrong.Error(
        "MDSL0111",
        Net.OfLayers(
            "Use<Empty>, Flatten, Classifier",
            "[[|Block|]] public partial class Empty; [Model, Input(1), Use<Empty>, Linear(1)] public partial class Other;"),
        "'Empty' is a block without layers; add one, as in '[Relu]'",
        Net.OfLayers(Right));

    [Theory]
    [InlineData("Use<Half>, [|Use<Half>|]", "Use", "half")]
    [InlineData("Use<Half>, Conv(8, [|Name = \"half\"|])", "Conv", "half")]
    [InlineData("Conv(8, Name = \"half1\"), Repeat<Same>(3, [|Name = \"half\"|])", "Repeat", "half1")]
    [InlineData("Repeat<Half>(2), [|Repeat<Half>(2)|]", "Repeat", "half1")]
    [InlineData("Conv(8, Name = \"conv2\"), Conv(8), [|Conv(8)|]", "Conv", "conv2")]
    public Task A_layer_with_the_name_of_another_is_one_error_on_it(string layers, string word, string name) => Wrong.Error(
        "MDSL0112",
        Net.OfLayers(layers + ", Flatten, Classifier"),
        $"'{word}' on 'Net' is called '{name}', as another layer is; give it a 'Name' of its own",
        Net.OfLayers("Use<Half>(Name = \"first\"), Use<Half>(Name = \"second\"), Flatten, Classifier"));

    [Theory]
    [InlineData("Linear(8, [|Name = \"a.b\"|])", "Linear", "a.b")]
    [InlineData("Linear(8, [|Name = \"Output\"|])", "Linear", "Output")]
    [InlineData("Linear(8, [|Name = \"1st\"|])", "Linear", "1st")]
    [InlineData("Linear(8, [|Name = \"\"|])", "Linear", "")]
    [InlineData("Linear(8, [|Name = \"two words\"|])", "Linear", "two words")]
    [InlineData("Repeat<Step>(3, [|Name = \"a b\"|])", "Repeat", "a b1")]
    public Task A_name_that_is_none_is_one_error_on_it(string layer, string word, string name) => Wrong.Error(
        "MDSL0113",
        Net.OfLayers($"Flatten, {layer}, Classifier", "[Block, Linear(8)] public partial class Step;"),
        $"'{word}' on 'Net' is called '{name}'; use letters, digits and '_', with a small letter first",
        Net.OfLayers("Flatten, Linear(8, Name = \"x_1é\"), Linear(8, Name = \"class\"), Linear(8, Name = null), Classifier"));

    [Theory]
    [InlineData("Flatten, [|Classifier|], Linear(5)", "'Net'", "Linear")]
    [InlineData("Flatten, [|Classifier|], Relu, Classifier", "'Net'", "Classifier")]
    [InlineData("Flatten, [|Classifier|], BatchNorm", "'Net'", "BatchNorm")]
    [InlineData("Flatten, Parallel<Head, Head>", "'Head' in 'Net'", "Parallel")]
    [InlineData("Flatten, Residual<Head>", "'Head' in 'Net'", "Residual")]
    [InlineData("Flatten, Repeat<Head>(2)", "'Head' in 'Net'", "Repeat")]
    [InlineData("Flatten, Use<Head>, Flatten", "'Head' in 'Net'", "Flatten")]
    public Task A_classifier_that_is_not_last_is_an_error_on_it(string layers, string where, string next) => Wrong.Error(
        "MDSL0114",
        Net.OfLayers(layers, where == "'Net'" ? "" : "[Block, [|Classifier|]] public partial class Head;"),
        $"'Classifier' on {where} gives a number for each class of a task, but '{next}' comes after it; let nothing but activations follow",
        Net.OfLayers("Flatten, Use<Head>, Tanh", "[Block, Linear(8), Classifier] public partial class Head;"));

    [Theory]
    [InlineData("[Block, Use<Inner>(Name = \"shortcut\")] public partial class Body;")]
    [InlineData("[Block] public partial class Body { [Use<Inner>] Layer Shortcut { get; } T Forward(T x) => Shortcut.Forward(x); }")]
    public async Task A_body_may_have_a_layer_with_the_name_of_the_projection(string body)
    {
        var source = "using T = TorchSharp.torch.Tensor;\n"
            + Net.OfLayers("Residual<Body>, Flatten, Classifier", body + "[Block, Conv(4, Bias = false)] public partial class Inner;");
        await Wrong.Right(new Project(source));
        var model = Generator.SpecOf(source).Model;
        Assert.Equal(
            ["residual.shortcut.conv.weight", "residual.shortcut2.conv.weight"],
            model.Network.Parameters(model.Input).Select(parameter => parameter.Name).Take(2));
    }

    [Fact]
    public Task A_block_that_is_a_model_is_an_error_on_the_block() => Wrong.Error(
        "MDSL0115",
        Net.OfLayers("Flatten, Classifier").Replace("[Model", "[[|Block|], Model"),
        "'Net' has both '[Block]' and '[Model]'; keep '[Model]', which serves as a block too",
        Net.OfLayers("Flatten, Classifier"));

    [Fact]
    public Task A_block_with_an_input_is_an_error_on_the_input() => Wrong.Error(
        "MDSL0116",
        Net.OfLayers("Use<Stem>, Flatten, Classifier", "[Model, [|Input(1, 28, 28)|], Conv(8)] public partial class Stem;").Replace("[Model, [|", "[Block, [|"),
        "'Stem' is a block, which takes whatever shape it is given where it is used; remove '[Input]', or write '[Model]' instead of '[Block]'",
        Net.OfLayers("Use<Stem>, Flatten, Classifier", "[Model, Input(1, 28, 28), Conv(8)] public partial class Stem;"));

    [Theory]
    [InlineData("Repeat<Same>([|334|])", "Repeat")]
    [InlineData("[|Use<Thousands>|]", "Use")]
    [InlineData("[|Use<Doubled>|]", "Use")]
    [InlineData("Repeat<Thousands>([|65536|])", "Repeat")]
    public Task Too_many_layers_are_an_error_on_what_brings_them(string layer, string word) => Wrong.Error(
        "MDSL0117",
        Net.OfLayers(layer + ", Flatten, Classifier", Doubling(12) + "[Block, Repeat<Same>(65536)] public partial class Thousands;"),
        $"'{word}' on 'Net' brings the network to more than '1000' layers, each of which becomes code; use fewer",
        Net.OfLayers("Repeat<Same>(10), Flatten, Classifier"));

    [Fact]
    public Task A_model_of_too_many_weights_is_an_error() => Wrong.Error(
        "MDSL0118",
        Net.Of("[|Model|], Input(65536), Linear(16384), Linear(65536), Classifier"),
        "'Net' has more than 2147483647 weights; make its layers smaller",
        Net.Of("Model, Input(65536), Linear(16384), Classifier"));

    [Theory]
    [InlineData("Input(16, 16384), ToSequence, Flatten, Linear(8), Classifier", "Input(8, 65536, 16), GlobalAvgPool, Classifier")]
    public Task Many_weights_and_numbers_are_right_as_long_as_they_can_be_counted(string features, string image) =>
        Task.WhenAll(Wrong.Right(new Project(Net.Of("Model, " + features))), Wrong.Right(new Project(Net.Of("Model, " + image))));

    [Fact]
    public Task A_classifier_that_is_too_large_for_the_classes_of_the_tasks_is_an_error_on_it() => Wrong.Error(
        "MDSL0137",
        Net.Of("Model, Input(8, 65536, 16), Flatten, [|Classifier|]").Replace("ways: 5", "ways: 400"),
        "'Classifier' on 'Net' would learn a weight of shape [400, 8388608], which is more than 2147483647 numbers; use smaller sizes",
        Net.Of("Model, Input(8, 65536, 16), Flatten, Classifier"));

    [Fact]
    public Task A_model_that_is_too_large_with_the_classes_of_the_tasks_is_an_error() => Wrong.Error(
        "MDSL0118",
        Net.Of("[|Model|], Input(65536), Linear(32700), Classifier").Replace("ways: 5", "ways: 400"),
        "'Net' has more than 2147483647 weights; make its layers smaller",
        Net.Of("Model, Input(65536), Linear(32700), Classifier"));

    [Theory]
    [InlineData("Linear(8, [|Deviation = 0.1|])", "Deviation", "TruncatedNormal", "PyTorch")]
    [InlineData("Linear(8, Initial = InitialWeights.Zero, [|Value = 0.1|])", "Value", "Constant", "Zero")]
    [InlineData("Linear(8, Initial = InitialWeights.Constant, Value = 1, [|Deviation = 0.1|])", "Deviation", "TruncatedNormal", "Constant")]
    public Task An_option_of_other_initial_weights_is_a_warning_on_it(string layer, string option, string owner, string chosen) => Wrong.Warning(
        "MDSL0119",
        Net.OfLayers($"Flatten, {layer}, Classifier"),
        $"'{option}' of 'Linear' on 'Net' belongs to 'InitialWeights.{owner}', but the weights are drawn by 'InitialWeights.{chosen}'; "
            + $"remove it, or choose 'InitialWeights.{owner}'",
        Net.OfLayers("Flatten, InitialWeights(InitialWeights.TruncatedNormal), Linear(8, Deviation = 0.1), Classifier"));

    [Theory]
    [InlineData("Repeat<Same>([|0|])", "times", "Repeat", "0", "1", "65536")]
    [InlineData("Repeat<Same>([|times: -2|])", "times", "Repeat", "-2", "1", "65536")]
    [InlineData("Conv([|0|])", "filters", "Conv", "0", "1", "65536")]
    [InlineData("Conv(8, [|Kernel = 0|])", "Kernel", "Conv", "0", "1", "4096")]
    [InlineData("Conv(8, [|Stride = 0|])", "Stride", "Conv", "0", "1", "65536")]
    [InlineData("Conv(8, [|Padding = -1|])", "Padding", "Conv", "-1", "0", "65536")]
    [InlineData("Conv(8, [|Dilation = 5000|])", "Dilation", "Conv", "5000", "1", "4096")]
    [InlineData("Conv(8, [|Groups = 0|])", "Groups", "Conv", "0", "1", "65536")]
    [InlineData("Conv(8, [|Groups = int.MinValue|])", "Groups", "Conv", "-2147483648", "1", "65536")]
    [InlineData("MaxPool([|0|])", "size", "MaxPool", "0", "1", "65536")]
    [InlineData("MaxPool(2, [|Stride = 0|])", "Stride", "MaxPool", "0", "1", "65536")]
    [InlineData("GroupNorm([|0|])", "groups", "GroupNorm", "0", "1", "65536")]
    [InlineData("ConvTranspose(4, [|OutputPadding = -1|])", "OutputPadding", "ConvTranspose", "-1", "0", "65536")]
    [InlineData("Flatten([|From = -1|])", "From", "Flatten", "-1", "0", "65536")]
    [InlineData("Reshape(1, [|0|], 28)", "shape", "Reshape", "0", "1", "65536")]
    public Task A_number_that_no_layer_can_have_is_an_error_on_it(
        string layer, string argument, string word, string value, string least, string most) => Wrong.Error(
        "MDSL0103",
        Net.OfLayers(layer + ", Flatten, Classifier"),
        $"'{argument}' of '{word}' on 'Net' is '{value}'; use a whole number from {least} to {most}",
        Net.OfLayers(Right));

    [Fact]
    public Task A_wrong_number_in_a_block_is_one_error_there_though_two_models_use_it() => Wrong.Error(
        "MDSL0103",
        Net.OfLayers(
            "Repeat<Stem>(2), Flatten, Classifier",
            "[Block, Conv([|0|])] public partial class Stem; [Model, Input(3, 9, 9), Use<Stem>, Flatten, Linear(1)] public partial class Other;"),
        "'filters' of 'Conv' on 'Stem' is '0'; use a whole number from 1 to 65536",
        Net.OfLayers("Repeat<Stem>(2), Flatten, Classifier", "[Block, Conv(8)] public partial class Stem;"));

    [Fact]
    public Task A_wrong_shape_in_a_block_is_an_error_at_its_own_argument_and_names_both_classes() => Wrong.Error(
        "MDSL0128",
        Net.OfLayers("Conv(8), Repeat<Outer>(2), Flatten, Classifier", "[Block, Residual<Inner>] public partial class Outer; [Block, Conv(8, [|Groups = 3|])] public partial class Inner;"),
        "'Groups' of 'Conv' on 'Inner' in 'Net' is '3', which does not divide its '8' channels; use a divisor of 8",
        Net.OfLayers("Conv(9), Repeat<Outer>(2), Flatten, Classifier", "[Block, Residual<Inner>] public partial class Outer; [Block, Conv(9, Groups = 3)] public partial class Inner;"));

    [Fact]
    public async Task A_block_that_fits_into_neither_of_two_models_is_an_error_for_each()
    {
        const string Models = """
            [Model, Input(8, 7, 7), Use<Inner>, GlobalAvgPool, Linear(1)] public partial class First;
            [Model, Input(4, 7, 7), Use<Inner>, GlobalAvgPool, Linear(1)] public partial class Second;
            [Model, Input(6, 7, 7), Use<Inner>, GlobalAvgPool, Linear(1)] public partial class Third;
            [Block, GroupNorm(3), Relu] public partial class Inner;
            """;
        var diagnostics = await Project.Analyze(new Project(Sample.Using + Models).Compile());
        Assert.Equal(
            [
                "'groups' of 'GroupNorm' on 'Inner' in 'First' is '3', which does not divide its '8' channels; use a divisor of 8",
                "'groups' of 'GroupNorm' on 'Inner' in 'Second' is '3', which does not divide its '4' channels; use a divisor of 4",
            ],
            diagnostics.Select(diagnostic => diagnostic.GetMessage()).Order(StringComparer.Ordinal));
        Assert.All(diagnostics, diagnostic => Assert.Equal("3", Project.Quote(diagnostic)));
    }

    // Each uses the one before it twice: the last is two to the power of their number.
    private static string Doubling(int levels) =>
        string.Concat(Enumerable.Range(1, levels).Select(level => $"[Block, Use<D{level - 1}>(Name = \"a\"), Use<D{level - 1}>(Name = \"b\")] public partial class D{level};\n"))
            + $"[Block, Relu] public partial class D0; [Block, Use<D{levels}>] public partial class Doubled;";
}
