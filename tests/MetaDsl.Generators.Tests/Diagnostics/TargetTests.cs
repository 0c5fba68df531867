using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

/// <summary>What the members that compute a target may contain, and what they may not.</summary>
public sealed class TargetTests
{
    private const string Statements = "use locals, assignments to them, 'for' loops of constant length, 'if', and 'return'";
    private const string NoConstants = "a loop must count over constants; write it as 'for (var i = 0; i < 3; i++)'";
    private const string NoPattern = "compare with constants, as in '< 0', '1' or '> 1 and < 2'";
    private const string Types = "use 'double', 'int' and 'bool', and 'Vector' for what a method is given";
    private const string Target = "double Y => Amplitude * Math.Sin(X - Phase);";
    private const string Used = "Amplitude * Phase * X";
    private const string Usual = "[Uniform(-5.0, 5.0)]    double X         { get; }";

    [Theory]
    [InlineData("[|while (y < 1) y += 1;|]", "while (y < 1) y += 1;", Statements)]
    [InlineData("[|double F(double a) => a;|] y += F(1);", "double F(double a) => a;", Statements)]
    [InlineData("if (X < 0) [|throw new Exception();|]", "throw new Exception();", Statements)]
    [InlineData("for (var i = 0; i < 3; i++) { if (X > i) [|break;|] }", "break;", Statements)]
    [InlineData("[|Console.WriteLine()|];", "Console.WriteLine()", Statements)]
    [InlineData("[|Level = 1|];", "Level = 1", Statements)]
    [InlineData("[|float|] z = 1; y += z;", "float", Types)]
    [InlineData("[|var|] text = \"\"; y += text.Length;", "var", Types)]
    [InlineData("for (var i = 0; [|i < X|]; i++) y += 1;", "i < X", NoConstants)]
    [InlineData("for (var i = 0; [|i < Waves|]; i++) y += 1;", "i < Waves", NoConstants)]
    [InlineData(
        "[|for (var i = 0; i < 2000; i++) y += 1;|]",
        "for (var i = 0; i < 2000; i++) y += 1;",
        "it runs more than 1000 times; write a shorter loop")]
    [InlineData("[|(y, var z) = (X, 1)|]; y += z;", "(y, var z) = (X, 1)", Statements)]
    [InlineData("var none = 0; y += [|1 / none|];", "1 / none", "it divides by zero; divide by something else")]
    [InlineData(
        "var many = 2_000_000_000; y += [|many * 2|];", "many * 2", "it is beyond what an 'int' holds; write one number as a 'double'")]
    [InlineData("var least = 0.0; y += [|Math.Log(least)|];", "Math.Log(least)", "it is not a finite number; use one that is")]
    [InlineData("y += X switch { [|var z|] => z };", "var z", NoPattern)]
    public Task A_statement_that_cannot_be_translated_is_an_error_at_its_node(
        string statement, string culprit, string wayOut) => Wrong.Error(
        "MDSL0204",
        WithBody($"double y = {Used} * Waves; {statement} return y;"),
        $"'{culprit}' cannot be translated to tensor code; {wayOut}",
        WithBody($"double y = {Used} * Waves; if (X > 0) y += 1; return y;"));

    [Theory]
    [InlineData(
        "double Twice(double a) => a > 1 ? [|Twice(a / 2)|] : a;",
        "Twice(X)",
        "Twice(a / 2)",
        "'Twice' would compute itself; write it as a loop")]
    [InlineData("double Shifted => [|Shifted|] + X;", "Shifted", "Shifted", "'Shifted' would compute itself; write it as a loop")]
    [InlineData(
        "double There(double a) => Back(a); double Back(double a) => [|There(a)|];",
        "There(X)",
        "There(a)",
        "'There' would compute itself; write it as a loop")]
    [InlineData("static float Half(float a) => a / 2;", "[|Half(1)|] * X", "Half(1)", Types)]
    [InlineData("static double Far(in double a) => a;", "[|Far(X)|]", "Far(X)", Types)]
    [InlineData(
        "static double Far(double a, double b = 1) => a + b;", "[|Far(X)|]", "Far(X)", "give all arguments in their order, without names")]
    [InlineData("static float Exact => 1;", "X * [|Exact|]", "Exact", Types)]
    public Task A_member_that_cannot_be_read_is_an_error_where_it_is_used(string member, string use, string culprit, string wayOut) => Wrong.Error(
        "MDSL0204",
        WithMember(member, use),
        $"'{culprit}' cannot be translated to tensor code; {wayOut}",
        WithMember("static double Twice(double a) { return 2 * a; }", "Twice(X)"));

    [Theory]
    [InlineData("X[0] + [|X[3]|]", "X[3]", "there is no number 3 in 'X'; use 0 to 2")]
    [InlineData("X[0] + [|X[-1]|]", "X[-1]", "there is no number -1 in 'X'; use 0 to 2")]
    [InlineData("[|X[(int)Amplitude]|]", "X[(int)Amplitude]", "count over constants, as in 'for (var i = 0; i < 3; i++)'")]
    [InlineData("[|X.Dot(Slopes)|]", "X.Dot(Slopes)", "'X' has 3 numbers and 'Slopes' 2; give both the same '[Count]'")]
    public Task A_vector_that_is_read_wrongly_is_an_error_at_its_node(string use, string culprit, string wayOut) => Wrong.Error(
        "MDSL0204",
        WithVectors($"{use} + X.Sum() + Slopes.Sum()"),
        $"'{culprit}' cannot be translated to tensor code; {wayOut}",
        WithVectors("X[0] + X.Sum() * Slopes[1] + Slopes.Length"));

    [Fact]
    public async Task A_mistake_in_a_method_that_is_called_twice_is_reported_once()
    {
        var source = WithMember("static double Odd(double a) { return Math.ILogB(a); }", "Odd(X) + Odd(Phase)");
        var compilation = new Project(source).Compile();
        Assert.Equal(["Math.ILogB(a)"], (await Project.Analyze(compilation)).Select(Project.Quote));
    }

    [Theory]
    [InlineData("y += y;")]
    [InlineData("for (var j = 0; j < 900; j++) y += i * j * X;")]
    public async Task Loops_within_loops_end_in_an_error_and_not_in_a_long_wait(string statement)
    {
        var loop = $"for (var i = 0; i < 900; i++) {{ {statement} y *= X + i; }}";
        var compilation = new Project(WithBody($"double y = {Used} * Waves; {loop} return y;")).Compile();
        var diagnostics = await Project.Analyze(compilation);
        Assert.True(diagnostics.Length <= 1);
        Assert.All(diagnostics, diagnostic => Assert.Equal("MDSL0204", diagnostic.Id));
    }

    [Theory]
    [InlineData("return X")]
    [InlineData("double y; return y * X;")]
    [InlineData("if (X > 0) return 1;")]
    [InlineData("for (var i = 0; i < 3; i++")]
    [InlineData("var y = X > 0 ? 1; return y;")]
    [InlineData("return X switch { < 0 => 1, };;")]
    [InlineData("return X switch { < => 1 };")]
    [InlineData("return Nothing(X)[0];")]
    public async Task What_C_sharp_calls_an_error_in_a_body_is_left_to_it_and_nothing_is_generated(string body)
    {
        var compilation = new Project(WithBody($"var used = {Used} * Waves; {body}")).Compile();
        var said = compilation.GetDiagnostics().Any(found => found.Severity >= Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);
        Assert.True(said);
        var diagnostics = await Project.Analyze(compilation);
        Assert.All(diagnostics, diagnostic => Assert.Equal("MDSL0204", diagnostic.Id));
    }

    [Theory]
    [InlineData("return Used;")]
    [InlineData("const int N = 2; double Type = Used, Factor2 = 2 * X, device = X; var @class = X > N ? Type : 0; return @class * device - Factor2;")]
    [InlineData("var y = 0.0; for (int i = 3; i > 0; i -= 2) { y += i / 2 * X; } return y * Amplitude * Phase * Waves;")]
    [InlineData("if (X > 0 && !(Phase >= 1) || Amplitude == 2) return X; else if (true) { return -X * Waves; }")]
    [InlineData("int k = Waves % 2; bool even = k == 0; double y; if (even) { y = +X; } else { y = Phase; } y -= 1; ; return y * Amplitude;")]
    [InlineData("return Waves switch { 1 => X, 2 or 3 => Phase, > 3 and not 5 when X > 0 => Amplitude, _ => 0 };")]
    [InlineData("return X is > 0 and < 1 ? Math.Clamp(X * Phase, -1, 1) : Math.Max(Amplitude, (double)Waves / 2) * Math.Sign(X);")]
    [InlineData("return Math.Pow(X, 0.5) + Math.Pow(2, Phase) + Math.Pow(Amplitude, Waves) + Math.Cbrt(X) + Math.Atan2(X, 1) + X % 1;")]
    public Task What_may_be_said_is_generated(string body) =>
        Wrong.Right(new Project(WithBody(body.Replace("Used", $"{Used} * Waves"))));

    private static string WithBody(string body) => Sample.With(
        Target, "[Integer(1, 6)] int Waves { get; }\n    double Level { get; set; }\n    double Y { get { " + body + " } }");

    private static string WithMember(string member, string use) => Sample.With(Target, $"{member}\n    double Y => {Used} + {use};");

    private static string WithVectors(string use) => Sample
        .With(Usual, "[Uniform(-5, 5), Count(3)] Vector X { get; } [Normal(0, 1), Count(2)] Vector Slopes { get; }")
        .Replace("Math.Sin(X - Phase)", $"Phase * ({use})")
        .Replace("Input(1)", "Input(3)");
}
