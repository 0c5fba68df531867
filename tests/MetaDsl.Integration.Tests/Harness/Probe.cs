namespace MetaDsl.Integration.Tests.Harness;

/// <summary>The one place that knows private members of emitted classes: the part of each class that lets the tests look inside.</summary>
internal static class Probe
{
    public const string Usings = """
        using System;
        using System.Threading;
        using MetaDsl;
        using MetaDsl.Integration.Tests.Harness;
        using Tensor = TorchSharp.torch.Tensor;

        """;

    /// <summary>The members of <see cref="IProbe"/>.</summary>
    public const string Members = """
            Tensor IProbe.Parameters => parameters;

            (Tensor Gradient, Tensor Loss) IProbe.MetaGradient(Tensor supportX, Tensor supportY, Tensor queryX, Tensor queryY)
            {
                using var tasks = new Tasks
                {
                    SupportX = supportX.alias(), SupportY = supportY.alias(), QueryX = queryX.alias(), QueryY = queryY.alias(),
                };
                using var found = MetaGradient(tasks);
                return (found.Gradient.Flatten(), found.Loss.alias());
            }

            Tensor[] IProbe.TrainingTasks(long iteration)
            {
                using var tasks = SampleTasks(SeedOf("training", iteration), MetaBatch);
                return [tasks.SupportX.alias(), tasks.SupportY.alias(), tasks.QueryX.alias(), tasks.QueryY.alias()];
            }

            (IDisposable Learner, Func<Tensor, Tensor> Predict) IProbe.AdaptTo(Tensor supportX, Tensor supportY, int? steps)
            {
                var learner = steps is { } count ? Adapt(supportX, supportY, count) : Adapt(supportX, supportY);
                return (learner, learner.Predict);
            }

        """;
}
