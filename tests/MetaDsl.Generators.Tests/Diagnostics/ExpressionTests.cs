using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

public sealed class ExpressionTests
{
    private const string Grammar = "use numbers, properties and methods of this class, operators, conditions, and 'Math' with "
        + "'Abs', 'Acos', 'Asin', 'Atan', 'Atan2', 'Cbrt', 'Ceiling', 'Clamp', 'Cos', 'Cosh', 'Exp', 'Floor', 'Log', 'Log10', 'Log2', "
        + "'Max', 'Min', 'Pow', 'Round', 'Sign', 'Sin', 'Sinh', 'Sqrt', 'Tan', 'Tanh', 'Truncate'";

    [Theory]
    [InlineData("Amplitude * [|Math.ILogB(X - Phase)|]", "Math.ILogB(X - Phase)")]
    [InlineData("Amplitude * [|Math.Round(X - Phase, 2)|]", "Math.Round(X - Phase, 2)")]
    [InlineData("Amplitude * [|Math.FusedMultiplyAdd(X, Phase, 1)|]", "Math.FusedMultiplyAdd(X, Phase, 1)")]
    [InlineData("Amplitude + Phase + [|Math.Log(X, 2)|]", "Math.Log(X, 2)")]
    [InlineData("Amplitude * Phase + [|new Random().NextDouble()|] * X", "new Random().NextDouble()")]
    [InlineData("Amplitude * Phase * X / [|MathF.Abs(2)|]", "MathF.Abs(2)")]
    [InlineData("Amplitude * Phase * [|(float)X|]", "(float)X")]
    [InlineData("Amplitude * Phase * [|Math.Pow(y: 2, x: X)|]", "Math.Pow(y: 2, x: X)")]
    [InlineData("Amplitude * Phase * X * [|'a'|]", "'a'")]
    [InlineData("Amplitude * Phase * X * [|\"a\".Length|]", "\"a\".Length")]
    [InlineData("Amplitude * Phase * X * [|double.Parse(\"1\")|]", "double.Parse(\"1\")")]
    [InlineData("Amplitude * Phase * X * ([|~1 ^ (int)X|])", "~1 ^ (int)X")]
    [InlineData("Amplitude * Phase * [|new[] { X }[0]|]", "new[] { X }[0]")]
    [InlineData("X > 0 ? Amplitude * Phase : [|throw new Exception()|]", "throw new Exception()")]
    [InlineData("Amplitude * Phase * [|((Func<double>)(() => X))()|]", "((Func<double>)(() => X))()")]
    public Task What_cannot_be_translated_is_an_error_at_its_node(string expression, string culprit) =>
        Wrong.Error("MDSL0204", Sample.WithTarget(expression), $"'{culprit}' cannot be translated to tensor code; {Grammar}");

    [Fact]
    public Task A_property_that_is_not_drawn_is_an_error_on_it() => Wrong.Error(
        "MDSL0204",
        Sample.With("double Y => Amplitude * ", "double Gain { get; }\n    double Y => Amplitude * [|Gain|] * "),
        "'Gain' cannot be translated to tensor code; "
            + "it is not drawn; put '[Uniform(low, high)]' or '[Normal(mean, standardDeviation)]' on the property",
        Sample.With("double Y => Amplitude * ", "[Normal(1, 1)] double Gain { get; }\n    double Y => Amplitude * Gain * "));

    [Fact]
    public Task A_number_that_is_not_finite_is_an_error_on_it() => Wrong.Error(
        "MDSL0204",
        Sample.WithTarget("Amplitude * Phase * X + [|1.0 / 0.0|]"),
        "'1.0 / 0.0' cannot be translated to tensor code; it is not a finite number; use one that is");

    [Fact]
    public Task A_field_is_an_error_and_a_constant_is_not() => Wrong.Error(
        "MDSL0204",
        Sample.With("double Y => Amplitude * ", "readonly double gain = 2;\n    double Y => Amplitude * [|gain|] * "),
        $"'gain' cannot be translated to tensor code; {Grammar}",
        Sample.With("double Y => Amplitude * ", "const double Gain = 2;\n    double Y => Amplitude * Gain * "));

    [Fact]
    public async Task Two_mistakes_are_reported_each_at_its_node()
    {
        var compilation = new Project(Sample.WithTarget("Amplitude * Math.ILogB(Phase) + Math.BitIncrement(X)")).Compile();
        var diagnostics = await Project.Analyze(compilation);
        Assert.Equal(["Math.ILogB(Phase)", "Math.BitIncrement(X)"], diagnostics.Select(Project.Quote));
    }

    [Fact]
    public async Task An_expression_too_deep_for_the_stack_is_an_error_and_not_a_crash()
    {
        var deep = string.Concat(Enumerable.Repeat("X + ", 5_000)) + "Amplitude * Phase";
        var compilation = new Project(Sample.WithTarget(deep)).Compile();
        var diagnostic = Assert.Single(await Project.Analyze(compilation));
        Assert.Equal("MDSL0204", diagnostic.Id);
        Assert.EndsWith("cannot be translated to tensor code; write a less deeply nested expression", diagnostic.GetMessage());
        Assert.Empty(Generator.FilesOf(compilation));
    }
}
