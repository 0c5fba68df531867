using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

public sealed class TaskTests
{
    private const string Head = "RegressionTasks(Shots = 10, Queries = 12)";
    private const string Target = "double Y => Amplitude * Math.Sin(X - Phase);";
    private const string X = "[Uniform(-5.0, 5.0)]    double X         { get; }";

    [Theory]
    [InlineData("Shots = 10", "Shots = 0", "Shots", "0", "adapt to")]
    [InlineData("Shots = 10", "Shots = -3", "Shots", "-3", "adapt to")]
    [InlineData("Queries = 12", "Queries = 0", "Queries", "0", "be judged on")]
    public Task Tasks_without_examples_are_an_error_on_the_argument(
        string right, string wrong, string name, string value, string purpose) => Wrong.Error(
        "MDSL0201",
        Sample.With(right, $"[|{wrong}|]"),
        $"'{name}' of 'Sinusoids' is '{value}', so a task has no examples to {purpose}; use 1 or more");

    [Fact]
    public Task Tasks_without_an_input_are_an_error() => Wrong.Error(
        "MDSL0202",
        Sample.With(X, "").Replace("X - Phase", "Phase").Replace(Head, $"[|{Head}|]"),
        "'Sinusoids' draws no 'X', so its examples have no input; write '[Uniform(-1.0, 1.0)] double X { get; }'");

    [Fact]
    public Task An_input_that_is_not_drawn_is_an_error_on_it() => Wrong.Error(
        "MDSL0202",
        Sample.With(X, "double [|X|] { get; }").Replace("X - Phase", "Phase"),
        "'Sinusoids' draws no 'X', so its examples have no input; write '[Uniform(-1.0, 1.0)] double X { get; }'");

    [Fact]
    public Task Tasks_without_a_target_are_an_error() => Wrong.Error(
        "MDSL0203",
        Sample.With(Target, "").Replace(Head, $"[|{Head}|]"),
        "'Sinusoids' computes no 'Y', so its examples have no target; write 'double Y => ...;' with an expression of the drawn properties");

    [Theory]
    [InlineData("double [|Y|] { get; }")]
    [InlineData("[Uniform(0, 1)] double [|Y|] { get; }")]
    public Task A_target_without_an_expression_is_an_error_on_it(string target) => Wrong.Error(
        "MDSL0203",
        Sample.With(Target, target),
        "'Sinusoids' computes no 'Y', so its examples have no target; write 'double Y => ...;' with an expression of the drawn properties",
        Sample.With(Target, "double Y { get => Amplitude * Math.Sin(X - Phase); }"));

    [Theory]
    [InlineData("Uniform([|5.0|], 0.1)", "5", "0.1")]
    [InlineData("Uniform([|5.0|], 5.0)", "5", "5")]
    [InlineData("Uniform(high: 0.1, [|low: 5.0|])", "5", "0.1")]
    public Task Reversed_bounds_are_an_error_on_the_lower_one(string bounds, string low, string high) => Wrong.Error(
        "MDSL0205",
        Sample.With("Uniform(0.1, 5.0)", bounds),
        $"'Amplitude' is drawn from '{low}' up to '{high}', but nothing lies between these; put the smaller number first");

    [Theory]
    [InlineData("0.0", "0")]
    [InlineData("-1", "-1")]
    public Task A_standard_deviation_that_is_not_positive_is_an_error_on_it(string deviation, string shown) => Wrong.Error(
        "MDSL0206",
        Sample.With("Uniform(0.1, 5.0)", $"Normal(0.1, [|{deviation}|])"),
        $"The standard deviation of 'Amplitude' is '{shown}', so it is not drawn at all; use a number above 0",
        Sample.With("Uniform(0.1, 5.0)", "Normal(0.1, 1)"));

    [Theory]
    [InlineData("Uniform([|double.NaN|], 1)", "NaN", "low")]
    [InlineData("Uniform(1, [|double.PositiveInfinity|])", "Infinity", "high")]
    [InlineData("Normal([|double.NegativeInfinity|], 1)", "-Infinity", "mean")]
    public Task A_distribution_that_is_not_finite_is_an_error_on_the_argument(
        string distribution, string value, string argument) => Wrong.Error(
        "MDSL0207",
        Sample.With("Uniform(0.1, 5.0)", distribution),
        $"'Amplitude' is drawn with '{value}' for its '{argument}', which is not a finite number; use one that is");

    [Fact]
    public Task A_target_that_ignores_its_input_is_a_warning_on_the_expression() => Wrong.Warning(
        "MDSL0208",
        Sample.WithTarget("[|Amplitude * Math.Sin(Phase)|]"),
        "The target of 'Sinusoids' does not depend on its input 'X', so that input changes nothing; use 'X' in the expression or remove it");

    [Fact]
    public Task A_target_that_ignores_a_parameter_is_a_warning_on_the_parameter() => Wrong.Warning(
        "MDSL0209",
        Sample.WithTarget("Amplitude * Math.Sin(X)").Replace("double Phase ", "double [|Phase|] "),
        "'Phase' is drawn for each task of 'Sinusoids', but the target does not depend on it; use it in the expression or remove it");

    [Theory]
    [InlineData("[Uniform(0, 1)] double [|X2|] { get; }", "X2", "X2")]
    [InlineData("[Uniform(0, 1)] double X1 { get; } [Uniform(0, 1)] double [|X3|] { get; }", "X1 + X3", "X3")]
    [InlineData("[Uniform(0, 1)] double [|X|] { get; } [Uniform(0, 1)] double X1 { get; }", "X + X1", "X")]
    public Task Inputs_that_are_not_numbered_from_one_are_an_error(string inputs, string use, string culprit) => Wrong.Error(
        "MDSL0210",
        Sample.With(X, inputs).Replace("(X - Phase)", $"({use} - Phase)"),
        $"'{culprit}' does not fit the other inputs of 'Sinusoids'; name a single input 'X', and several 'X1', 'X2' and so on",
        Sample.With(X, "[Uniform(0, 1)] double X2 { get; } [Uniform(0, 1)] double X1 { get; }")
            .Replace("(X - Phase)", "(X1 + X2 - Phase)")
            .Replace("Input(1)", "Input(2)"));

    [Theory]
    [InlineData("double Amplitude", "float [|Amplitude|]", "Amplitude", "float")]
    [InlineData("double X ", "int [|X|] ", "X", "int")]
    [InlineData("double Y", "object [|Y|]", "Y", "object")]
    public Task A_property_that_is_not_a_double_is_an_error_on_it(string right, string wrong, string name, string type) => Wrong.Error(
        "MDSL0211",
        Sample.With(right, wrong),
        $"'{name}' is of type '{type}', but tasks are computed in 'double'; write 'double {name}'");

    [Fact]
    public Task A_property_with_two_distributions_is_an_error_on_the_second() => Wrong.Error(
        "MDSL0212",
        Sample.With("[Uniform(0.1, 5.0)]", "[Uniform(0.1, 5.0), [|Normal(0, 1)|]]"),
        "'Amplitude' is drawn from two distributions; keep one");

    [Theory]
    [InlineData("double Amplitude => 1;")]
    [InlineData("double Amplitude { get; } = 1;")]
    [InlineData("double Amplitude { get { return 1; } }")]
    public Task A_property_that_is_drawn_and_computed_is_an_error_on_the_distribution(string property) => Wrong.Error(
        "MDSL0213",
        Sample.With("[Uniform(0.1, 5.0)]     double Amplitude { get; }", "[[|Uniform(0.1, 5.0)|]] " + property),
        "'Amplitude' has a distribution and a value of its own; remove the distribution, or write 'double Amplitude { get; }'");
}
