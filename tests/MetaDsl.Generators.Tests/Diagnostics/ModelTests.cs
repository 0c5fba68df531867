using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

public sealed class ModelTests
{
    [Fact]
    public Task A_model_without_an_input_is_an_error() => Wrong.Error(
        "MDSL0101",
        Sample.With("Model, Input(1)", "[|Model|]"),
        "'SineNet' has no 'Input', so the shape of its first layer is unknown; add '[Input(1)]' with the number of values an example has");

    [Fact]
    public Task A_model_without_layers_is_an_error() => Wrong.Error(
        "MDSL0102",
        Sample.With("Model, Input(1)]\n[Linear(40), Relu]\n[Linear(40), Relu]\n[Linear(1)]", "[|Model|], Input(1)]"),
        "'SineNet' has no layer with weights, so there is nothing to learn; add one, as in '[Linear(1)]'");

    [Fact]
    public Task A_model_of_activations_alone_is_an_error() => Wrong.Error(
        "MDSL0102",
        Sample.With("Model, Input(1)]\n[Linear(40), Relu]\n[Linear(40), Relu]\n[Linear(1)]", "[|Model|], Input(1), Tanh]"),
        "'SineNet' has no layer with weights, so there is nothing to learn; add one, as in '[Linear(1)]'",
        Sample.With("[Linear(1)]", "[Linear(1), Tanh]"));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("65537")]
    public Task A_layer_of_an_impossible_width_is_an_error_on_the_argument(string width) => Wrong.Error(
        "MDSL0103",
        Sample.With("[Linear(1)]", $"[Linear([|{width}|]), Linear(1)]"),
        $"'width' of 'Linear' on 'SineNet' is '{width}'; use a whole number from 1 to 65536",
        Sample.With("[Linear(1)]", "[Linear(65536), Linear(1)]"));

    [Fact]
    public Task An_input_of_no_width_is_an_error_on_the_argument() => Wrong.Error(
        "MDSL0103",
        Sample.With("Input(1)", "Input([|0|])"),
        "'shape' of 'Input' on 'SineNet' is '0'; use a whole number from 1 to 65536",
        Sample.With("Input(1)", "Input(1)"));

    [Fact]
    public Task Layers_on_two_parts_are_an_error_on_the_first_layer_of_the_second() => Wrong.Error(
        "MDSL0104",
        Sample.With("public partial class SineNet;", "public partial class SineNet;\n[[|Relu|], Linear(1)]\npublic partial class SineNet;"),
        "'SineNet' has layers on two of its parts, so their order would be that of the files; move 'Relu' to the part with the first layer",
        Sample.With("public partial class SineNet;", "public partial class SineNet;\npublic partial class SineNet;"));

    [Theory]
    [InlineData("LeakyRelu", "Slope = -0.1", "Slope", "-0.1")]
    [InlineData("LeakyRelu", "Slope = double.NaN", "Slope", "NaN")]
    [InlineData("Elu", "Scale = 0", "Scale", "0")]
    [InlineData("Elu", "Scale = double.PositiveInfinity", "Scale", "Infinity")]
    public Task An_activation_with_an_impossible_number_is_an_error_on_it(
        string layer, string argument, string name, string value) => Wrong.Error(
        "MDSL0105",
        Sample.With("[Linear(1)]", $"[{layer}([|{argument}|]), Linear(1)]"),
        $"'{name}' of '{layer}' on 'SineNet' is '{value}'; use a number above 0 and at most 100",
        Sample.With("[Linear(1)]", $"[{layer}({name} = 0.5), Linear(1)]"));

    [Theory]
    [InlineData("-0.1", "-0.1")]
    [InlineData("1", "1")]
    [InlineData("1.5", "1.5")]
    [InlineData("double.NaN", "NaN")]
    public Task A_share_that_cannot_drop_out_is_an_error_on_it(string share, string shown) => Wrong.Error(
        "MDSL0149",
        Sample.With("[Linear(1)]", $"[Dropout([|{share}|]), Linear(1)]"),
        $"'rate' of 'Dropout' on 'SineNet' is '{shown}'; use a number from 0 up to but not 1",
        Sample.With("[Linear(1)]", "[Dropout(0), Linear(1)]"));

    [Theory]
    [InlineData("Episode")]
    [InlineData("Running")]
    [InlineData("PerStep")]
    public Task Statistics_of_the_support_beside_others_are_an_error(string other) => Wrong.Error(
        "MDSL0150",
        Sample.With("[Linear(1)]", $"[BatchNorm(Statistics = NormStatistics.{other}), BatchNorm([|Statistics = NormStatistics.Support|]), Linear(1)]"),
        "'BatchNorm' on 'SineNet' takes statistics of the support, but another norm of 'SineNet' takes those of the examples at hand, of which the "
            + "support would be a part; give all of them 'NormStatistics.Support', or none",
        Sample.With("[Linear(1)]", "[BatchNorm(Statistics = NormStatistics.Support), BatchNorm(Statistics = NormStatistics.Support), Linear(1)]"));

    [Fact]
    public Task Statistics_of_no_known_examples_are_an_error() => Wrong.Error(
        "MDSL0009",
        Sample.With("[Linear(1)]", "[BatchNorm([|Statistics = (NormStatistics)9|]), Linear(1)]"),
        "'Statistics' on 'SineNet' is '9', which is no 'NormStatistics'; use 'NormStatistics.Episode' or 'NormStatistics.Support' or "
            + "'NormStatistics.Running' or 'NormStatistics.PerStep' or 'NormStatistics.RunningPerStep'",
        Sample.With("[Linear(1)]", "[BatchNorm(Statistics = NormStatistics.PerStep), Linear(1)]"));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("double.NaN", "NaN")]
    [InlineData("100", "100")]
    public Task An_impossible_deviation_of_initial_weights_is_an_error_on_it(string deviation, string shown) => Wrong.Error(
        "MDSL0106",
        Sample.With("[Linear(1)]", $"[Linear(1), InitialWeights(InitialWeights.TruncatedNormal, [|Deviation = {deviation}|])]"),
        $"'Deviation' on 'SineNet' is '{shown}'; use a number above 0 and at most 10",
        Sample.With("[Linear(1)]", "[Linear(1), InitialWeights(InitialWeights.TruncatedNormal, Deviation = 0.1)]"));

    [Fact]
    public Task Initial_weights_of_no_known_distribution_are_an_error() => Wrong.Error(
        "MDSL0009",
        Sample.With("[Linear(1)]", "[Linear(1), InitialWeights([|(InitialWeights)50|])]"),
        "'distribution' on 'SineNet' is '50', which is no 'InitialWeights'; use "
            + string.Join(" or ", Enum.GetNames<InitialWeights>().Select(name => $"'InitialWeights.{name}'")),
        Sample.With("[Linear(1)]", "[Linear(1), InitialWeights(InitialWeights.PyTorch)]"));
}
