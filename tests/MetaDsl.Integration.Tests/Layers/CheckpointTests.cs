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

    private const string Tasks = """
        using MetaDsl;
        using TorchSharp;

        [FewShot(ways: 5, shots: 1, Queries = 1)]
        public partial class Blank
        {
            internal static torch.Tensor TrainingClasses() => torch.zeros([5, 2, 1, 28, 28]);

            internal static torch.Tensor TestClasses() => TrainingClasses();
        }
        """;

    private static readonly string[] Models = ["Conv4", "Mlp"];

    [PeerFact]
    public void Weights_by_name_give_the_same_predictions_in_PyTorch()
    {
        using var image = Compiler.Compile("Checkpoints", [.. SampleNetworks.Sources, Tasks, .. Models.Select(Experiment)]);
        var assembly = AssemblyLoadContext.Default.LoadFromStream(image);
        var weights = Compiler.WeightsOfModels(SampleNetworks.Sources, Ways);
        var random = new Random(1);
        float[] x = [.. Enumerable.Range(0, Examples * 28 * 28).Select(_ => random.NextSingle())];
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var ours = Models.ToDictionary(model => model, model =>
            {
                using var experiment = (IProbe)Activator.CreateInstance(assembly.GetType(model + "Checkpoint", throwOnError: true)!, 3L)!;
                SafeTensors.Write(PathOf(model), weights[model], [.. Emitted.Numbers(experiment.Parameters).Select(number => (float)number)]);
                return Predict(experiment, x);
            });
            var theirs = PythonTorch.Run<double[][]>(
                File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Layers", "checkpoint.py")),
                Models.Select(model => new { Model = model, Path = PathOf(model), X = x }));
            foreach (var (model, expected) in Models.Zip(theirs))
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

    private static string Experiment(string model) => $$"""
        {{Probe.Usings}}
        [Experiment<Networks.{{model}}, Blank>]
        [Maml(Steps = 1, LearningRate = 0.1)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 1, Iterations = 10)]
        public partial class {{model}}Checkpoint : IProbe
        {
        {{Probe.Members}}
        }
        """;

    // Without a step, so that it is the weights themselves that predict.
    private static double[] Predict(IProbe experiment, float[] x)
    {
        using var support = torch.zeros([Ways, 1, 28, 28]);
        using var labels = torch.arange(Ways);
        var (learner, predict) = experiment.AdaptTo(support, labels, steps: 0);
        using (learner)
        {
            using var examples = torch.tensor(x, [Examples, 1, 28, 28]);
            using var prediction = predict(examples);
            return Emitted.Numbers(prediction);
        }
    }
}
