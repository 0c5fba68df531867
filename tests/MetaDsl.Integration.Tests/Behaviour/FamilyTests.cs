using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Harness;
using MetaDsl.Integration.Tests.Reference;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>Gaussian processes against their covariances, and noise against its deviation.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class FamilyTests(CompiledFamilies families) : IClassFixture<CompiledFamilies>
{
    [Fact]
    public void Values_of_a_Gaussian_process_vary_together_as_its_kernel_says()
    {
        const double LengthScale = 0.7, OutputScale = 1.5;
        using var experiment = families.Make("Process");
        var sums = new Dictionary<int, (double Product, double Kernel, int Count)>();
        foreach (var task in experiment.TrainingTasks(0).Concat(experiment.TrainingTasks(1)))
        {
            var x = task.Support.X.Concat(task.Query.X).Select(row => row[0]).ToArray();
            var y = task.Support.Y.Concat(task.Query.Y).Select(row => row[0]).ToArray();
            for (var i = 0; i < x.Length; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    var kernel = OutputScale * OutputScale * Math.Exp(-Math.Pow((x[i] - x[j]) / LengthScale, 2) / 2);
                    // The last group are pairs of a support and a query point, however far apart.
                    int[] groups = i == j ? [-1] : i >= task.Support.Count && j < task.Support.Count
                        ? [(int)(4 * Math.Abs(x[i] - x[j])), 100]
                        : [(int)(4 * Math.Abs(x[i] - x[j]))];
                    foreach (var group in groups)
                    {
                        var (product, expected, count) = sums.GetValueOrDefault(group);
                        sums[group] = (product + (y[i] * y[j]), expected + kernel, count + 1);
                    }
                }
            }
        }

        Assert.True(sums.Count > 10);
        Assert.All(sums.Where(sum => sum.Value.Count > 2000), sum =>
            Assert.Equal(sum.Value.Kernel / sum.Value.Count, sum.Value.Product / sum.Value.Count, 0.12));
        var variance = sums[-1];
        Assert.Equal(OutputScale * OutputScale, variance.Product / variance.Count, 0.06);
    }

    [Fact]
    public void Functions_of_a_Gaussian_process_are_smooth_and_scales_are_drawn_for_each_task()
    {
        using var experiment = families.Make("ManyScales");
        var sizes = experiment.TrainingTasks(0).Select(task => task.Query.Y.Average(row => row[0] * row[0])).Order().ToArray();
        // With output scales from 0.1 to 3 the largest are far above the smallest.
        Assert.True(sizes[^(sizes.Length / 10)] > 50 * sizes[sizes.Length / 10]);
        // On even points far closer than the length scale, in single precision.
        foreach (var fit in experiment.SampleFits(5, 100))
        {
            var y = fit.Truth;
            var bends = Enumerable.Range(1, y.Length - 2).Max(i => Math.Abs(y[i - 1] - (2 * y[i]) + y[i + 1]));
            Assert.InRange(bends, 0, 0.1);
            Assert.All(fit.Truth, truth => Assert.True(float.IsFinite(truth)));
        }
    }

    [Theory]
    [InlineData("NoisyLines")]
    [InlineData("NoisyInputs")]
    public void Noise_is_on_what_learners_see_and_not_on_the_truth(string name)
    {
        var slope = name == "NoisyLines" ? 3 : 1;
        using var experiment = families.Make(name);
        var tasks = experiment.TrainingTasks(0);
        foreach (var examples in (IEnumerable<Examples>[])[tasks.Select(task => task.Support), tasks.Select(task => task.Query)])
        {
            var noise = examples.SelectMany(some => some.Y.Select((y, i) => y[0] - (slope * some.X[i][0]))).ToArray();
            Assert.InRange(noise.Average(), -0.02, 0.02);
            Assert.Equal(0.5, Math.Sqrt(noise.Average(each => each * each)), 0.013);
        }

        // In single precision, as fits are.
        var fits = experiment.SampleFits(200, 7);
        Assert.All(fits, fit => Assert.All(fit.X.Zip(fit.Truth), pair => Assert.Equal(slope * pair.First, pair.Second, 1e-5f)));
        var seen = fits.SelectMany(fit => fit.SupportX.Zip(fit.SupportY, (x, y) => y - (slope * x))).ToArray();
        Assert.Equal(0.5, Math.Sqrt(seen.Average(each => each * each)), 0.04);
    }

    [Fact]
    public void A_polynomial_is_one()
    {
        using var experiment = families.Make("Cubics");
        foreach (var task in experiment.TrainingTasks(0))
        {
            var (x, y) = (task.Support.X.Select(row => row[0]).ToArray(), task.Support.Y.Select(row => row[0]).ToArray());
            // Divided differences: those of order 3 are all the leading coefficient.
            for (var order = 1; order <= 3; order++)
            {
                y = [.. Enumerable.Range(0, y.Length - 1).Select(i => (y[i + 1] - y[i]) / (x[i + order] - x[i]))];
            }

            Assert.All(y, leading => Assert.InRange(leading, -1 - 1e-6, 1 + 1e-6));
            Assert.Equal(y[0], y[1], 1e-6);
        }
    }

    [Fact]
    public void A_Gaussian_process_of_many_inputs_trains()
    {
        using var experiment = families.Make("Surface");
        Assert.Equal(3, experiment.TrainingTasks(0)[0].Support.X[0].Length);
        Assert.True(double.IsFinite(experiment.Train(3).Loss));
    }
}

/// <summary>Families of functions, compiled once.</summary>
public sealed class CompiledFamilies
{
    private static readonly Declaration[] Declarations =
    [
        Of("Process", "GaussianProcess(LowLengthScale = 0.7, HighLengthScale = 0.7, LowOutputScale = 1.5, HighOutputScale = 1.5)") with
        {
            MetaBatch = 3000,
        },
        Of("ManyScales", "GaussianProcess(HighLengthScale = 2, LowOutputScale = 0.1, HighOutputScale = 3)") with
        {
            MetaBatch = 200,
            Precision = Precision.Single,
        },
        Of("Cubics", "Polynomial(3)"),
        Of("Surface", "GaussianProcess(Inputs = 3), Noise(0.1)") with { Inputs = 3 },
        Noisy("NoisyLines", "3 * X"),
        Noisy("NoisyInputs", "X"),
    ];

    private readonly Lazy<System.Reflection.Assembly> assembly = new(Compile);

    internal Emitted Make(string name) =>
        EmittedExperiments.Make(assembly.Value, Declarations.Single(declaration => declaration.Name == name), seed: 11);

    private static Declaration Of(string name, string? family) => new(name) { Layers = [new Linear(1)], Steps = 1, Family = family };

    private static Declaration Noisy(string name, string target) => Of(name, family: null) with
    {
        MetaBatch = 3000,
        Drawn = "[Uniform(-1, 1)] double X { get; }",
        Members = $"[Noise(0.5)] double Y => {target};",
    };

    private static System.Reflection.Assembly Compile()
    {
        var sources = Declarations.Select(declaration => declaration.ToSource(DerivativeStrategy.CompileTime));
        using var image = Compiler.Compile("Families", sources);
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }
}
