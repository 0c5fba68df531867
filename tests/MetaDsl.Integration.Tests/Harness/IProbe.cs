using TorchSharp;

namespace MetaDsl.Integration.Tests.Harness;

/// <summary>What the tests look at inside an emitted experiment; each experiment of the tests implements it in a part of its own class.</summary>
public interface IProbe : IRegressionExperiment
{
    /// <summary>The weights that the experiment trains, in one row: its own tensor.</summary>
    torch.Tensor Parameters { get; }

    /// <summary>The meta-gradient in one row, and the mean query loss. Each argument is [tasks, examples, inputs].</summary>
    (torch.Tensor Gradient, torch.Tensor Loss) MetaGradient(
        torch.Tensor supportX, torch.Tensor supportY, torch.Tensor queryX, torch.Tensor queryY);

    /// <summary>The tasks of a training iteration, in the same order and shapes.</summary>
    torch.Tensor[] TrainingTasks(long iteration);

    /// <summary>What the public <c>Adapt</c> and <c>Predict</c> give: they are no interface, since each experiment has its own learner.</summary>
    torch.Tensor Predict(torch.Tensor supportX, torch.Tensor supportY, int? steps, torch.Tensor x);
}
