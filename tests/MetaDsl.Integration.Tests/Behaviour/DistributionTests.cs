using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Harness;
using MetaDsl.Integration.Tests.Reference;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>What is drawn has the declared distribution, and every draw is independent of the others; at fixed seeds.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class DistributionTests(DrawnTasks drawn) : IClassFixture<DrawnTasks>
{
    public static TheoryData<string> Continuous => [.. DrawnTasks.Distributions.Keys];

    public static TheoryData<string> Discrete => [.. DrawnTasks.Numbers.Keys];

    [Theory]
    [MemberData(nameof(Continuous))]
    public void Numbers_are_spread_as_declared(string name)
    {
        var (parameters, inputs) = drawn.Of(name);
        foreach (var numbers in (double[][])[parameters, inputs])
        {
            // Kolmogorov's distance, beyond which one of a thousand samples would lie.
            var sorted = numbers.Order().ToArray();
            var distance = sorted.Select((number, i) =>
            {
                var expected = DrawnTasks.Distributions[name].Below(number);
                return Math.Max(Math.Abs(expected - ((double)i / sorted.Length)), Math.Abs(expected - ((double)(i + 1) / sorted.Length)));
            }).Max();
            Assert.InRange(distance, 0, 1.95 / Math.Sqrt(sorted.Length));
        }
    }

    [Theory]
    [MemberData(nameof(Discrete))]
    public void Each_number_is_as_likely_as_another(string name)
    {
        var (parameters, inputs) = drawn.Of(name);
        foreach (var numbers in (double[][])[parameters, inputs])
        {
            var possible = DrawnTasks.Numbers[name].Possible;
            Assert.Equal(possible.Order(), numbers.Distinct().Order());
            var expected = (double)numbers.Length / possible.Length;
            var square = possible.Sum(number => Math.Pow(numbers.Count(drawn => drawn == number) - expected, 2) / expected);
            // Its mean is the number of freedoms, and its variance twice that.
            var freedoms = possible.Length - 1;
            Assert.InRange(square, 0, freedoms + (4 * Math.Sqrt(2 * freedoms)));
        }
    }

    [Theory]
    [MemberData(nameof(Continuous))]
    [MemberData(nameof(Discrete))]
    public void Parameters_of_tasks_and_inputs_of_examples_are_independent(string name)
    {
        var (parameters, inputs) = drawn.Of(name);
        var first = inputs.Where((_, i) => i % (inputs.Length / parameters.Length) == 0).ToArray();
        Assert.InRange(Correlation(parameters, first), -0.07, 0.07);
        Assert.InRange(Correlation(parameters[1..], parameters[..^1]), -0.07, 0.07);
        Assert.InRange(Correlation(inputs[1..], inputs[..^1]), -0.03, 0.03);
    }

    [Fact]
    public void The_numbers_of_a_vector_are_drawn_each_on_its_own()
    {
        using var experiment = drawn.Make("OfVectors");
        var rows = experiment.TrainingTasks(2).SelectMany(task => task.Support.X).ToArray();
        for (var i = 1; i < 4; i++) Assert.InRange(Correlation([.. rows.Select(row => row[0])], [.. rows.Select(row => row[i])]), -0.04, 0.04);
        // Were the slopes of a task one number, the target would be that times the sum of the inputs.
        var (sums, targets) = (rows.Select(row => row.Sum()).ToArray(), experiment.TrainingTasks(2).SelectMany(task => task.Support.Y).ToArray());
        var ratios = sums.Zip(targets, (sum, y) => y[0] / sum).Chunk(5).Select(task => task.Max() - task.Min());
        Assert.All(ratios, spread => Assert.True(spread > 1e-6));
    }

    [Fact]
    public void Columns_are_drawn_each_as_declared_and_one_may_be_the_target()
    {
        using var experiment = drawn.Make("OfColumns");
        var examples = experiment.TrainingTasks(0).SelectMany(task => task.Support.X.Zip(task.Support.Y)).ToArray();
        Assert.Equal([-1, 2], examples.Select(example => example.First[0]).Distinct().Order());
        Assert.All(examples, example => Assert.InRange(example.First[1], 1, 2));
        Assert.All(examples, example => Assert.Equal(example.First[0], example.Second[0]));
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        double Product(double[] x, double meanX, double[] y, double meanY) =>
            x.Zip(y, (left, right) => (left - meanX) * (right - meanY)).Sum();
        return Product(a, meanA, b, meanB) / Math.Sqrt(Product(a, meanA, a, meanA) * Product(b, meanB, b, meanB));
    }
}

/// <summary>Tasks whose target is the parameter, so that both it and the inputs are seen; compiled once.</summary>
public sealed class DrawnTasks
{
    private readonly Lazy<System.Reflection.Assembly> assembly = new(Compile);

    internal static IReadOnlyDictionary<string, (string Attribute, Func<double, double> Below)> Distributions { get; } =
        new Dictionary<string, (string Attribute, Func<double, double> Below)>
        {
            ["Uniform"] = ("Uniform(-3.0, 5.0)", x => (x + 3) / 8),
            ["Normal"] = ("Normal(1.0, 0.5)", x => Gaussian((x - 1) / 0.5)),
            ["LogUniform"] = ("LogUniform(0.01, 10.0)", x => Math.Log(x / 0.01) / Math.Log(1000)),
        };

    internal static IReadOnlyDictionary<string, (string Attribute, double[] Possible)> Numbers { get; } =
        new Dictionary<string, (string Attribute, double[] Possible)>
        {
            ["Integer"] = ("Integer(-2, 6)", [-2, -1, 0, 1, 2, 3, 4, 5, 6]),
            ["Choice"] = ("Choice(-1.5, 0.25, 3, 1e6)", [-1.5, 0.25, 3, 1e6]),
        };

    internal Emitted Make(string name) => EmittedExperiments.Make(assembly.Value, Declare(name), seed: 5);

    /// <summary>The parameter of each task, and the inputs of all examples.</summary>
    internal (double[] Parameters, double[] Inputs) Of(string name)
    {
        using var experiment = Make(name + "Drawn");
        var tasks = experiment.TrainingTasks(0);
        return ([.. tasks.Select(task => task.Support.Y[0][0])], [.. tasks.SelectMany(task => task.Support.X).Select(row => row[0])]);
    }

    private static Declaration Declare(string name)
    {
        if (name == "OfColumns")
        {
            return new(name)
            {
                Layers = [new Linear(1)],
                Inputs = 2,
                Drawn = "[Choice(-1, 2)] double X1 { get; } [LogUniform(1, 2)] double X2 { get; }",
                Target = "X1",
            };
        }

        var isVector = name == "OfVectors";
        var kind = name.Replace("Drawn", "");
        var attribute = isVector ? ""
            : Distributions.TryGetValue(kind, out var continuous) ? continuous.Attribute
            : Numbers[kind].Attribute;
        return new(name)
        {
            Layers = [new Linear(1)],
            Steps = 1,
            MetaBatch = 3000,
            Inputs = isVector ? 4 : 1,
            Drawn = isVector
                ? "[Normal(0, 1), Count(4)] Vector Slopes { get; } [Uniform(-1, 1), Count(4)] Vector X { get; }"
                : $"[{attribute}] double A {{ get; }} [{attribute}] double X {{ get; }}",
            Target = isVector ? "Slopes.Dot(X)" : "A + 0 * X",
        };
    }

    private static System.Reflection.Assembly Compile()
    {
        var names = Distributions.Keys.Concat(Numbers.Keys).Select(name => name + "Drawn").Concat(["OfVectors", "OfColumns"]);
        using var image = Compiler.Compile("DrawnTasks", names.Select(name => Declare(name).ToSource(DerivativeStrategy.CompileTime)));
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    // The normal distribution function by Simpson's rule.
    private static double Gaussian(double x)
    {
        const int Steps = 400;
        const double From = -9;
        if (x <= From) return 0;
        var width = (x - From) / Steps;
        double Density(double at) => Math.Exp(-at * at / 2) / Math.Sqrt(2 * Math.PI);
        return Enumerable.Range(0, Steps).Sum(i => width / 6
            * (Density(From + (i * width)) + (4 * Density(From + ((i + 0.5) * width))) + Density(From + ((i + 1) * width))));
    }
}
