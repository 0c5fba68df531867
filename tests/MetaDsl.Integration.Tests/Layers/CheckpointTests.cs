using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Harness;
using MetaDsl.LibTorch.Tests.Peer;
using TorchSharp;

namespace MetaDsl.Integration.Tests.Layers;

/// <summary>Weights that are trained here serve networks in plain PyTorch, by their names alone.</summary>
public sealed class CheckpointTests
{
    private const int Ways = 5;
    private const int Examples = 10;
    private const double Tolerance = 1e-5;

    // Each with the examples that it takes.
    private static readonly Dictionary<string, int[]> Models = new()
    {
        ["Conv4"] = [1, 28, 28],
        ["Conv4Of32"] = [3, 84, 84],
        ["Mlp"] = [1, 28, 28],
        ["ResNet12"] = [3, 84, 84],
        ["RowLstm"] = [1, 28, 28],
        ["SmallVit"] = [1, 28, 28],
    };

    [PeerFact]
    public void Weights_by_name_give_the_same_predictions_in_PyTorch()
    {
        using var image = Compiler.Compile("Checkpoints", [.. SampleNetworks.Sources, .. Models.Keys.Select(Experiment)]);
        var assembly = AssemblyLoadContext.Default.LoadFromStream(image);
        var weights = Compiler.WeightsOfModels(SampleNetworks.Sources, Ways);
        var random = new Random(1);
        var x = Models.ToDictionary(model => model.Key, model => Draw(random, Examples * Shapes.Elements(model.Value)));
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var ours = Models.Keys.ToDictionary(model => model, model =>
            {
                using var experiment = (IProbe)Activator.CreateInstance(assembly.GetType(model + "Checkpoint", throwOnError: true)!, 3L)!;
                Disturb(experiment.Parameters, random);
                SafeTensors.Write(PathOf(model), weights[model], [.. Emitted.Numbers(experiment.Parameters).Select(number => (float)number)]);
                return Predict(experiment, x[model], Models[model]);
            });
            var theirs = PythonTorch.Run<double[][]>(
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Layers", "checkpoint.py")),
                Models.Select(model => new { Model = model.Key, Shape = model.Value, Path = PathOf(model.Key), X = x[model.Key] }));
            foreach (var (model, expected) in Models.Keys.Zip(theirs))
            {
                var off = expected.Zip(ours[model], (left, right) => Math.Abs(left - right)).Max() / expected.Max(Math.Abs);
                Assert.True(off <= Tolerance, $"{model} is off by {off:0.0e+0}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string PathOf(string model) => Path.Combine(folder.FullName, model + ".safetensors");
    }

    private static float[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];

    // Weights that begin alike, as all zero, would serve in each other's places.
    private static void Disturb(torch.Tensor row, Random random)
    {
        using var numbers = torch.tensor(Draw(random, (int)row.size(0)));
        using var noise = numbers.sub(0.5);
        row.add_(noise, alpha: 0.05);
    }

    private static string Experiment(string model) => $$"""
        {{Probe.Usings}}
        [FewShot(ways: {{Ways}}, shots: 1, Queries = 1)]
        public partial class {{model}}Blank
        {
            internal static Tensor TrainingClasses() => TorchSharp.torch.zeros([{{Ways}}, 2, {{string.Join(", ", Models[model])}}]);

            internal static Tensor TestClasses() => TrainingClasses();
        }

        [Experiment<Networks.{{model}}, {{model}}Blank>]
        [Maml(Steps = 1, LearningRate = 0.1)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 1, Iterations = 10)]
        public partial class {{model}}Checkpoint : IProbe
        {
        {{Probe.Members}}
        }
        """;

    // Without a step, so that it is the weights themselves that predict.
    private static double[] Predict(IProbe experiment, float[] x, int[] shape)
    {
        using var support = torch.zeros([Ways, .. shape]);
        using var labels = torch.arange(Ways);
        var (learner, predict) = experiment.AdaptTo(support, labels, steps: 0);
        using (learner)
        {
            using var examples = torch.tensor(x, [Examples, .. shape]);
            using var prediction = predict(examples);
            return Emitted.Numbers(prediction);
        }
    }
}
