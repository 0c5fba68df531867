using MetaDsl.Integration.Tests.Reference;
using TorchSharp;

namespace MetaDsl.Integration.Tests.Harness;

/// <summary>An emitted experiment, asked and answered in the reference's numbers.</summary>
internal sealed class Emitted(IProbe probe, Declaration declaration) : IDisposable
{
    private readonly torch.ScalarType type =
        declaration.Precision == Precision.Double ? torch.ScalarType.Float64 : torch.ScalarType.Float32;

    public IExperiment Experiment => probe;

    public IReadOnlyList<AdaptedFit> SampleFits(int count, int points) => ((IRegressionExperiment)probe).SampleFits(count, points);

    public double[] Weights
    {
        get => Numbers(probe.Parameters);
        set
        {
            using var row = torch.tensor(value, dtype: type);
            probe.Parameters.copy_(row);
        }
    }

    public (double[] Gradient, double Loss) MetaGradient(IReadOnlyList<RegressionTask> tasks)
    {
        using var supportX = Stack(tasks.Select(task => task.Support.X));
        using var supportY = Stack(tasks.Select(task => task.Support.Y));
        using var queryX = Stack(tasks.Select(task => task.Query.X));
        using var queryY = Stack(tasks.Select(task => task.Query.Y));
        var found = probe.MetaGradient(supportX, supportY, queryX, queryY);
        using var gradient = found.Gradient;
        using var loss = found.Loss;
        return (Numbers(gradient), Numbers(loss)[0]);
    }

    /// <summary>The tasks that training draws in an iteration, counted from 0.</summary>
    public IReadOnlyList<RegressionTask> TrainingTasks(long iteration)
    {
        var tensors = probe.TrainingTasks(iteration);
        var (supportX, supportY, queryX, queryY) = (Unstack(tensors[0]), Unstack(tensors[1]), Unstack(tensors[2]), Unstack(tensors[3]));
        foreach (var tensor in tensors) tensor.Dispose();
        return [.. supportX.Select((x, i) => new RegressionTask(new(x, supportY[i]), new(queryX[i], queryY[i])))];
    }

    /// <summary>Adapts by the declared steps, or as many as given, with tensors of the declared precision or of the given type.</summary>
    public EmittedLearner Adapt(Examples support, int? steps = null, torch.ScalarType? given = null)
    {
        using var row = torch.tensor(support.X.SelectMany(inputs => inputs).ToArray(), dtype: given ?? type);
        using var x = row.view(-1, declaration.Inputs);
        using var y = torch.tensor(support.Y.SelectMany(row => row).ToArray(), dtype: given ?? type);
        var (learner, predict) = probe.AdaptTo(x, y, steps);
        return new EmittedLearner(learner, predict, declaration.Inputs, given ?? type);
    }

    public TrainingResult Train(int iterations, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default) =>
        probe.Train(new() { Iterations = iterations, ReportInterval = TimeSpan.Zero }, progress, cancellation);

    public void Dispose() => probe.Dispose();

    // [tasks, examples, numbers]
    private torch.Tensor Stack(IEnumerable<double[][]> tasks)
    {
        var all = tasks.ToArray();
        double[] numbers = [.. all.SelectMany(rows => rows).SelectMany(row => row)];
        return torch.tensor(numbers, [all.Length, all[0].Length, all[0][0].Length], dtype: type);
    }

    private static double[][][] Unstack(torch.Tensor tensor)
    {
        var (examples, width) = ((int)tensor.shape[1], (int)tensor.shape[2]);
        return [.. Numbers(tensor).Chunk(examples * width).Select(task => task.Chunk(width).ToArray())];
    }

    internal static double[] Numbers(torch.Tensor tensor)
    {
        using var doubles = tensor.to(torch.ScalarType.Float64, copy: true);
        using var row = doubles.reshape(-1);
        using var data = row.data<double>();
        return data.ToArray();
    }
}
