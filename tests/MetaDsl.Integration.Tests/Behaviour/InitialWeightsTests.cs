using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>What the weights of an emitted experiment are before training, for each choice of the language.</summary>
public sealed class InitialWeightsTests
{
    private static readonly string Source = Probe.Usings + """
        [Model, Input(3, 8, 8)]
        [Conv(4, Initial = InitialWeights.Orthogonal, Name = "wideConv"), Conv(40, Kernel = 1, Initial = InitialWeights.Orthogonal, Name = "tallConv")]
        [ConvTranspose(2, Initial = InitialWeights.Orthogonal, Name = "turned"), Flatten]
        [Linear(30, Initial = InitialWeights.Orthogonal, Name = "wide"), Linear(70, Initial = InitialWeights.Orthogonal, Name = "tall")]
        [Linear(70, Initial = InitialWeights.Orthogonal, Name = "square"), Linear(1, Initial = InitialWeights.Orthogonal, Name = "row")]
        [Use<Twos>]
        [Linear(400, Initial = InitialWeights.Constant, Value = -0.25, Name = "constant"), Linear(100, Initial = InitialWeights.KaimingNormal, Name = "kaimingNormal")]
        [Linear(400, Initial = InitialWeights.KaimingUniform, Name = "kaimingUniform"), Linear(100, Initial = InitialWeights.XavierNormal, Name = "xavierNormal")]
        [Linear(400, Initial = InitialWeights.XavierUniform, Name = "xavierUniform"), Linear(100, Initial = InitialWeights.TruncatedNormal, Deviation = 0.5, Name = "truncated")]
        [Classifier(Initial = InitialWeights.Zero)]
        public partial class Net;

        [Block, InitialWeights(InitialWeights.Constant, Value = 2), Residual<Wider>]
        public partial class Twos;

        [Block, Linear(12)]
        public partial class Wider;

        [FewShot(ways: 5, shots: 1, Queries = 1)]
        public partial class Blank
        {
            internal static Tensor TrainingClasses() => TorchSharp.torch.zeros([5, 2, 3, 8, 8]);

            internal static Tensor TestClasses() => TrainingClasses();
        }

        [Experiment<Net, Blank>]
        [Maml(Steps = 1, LearningRate = 0.1)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 1, Iterations = 10)]
        [Precision(Precision.Double)]
        public partial class Began : IProbe
        {
        """ + "\n" + Probe.Members + "}\n";

    private static readonly Lazy<Type> Experiment = new(() =>
    {
        using var image = Compiler.Compile("InitialWeights", [Source]);
        return AssemblyLoadContext.Default.LoadFromStream(image).GetType("Began", throwOnError: true)!;
    });

    private static readonly Lazy<IReadOnlyDictionary<string, double[]>> Seed1 = new(() => Begin(1));

    [Theory]
    [InlineData("wideConv", 4)]
    [InlineData("tallConv", 40)]
    [InlineData("turned", 40)]
    [InlineData("wide", 30)]
    [InlineData("tall", 70)]
    [InlineData("square", 70)]
    [InlineData("row", 1)]
    public void Orthogonal_weights_have_rows_or_columns_at_right_angles_and_of_length_one(string layer, int rows)
    {
        var weight = Seed1.Value[layer + ".weight"];
        var columns = weight.Length / rows;
        var isWide = rows <= columns;
        for (var i = 0; i < Math.Min(rows, columns); i++)
        {
            for (var j = 0; j < Math.Min(rows, columns); j++)
            {
                var product = isWide
                    ? Enumerable.Range(0, columns).Sum(k => weight[(i * columns) + k] * weight[(j * columns) + k])
                    : Enumerable.Range(0, rows).Sum(k => weight[(k * columns) + i] * weight[(k * columns) + j]);
                Assert.Equal(i == j ? 1 : 0, product, 1e-12);
            }
        }

        Assert.All(Seed1.Value[layer + ".bias"], bias => Assert.Equal(0, bias));
    }

    [Fact]
    public void Orthogonal_weights_point_in_any_direction()
    {
        // Without care for signs, a decomposition gives the same side of the first axis each time.
        var firsts = Enumerable.Range(1, 40).Select(seed => Begin(seed)["square.weight"][0]).ToArray();
        Assert.Equal(40, firsts.Distinct().Count());
        Assert.InRange(firsts.Count(first => first > 0), 8, 32);
    }

    [Theory]
    [InlineData("kaimingNormal", 2.0 / 400)]
    [InlineData("kaimingUniform", 2.0 / 100)]
    [InlineData("xavierNormal", 2.0 / 500)]
    [InlineData("xavierUniform", 2.0 / 500)]
    // A normal distribution that ends at two deviations has 0.774 of its variance.
    [InlineData("truncated", 0.5 * 0.5 * 0.774)]
    public void Drawn_weights_have_their_variance_and_no_bias(string layer, double variance)
    {
        var weight = Seed1.Value[layer + ".weight"];
        Assert.InRange(weight.Average(), -0.02 * Math.Sqrt(variance), 0.02 * Math.Sqrt(variance));
        Assert.InRange(weight.Average(number => number * number), 0.97 * variance, 1.03 * variance);
        var isUniform = layer.EndsWith("Uniform", StringComparison.Ordinal);
        // A uniform distribution ends at the root of three deviations, a normal one of so many numbers beyond three.
        if (isUniform) Assert.InRange(weight.Max(Math.Abs), 0.99 * Math.Sqrt(3 * variance), Math.Sqrt(3 * variance));
        else if (layer != "truncated") Assert.True(weight.Max(Math.Abs) > 3 * Math.Sqrt(variance));
        Assert.All(Seed1.Value[layer + ".bias"], bias => Assert.Equal(0, bias));
    }

    [Fact]
    public void Constants_are_constant()
    {
        Assert.All(Seed1.Value["constant.weight"], weight => Assert.Equal(-0.25, weight));
        Assert.All(Seed1.Value["classifier.weight"], weight => Assert.Equal(0, weight));
    }

    [Fact]
    public void A_projection_that_nobody_has_written_begins_as_its_class_says()
    {
        var (_, projection) = Assert.Single(Seed1.Value, weight => weight.Key.Contains("shortcut", StringComparison.Ordinal));
        Assert.Equal(12, projection.Length);
        Assert.All(projection, weight => Assert.Equal(2, weight));
    }

    private static Dictionary<string, double[]> Begin(long seed)
    {
        using var experiment = (IProbe)Activator.CreateInstance(Experiment.Value, seed)!;
        var row = Emitted.Numbers(experiment.Parameters);
        var weights = new Dictionary<string, double[]>();
        var start = 0;
        foreach (var (name, shape) in Compiler.WeightsOfModels([Source], 5)["Net"])
        {
            var end = start + Layers.Shapes.Elements(shape);
            weights.Add(name, row[start..end]);
            start = end;
        }

        return weights;
    }
}
