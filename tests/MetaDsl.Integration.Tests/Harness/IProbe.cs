using TorchSharp;

namespace MetaDsl.Integration.Tests.Harness;

/// <summary>What the tests see of an emitted experiment's inside; each of theirs implements it in a part of its own class.</summary>
public interface IProbe : IExperiment
{
    /// <summary>The weights that the experiment trains, in one row: its own tensor.</summary>
    torch.Tensor Parameters { get; }

    /// <summary>The meta-gradient in one row, and the mean query loss. Each argument is [tasks, examples, inputs].</summary>
    (torch.Tensor Gradient, torch.Tensor Loss) MetaGradient(
        torch.Tensor supportX, torch.Tensor supportY, torch.Tensor queryX, torch.Tensor queryY);

    /// <summary>What drops out in the passes of <see cref="MetaGradient"/>: by the steps taken, then by layer.</summary>
    Mask[][] Masks => [];

    /// <summary>The averages that norms keep, a row for each number of steps taken: the experiment's own tensor.</summary>
    torch.Tensor? Statistics => null;

    /// <summary>What norms have seen in the last <see cref="MetaGradient"/>, in the same rows, on average over tasks.</summary>
    double[]? Seen => null;

    /// <summary>The tasks of a training iteration, in the same order and shapes.</summary>
    torch.Tensor[] TrainingTasks(long iteration);

    /// <summary>What the public <c>Adapt</c> gives, and its <c>Predict</c>: each experiment has a learner of its own type.</summary>
    (IDisposable Learner, Func<torch.Tensor, torch.Tensor> Predict) AdaptTo(torch.Tensor supportX, torch.Tensor supportY, int? steps);
}

/// <summary>What drops out of all tasks in a layer.</summary>
public sealed record Mask(long[] Shape, double[] Values);
