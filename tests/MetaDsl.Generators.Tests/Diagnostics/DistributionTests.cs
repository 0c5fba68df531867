using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

/// <summary>Wrong distributions, vectors and noise.</summary>
public sealed class DistributionTests
{
    private const string Amplitude = "[Uniform(0.1, 5.0)]     double Amplitude { get; }";

    [Theory]
    [InlineData("LogUniform([|0|], 1)", "0")]
    [InlineData("LogUniform([|-0.5|], 1)", "-0.5")]
    public Task A_logarithmic_scale_from_zero_or_below_is_an_error_on_the_bound(string distribution, string shown) => Wrong.Error(
        "MDSL0230",
        Sample.With("Uniform(0.1, 5.0)", distribution),
        $"'Amplitude' is drawn on a logarithmic scale from '{shown}', which has no logarithm; use a lower bound above 0, or '[Uniform]'",
        Sample.With("Uniform(0.1, 5.0)", "LogUniform(0.1, 1)"));

    [Theory]
    [InlineData("LogUniform([|2.5|], 1)", "2.5", "1")]
    [InlineData("Integer([|3|], 3)", "3", "3")]
    [InlineData("Integer([|6|], 1)", "6", "1")]
    public Task Reversed_bounds_are_an_error_on_the_lower_one(string distribution, string low, string high) => Wrong.Error(
        "MDSL0205",
        Sample.With("Uniform(0.1, 5.0)", distribution),
        $"'Amplitude' is drawn from '{low}' up to '{high}', but nothing lies between these; put the smaller number first",
        Sample.With("Uniform(0.1, 5.0)", "Integer(1, 6)"));

    [Theory]
    [InlineData("[|Choice|]", "0")]
    [InlineData("[|Choice()|]", "0")]
    [InlineData("Choice([|2|])", "1")]
    [InlineData("Choice([|null!|])", "0")]
    public Task Fewer_than_two_choices_are_an_error_on_them(string distribution, string shown) => Wrong.Error(
        "MDSL0231",
        Sample.With("Uniform(0.1, 5.0)", distribution),
        $"'Amplitude' is drawn from {shown} numbers, so there is no choice; give two or more, as in '[Choice(1, 2)]'",
        Sample.With("Uniform(0.1, 5.0)", "Choice(1, 2.5)"));

    [Fact]
    public Task A_number_that_is_twice_among_the_choices_is_an_error_on_the_second() => Wrong.Error(
        "MDSL0232",
        Sample.With("Uniform(0.1, 5.0)", "Choice(1, 2, [|1|])"),
        "'Amplitude' is drawn from numbers among which '1' is twice, but all are equally likely; give each once");

    [Theory]
    [InlineData("Choice(1, [|double.NaN|])", "NaN", "values")]
    [InlineData("LogUniform(1, [|double.PositiveInfinity|])", "Infinity", "high")]
    public Task A_distribution_that_is_not_finite_is_an_error_on_the_argument(
        string distribution, string shown, string argument) => Wrong.Error(
        "MDSL0207",
        Sample.With("Uniform(0.1, 5.0)", distribution),
        $"'Amplitude' is drawn with '{shown}' for its '{argument}', which is not a finite number; use one that is");

    [Theory]
    [InlineData("Integer(1, [|16_777_217|])", "16777217", "high")]
    [InlineData("Integer([|int.MinValue|], 1)", "-2147483648", "low")]
    public Task A_whole_number_that_tensors_do_not_hold_is_an_error_on_it(string distribution, string shown, string argument) => Wrong.Error(
        "MDSL0233",
        Sample.With("Uniform(0.1, 5.0)", distribution),
        $"'Amplitude' is drawn with '{shown}' for its '{argument}', but tensors hold whole numbers exactly "
            + "from -16777216 to 16777216 only; use one of these, or '[Uniform]'",
        Sample.With("Uniform(0.1, 5.0)", "Integer(-16_777_216, 16_777_216)"));

    [Theory]
    [InlineData("Noise([|0|])", "0")]
    [InlineData("Noise([|-0.1|])", "-0.1")]
    [InlineData("Noise([|double.PositiveInfinity|])", "Infinity")]
    public Task Noise_without_a_positive_deviation_is_an_error_on_it(string noise, string shown) => Wrong.Error(
        "MDSL0234",
        Sample.With("double Y", $"[{noise}] double Y"),
        $"The noise of 'Sinusoids' has the standard deviation '{shown}'; use a finite number above 0, or leave the noise out",
        Sample.With("double Y", "[Noise(0.1)] double Y"));

    [Theory]
    [InlineData(Amplitude, "[[|Noise(0.1)|]] " + Amplitude, "Amplitude", "the target 'Y'")]
    [InlineData("[RegressionTasks", "[[|Noise(0.1)|], RegressionTasks", "Sinusoids", "the target 'Y'")]
    public Task Noise_on_what_is_no_target_is_an_error_on_it(string right, string wrong, string owner, string place) => Wrong.Error(
        "MDSL0235",
        Sample.With(right, wrong),
        $"'{owner}' has '[Noise]', but only targets are observed with noise; put it on {place}",
        Sample.With("double Y", "[Noise(0.1)] double Y"));

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    public Task A_vector_of_no_numbers_or_too_many_is_an_error_on_the_count(string count) => Wrong.Error(
        "MDSL0236",
        WithVector($"Count([|{count}|])"),
        $"The vector 'Amplitude' has '{count}' numbers; use 1 to 1000",
        WithVector("Count(1000)"));

    [Fact]
    public Task A_vector_without_a_count_is_an_error_on_it() => Wrong.Error(
        "MDSL0237",
        WithVector("Count(4)").Replace(", Count(4)] Vector Amplitude", "] Vector [|Amplitude|]"),
        "The vector 'Amplitude' does not say how many numbers it has; put '[Count(4)]' on it",
        WithVector("Count(4)"));

    [Fact]
    public Task A_count_of_a_number_is_an_error_on_it() => Wrong.Error(
        "MDSL0238",
        Sample.With("[Uniform(0.1, 5.0)]", "[Uniform(0.1, 5.0), [|Count(4)|]]"),
        "'Amplitude' has '[Count]', but is of type 'double'; write 'Vector Amplitude' or remove the count",
        WithVector("Count(4)"));

    [Fact]
    public Task A_second_count_is_an_error_on_it() => Wrong.Error(
        "MDSL0004", WithVector("Count(4), [|Count(5)|]"), "'Amplitude' has two 'Count' attributes; keep one", WithVector("Count(4)"));

    [Theory]
    [InlineData("[Uniform(0, 1)] int [|Amplitude|] { get; }", "int")]
    [InlineData("[Integer(1, 6)] long [|Amplitude|] { get; }", "long")]
    [InlineData("[Choice(1, 6)] float [|Amplitude|] { get; }", "float")]
    public Task A_property_of_another_type_is_an_error_on_it(string property, string type) => Wrong.Error(
        "MDSL0211",
        Sample.With(Amplitude, property),
        $"'Amplitude' is of type '{type}', but tasks are computed in 'double'; write 'double Amplitude'",
        Sample.With(Amplitude, "[Integer(1, 6)] int Amplitude { get; }"));

    [Fact]
    public Task A_numbered_input_that_is_a_vector_is_an_error_on_it() => Wrong.Error(
        "MDSL0210",
        Sample.With("[Uniform(-5.0, 5.0)]    double X         { get; }", "[Uniform(-5, 5), Count(2)] Vector [|X1|] { get; }")
            .Replace("X - Phase", "X1.Sum() - Phase"),
        "'X1' does not fit the other inputs of 'Sinusoids'; name a single input 'X', and several 'X1', 'X2' and so on",
        Sample.With("[Uniform(-5.0, 5.0)]    double X         { get; }", "[Uniform(-5, 5), Count(2)] Vector X { get; }")
            .Replace("X - Phase", "X.Sum() - Phase")
            .Replace("Input(1)", "Input(2)"));

    [Fact]
    public Task A_model_of_another_width_than_a_vector_is_an_error() => Wrong.Error(
        "MDSL0505",
        Sample.With("[Uniform(-5.0, 5.0)]    double X         { get; }", "[Uniform(-5, 5), Count(3)] Vector X { get; }")
            .Replace("X - Phase", "X.Sum() - Phase")
            .Replace("Experiment<SineNet,", "Experiment<[|SineNet|],"),
        "'SineNet' takes examples of shape [1], but those of 'Sinusoids' have shape [3]; write '[Input(3)]' on 'SineNet'");

    private static string WithVector(string count) => Sample.With(Amplitude, $"[Uniform(0.1, 5.0), {count}] Vector Amplitude {{ get; }}")
        .Replace("=> Amplitude *", "=> Amplitude.Sum() *");
}
