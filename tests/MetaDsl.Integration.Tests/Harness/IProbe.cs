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

    /// <summary>The tasks of a training iteration, in the same order and shapes.</summary>
    torch.Tensor[] TrainingTasks(long iteration);

    /// <summary>What the public <c>Adapt</c> gives, and its <c>Predict</c>: each experiment has a learner of its own type.</summary>
    (IDisposable Learner, Func<torch.Tensor, torch.Tensor> Predict) AdaptTo(torch.Tensor supportX, torch.Tensor supportY, int? steps);
}
