using System.Reflection;
using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Harness;
using MetaDsl.Integration.Tests.Reference;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>What targets are translated to gives what C# computes of the very same text.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class TargetLanguageTests(CompiledTargets targets) : IClassFixture<CompiledTargets>
{
    public static TheoryData<string> Names => [.. CompiledTargets.Members.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_target_is_what_CSharp_computes(string name)
    {
        using var experiment = targets.Make(name);
        var plain = targets.Plain(name);
        var seen = new HashSet<double>();
        foreach (var examples in experiment.TrainingTasks(1).SelectMany(task => new[] { task.Support, task.Query }))
        {
            for (var i = 0; i < examples.Count; i++)
            {
                var expected = plain(examples.X[i]);
                Assert.Equal(expected, examples.Y[i][0], 1e-11 * Math.Max(1, Math.Abs(expected)));
                seen.Add(expected);
            }
        }

        // One that is constant would show nothing.
        Assert.True(seen.Count > 3, $"only {seen.Count} values");
    }

    [Fact]
    public void The_root_of_a_cube_is_whole()
    {
        using var experiment = targets.Make("Roots");
        foreach (var examples in experiment.TrainingTasks(1).SelectMany(task => new[] { task.Support, task.Query }))
        {
            for (var i = 0; i < examples.Count; i++) Assert.Equal(examples.X[i][1], examples.Y[i][0]);
        }
    }
}

/// <summary>Targets, compiled once as tasks, and once as plain C# whose properties are given.</summary>
public sealed class CompiledTargets
{
    private const string Drawn =
        "[Uniform(-2.0, 2.0)] double X1 { get; } [Integer(-5, 7)] int X2 { get; } [LogUniform(0.1, 3.0)] double X3 { get; }";

    private const string Vector = "[Uniform(-1.0, 1.0), Count(3)] Vector X { get; }";

    private readonly Lazy<Assembly> assembly = new(Compile);

    internal static IReadOnlyDictionary<string, string> Members { get; } = new Dictionary<string, string>
    {
        ["Waves"] = """
            double Y => Math.Sin(X1) - Math.Cos(X3) + Math.Tan(X1 / 2) + Math.Asin(X1 / 3) * Math.Acos(X1 / 3) + Math.Atan(X1 * X2)
                + Math.Atan2(X1, X3) + Math.Sinh(X1) + Math.Cosh(X3) * Math.Tanh(X1);
            """,
        ["Powers"] = """
            double Y => Math.Exp(X1) + Math.Log(X3) + Math.Log2(X3) * Math.Log10(X3) + Math.Sqrt(X3) + Math.Cbrt(X1) - Math.Pow(X1, 5)
                + Math.Pow(X3, -1.5) + Math.Pow(X3, X1) + Math.Pow(2, X2) + Math.Pow(X3, 0) * X2 / (X3 + 1);
            """,
        ["Steps"] = """
            double Y => Math.Floor(3 * X1) + Math.Ceiling(X1) + 10 * Math.Round(X2 / 2.0) + Math.Truncate(5 * X1) + Math.Sign(X2)
                + 0.1 * Math.Sign(X1) + Math.Max(X1, X3) + Math.Min(X1, 0.3) + Math.Max(-1, X1) + Math.Clamp(X1, -0.5, X3)
                + Math.Abs(X1) + (3 * X1) % 1.5 + X1 % X3;
            """,
        ["WholeNumbers"] = """
            double Y => X2 / 2 * X1 + X2 % 3 + X2 / -3 + 7 / (X2 * X2 + 1) + (int)(3 * X1) + (double)X2 / 4 + Math.Abs(X2) / 2
                + 1 / 2 * X3 - -X2 + Math.Max(X2, 3) / 2 + Math.Sign(X1) / 2;
            """,
        ["Conditions"] = """
            double Y => (X1 > 0 && X3 <= 1 || !(X2 == 2) && X2 != 5 ? X1 : -X3) + (X1 is > -1 and < 1 ? 1 : X2)
                + X2 switch { < 0 => X1, 0 or 1 => 2, > 4 and not 6 when X1 > 0 => X3, 7 => -1, _ => X1 * X3 } + (1 > 2 ? X1 : +X3);
            """,
        ["Statements"] = """
            double Y
            {
                get
                {
                    double y = 0, last = 1;
                    bool isEven = X2 % 2 == 0, isFar;
                    if (X1 > 1) isFar = true;
                    else isFar = X3 > 2 && isEven;
                    for (var i = 0; i < 4; i++)
                    {
                        if (X1 > i - 1) { y += i / 2 * X1; last = y; }
                        else if (isEven) last -= X3 / (i + 1);
                        else { if (X3 > 1) return -y; y *= 2; }
                    }

                    int k = X2;
                    k /= 2;
                    k++;
                    for (int i = 3, j = 1; i > 0; i -= 2, ++j) y -= i * j;
                    if (isFar) return y + last + k;
                    y /= 4;
                    return y - last * k;
                }
            }
            """,
        ["Methods"] = """
            const double Half = 0.5;
            double Sum => X1 + X3;
            double Bent { get { var s = Sum; return s < 1 ? s : 1; } }
            static double Twice(double a) => 2 * a;
            double Weighed(int weight, double a) { if (a < 0) return -weight * a; a += weight; return Twice(a) * Half; }
            bool IsLarge(double a) => a > 1;
            double Y => Weighed(3, X1) + this.Weighed(2, Bent) + (IsLarge(Sum) ? Twice(Twice(X2)) : Half) * Math.PI / Math.E;
            """,
        ["Exact"] = """
            double Y => Math.Floor(X2 * 7 / 49.0) + Math.Truncate(103.0 / (X2 + 6)) + Math.Floor(X2 / 0.1)
                + 1000 * Math.Floor(Math.Cbrt(343)) + Math.Ceiling(Math.Log2(1 << 29)) + 1 / X3 + X1 / 3 + X3 / 0.25 + Math.Floor(8 / (X2 + 6.0))
                + Math.Cbrt(X1);
            """,
        ["Roots"] = """
            double Y => Math.Cbrt(X2 * X2 * X2) + (X1 > 9 ? X3 : 0);
            """,
        ["Vectors"] = """
            double Norm(Vector v) { var sum = 0.0; for (var i = 0; i < v.Length; i++) sum += v[i] * v[i]; return Math.Sqrt(sum); }
            double Y => Norm(X) + X.Sum() * X.Dot(X) + X[2] - X[0] * X.Length;
            """,
    };

    internal Emitted Make(string name) => EmittedExperiments.Make(assembly.Value, Declare(name), seed: 3);

    /// <summary>What C# makes of the inputs of an example.</summary>
    internal Func<double[], double> Plain(string name)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var type = assembly.Value.GetType($"Plain.{name}", throwOnError: true)!;
        var plain = Activator.CreateInstance(type)!;
        return inputs =>
        {
            if (type.GetProperty("X", Any) is { } vector) vector.SetValue(plain, Activator.CreateInstance(vector.PropertyType, inputs));
            for (var i = 0; i < inputs.Length; i++)
            {
                if (type.GetProperty($"X{i + 1}", Any) is not { } number) continue;
                number.SetValue(plain, Convert.ChangeType(inputs[i], number.PropertyType, null));
            }

            return (double)type.GetProperty("Y", Any)!.GetValue(plain)!;
        };
    }

    private static Declaration Declare(string name) => new(name)
    {
        Layers = [new Linear(1)],
        Steps = 1,
        Inputs = 3,
        MetaBatch = 40,
        Drawn = name == "Vectors" ? Vector : Drawn,
        Members = Members[name],
    };

    private static Assembly Compile()
    {
        const string Vectors = """
            namespace Plain
            {
                public readonly struct Vector(double[] numbers)
                {
                    public int Length => numbers.Length;
                    public double this[int index] => numbers[index];
                    public double Sum() => numbers.Sum();
                    public double Dot(Vector other) => numbers.Select((number, i) => number * other[i]).Sum();
                }
            }
            """;
        var plain = Members.Select(pair =>
        {
            var drawn = (pair.Key == "Vectors" ? Vector : Drawn).Replace("{ get; }", "{ get; set; }");
            return $"using System;\nusing MetaDsl;\nnamespace Plain {{ public class {pair.Key} {{ {drawn} {pair.Value} }} }}";
        });
        var tasks = Members.Keys.Select(name => Declare(name).ToSource(DerivativeStrategy.CompileTime));
        using var image = Compiler.Compile("TargetLanguage", [.. tasks, .. plain, "using System.Linq;\n" + Vectors]);
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }
}
