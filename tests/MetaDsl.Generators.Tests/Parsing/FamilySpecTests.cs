using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Parsing;

/// <summary>A ready family of functions is what its documentation says that a user could have written.</summary>
public sealed class FamilySpecTests
{
    private const string Phases = "[Uniform(0, 2 * Math.PI)] double Phase1 { get; } [Uniform(0, 2 * Math.PI)] double Phase2 { get; }";

    [Theory]
    [InlineData(
        "Sinusoid",
        "[Uniform(0.1, 5)] double Amplitude { get; } [Uniform(0, Math.PI)] double Phase { get; } [Uniform(-5, 5)] double X { get; }",
        "Amplitude * Math.Sin(X - Phase)")]
    [InlineData(
        "Sinusoid(LowAmplitude = 1, HighAmplitude = 2, LowPhase = -1, HighPhase = 1, LowX = 0, HighX = 9)",
        "[Uniform(1, 2)] double Amplitude { get; } [Uniform(-1, 1)] double Phase { get; } [Uniform(0, 9)] double X { get; }",
        "Amplitude * Math.Sin(X - Phase)")]
    [InlineData(
        "Harmonic",
        "[Uniform(0.1, 2)] double Amplitude1 { get; } [Uniform(0.1, 2)] double Amplitude2 { get; } "
            + "[Uniform(0.5, 2)] double Frequency { get; } " + Phases + " [Uniform(-4, 4)] double X { get; }",
        "Amplitude1 * Math.Sin(Frequency * X + Phase1) + Amplitude2 * Math.Sin(2 * Frequency * X + Phase2)")]
    [InlineData(
        "Line",
        "[Uniform(-3, 3)] double Slope { get; } [Uniform(-3, 3)] double Offset { get; } [Uniform(-5, 5)] double X { get; }",
        "Slope * X + Offset")]
    [InlineData(
        "Step",
        "[Uniform(-3, 3)] double Edge { get; } [Uniform(-2, 2)] double Left { get; } [Uniform(-2, 2)] double Right { get; } "
            + "[Uniform(-5, 5)] double X { get; }",
        "X < Edge ? Left : Right")]
    [InlineData(
        "Polynomial(2)",
        "[Uniform(-1, 1), Count(3)] Vector Coefficients { get; } [Uniform(-1, 1)] double X { get; }",
        "Coefficients[0] + X * (Coefficients[1] + X * Coefficients[2])")]
    [InlineData("Noise(0.2), Line", "", "")]
    public void A_family_is_what_could_have_been_written(string family, string drawn, string target)
    {
        var noise = family.StartsWith("Noise", StringComparison.Ordinal);
        var written = noise
            ? Read("Line", "") with { Noise = 0.2 }
            : Read("", $"{drawn} double Y => {target};");
        Assert.Equal(written, Read(family, ""));
    }

    [Fact]
    public void What_is_drawn_between_equal_bounds_is_a_number()
    {
        var spec = Read("Sinusoid(LowPhase = 0.5, HighPhase = 0.5)", "");
        Assert.Equal(["Amplitude"], spec.Parameters.Select(parameter => parameter.Name));
        Assert.Contains(Assert.IsType<FunctionSpec>(spec.Target).Steps, step => step is { Operation: "Number", Number: 0.5 });
        Assert.Equal(
            new GaussianProcessSpec("Y", 0.5, null), Read("GaussianProcess(LowOutputScale = 0.1)", "").Target);
    }

    [Fact]
    public void Distributions_and_noise_are_read_as_they_are_written()
    {
        var spec = Read(
            "",
            "[Choice(1, -2.5)] double A { get; } [Integer(-1, 6)] int B { get; } [LogUniform(0.1, 2), Count(3)] Vector C { get; } "
            + "[Uniform(-1, 1)] double X { get; } [Noise(0.25)] double Y => A + B + C[2] + X;");
        Assert.Equal(
            new(
            [
                new("A", DistributionKind.Choice, 0, 0) { Choices = new([1, -2.5]) },
                new("B", DistributionKind.Integer, -1, 6),
                new("C", DistributionKind.LogUniform, 0.1, 2) { Length = 3 },
            ]),
            spec.Parameters);
        Assert.Equal(0.25, spec.Noise);
    }

    private static RegressionTaskSpec Read(string words, string members)
    {
        var head = words.Length == 0 ? "" : ", " + words;
        var tasks = $"[RegressionTasks(Shots = 10, Queries = 12){head}]\npublic partial class Sinusoids {{ {members} }}\n";
        var source = Sample.Using + Sample.Model + tasks + Sample.Experiment;
        return Assert.IsType<RegressionTaskSpec>(Generator.SpecOf(source).Tasks);
    }
}
