using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

/// <summary>Ready families of functions that are declared wrongly.</summary>
public sealed class FamilyTests
{
    [Theory]
    [InlineData("Sinusoid", "[Uniform(0, 1)] double [|Amplitude|] { get; }", "Amplitude")]
    [InlineData("Line", "double [|Y|] => 1;", "Y")]
    [InlineData("GaussianProcess", "double [|X|] => 1;", "X")]
    public Task A_property_of_its_own_is_an_error_on_it(string family, string property, string name) => Wrong.Error(
        "MDSL0239",
        With(family, property),
        $"'{name}' has no part in the functions of '[{family}]'; remove it, or remove '[{family}]' and write the target out",
        With(family, "public static string Source => \"papers\";"));

    [Fact]
    public Task Two_families_are_an_error_on_the_second() => Wrong.Error(
        "MDSL0240",
        With("Sinusoid, [|Line|]"),
        "'Sinusoids' has both '[Sinusoid]' and '[Line]'; keep one, and put the other on a class of its own",
        With("Sinusoid"));

    [Fact]
    public Task A_family_that_is_said_twice_is_an_error_on_the_second() => Wrong.Error(
        "MDSL0004", With("Line, [|Line(LowX = 0)|]"), "'Sinusoids' has two 'Line' attributes; keep one", With("Line(LowX = 0)"));

    [Theory]
    [InlineData("Sinusoid([|LowAmplitude = 7|])", "LowAmplitude", "7", "HighAmplitude", "5")]
    [InlineData("Sinusoid([|HighAmplitude = 0|])", "HighAmplitude", "0", "LowAmplitude", "0.1")]
    [InlineData("Step([|LowX = 5|])", "LowX", "5", "HighX", "5", "make them differ")]
    [InlineData("Harmonic([|LowFrequency = 3|], HighFrequency = 1)", "LowFrequency", "3", "HighFrequency", "1")]
    [InlineData("GaussianProcess([|HighLengthScale = 0.1|])", "HighLengthScale", "0.1", "LowLengthScale", "0.5")]
    public Task A_reversed_range_is_an_error_on_what_is_written(
        string family, string name, string value, string other, string otherValue, string wayOut = "put the smaller number first") => Wrong.Error(
        "MDSL0241",
        With(family),
        $"'{name}' of 'Sinusoids' is '{value}', but '{other}' is '{otherValue}'; {wayOut}",
        With("Step(LowLevel = 1, HighLevel = 1)"));

    [Theory]
    [InlineData("Polynomial([|0|])", "degree", "0", "1 to 16")]
    [InlineData("Polynomial([|17|])", "degree", "17", "1 to 16")]
    [InlineData("Line([|HighSlope = double.NaN|])", "HighSlope", "NaN", "a finite number")]
    [InlineData("GaussianProcess([|LowLengthScale = 0|])", "LowLengthScale", "0", "a number above 0")]
    [InlineData("GaussianProcess([|LowOutputScale = -1|])", "LowOutputScale", "-1", "a number above 0")]
    [InlineData("GaussianProcess([|Inputs = 0|])", "Inputs", "0", "1 to 100")]
    public Task An_impossible_setting_is_an_error_on_it(string family, string name, string value, string possible) => Wrong.Error(
        "MDSL0242",
        With(family),
        $"'{name}' of 'Sinusoids' is '{value}'; use {possible}",
        With("Polynomial(16)"));

    [Theory]
    [InlineData("Sinusoid")]
    [InlineData("Noise(0.1)")]
    public Task A_family_without_tasks_is_a_warning_on_it(string family) => Wrong.Warning(
        "MDSL0010",
        Sample.Program + $"\n[[|{family}|]]\npublic partial class Lonely;\n",
        $"'Lonely' has '{family.Replace("(0.1)", "")}' but not 'RegressionTasks', so nothing is generated from it; "
            + "add '[RegressionTasks(Shots = 10, Queries = 10)]'");

    [Fact]
    public Task Noise_beside_a_family_stands_on_the_class() => Wrong.Error(
        "MDSL0235",
        With("Sinusoid", "[[|Noise(0.1)|]] static double Source => 1;"),
        "'Source' has '[Noise]', but only targets are observed with noise; put it on the class 'Sinusoids'",
        With("Sinusoid, Noise(0.1)"));

    private static string With(string family, string members = "") => Sample.Using + Sample.Model
        + $"[RegressionTasks(Shots = 10, Queries = 12), {family}]\npublic partial class Sinusoids\n{{\n    {members}\n}}\n\n"
        + Sample.Experiment;
}
