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

    /// <summary>The members of <see cref="IProbe"/>, where nothing drops out and no norm keeps averages.</summary>
    public static readonly string Members = MembersOf(drops: false, averages: false);

    /// <param name="drops">Whether something drops out in training.</param>
    /// <param name="averages">Whether norms keep averages of statistics.</param>
    public static string MembersOf(bool drops, bool averages) => $$"""
            Tensor IProbe.Parameters => parameters;

            (Tensor Gradient, Tensor Loss) IProbe.MetaGradient(Tensor supportX, Tensor supportY, Tensor queryX, Tensor queryY)
            {
                using var tasks = new Tasks
                {
                    SupportX = supportX.alias(), SupportY = supportY.alias(), QueryX = queryX.alias(), QueryY = queryY.alias(),
                };
                {{(averages ? "using var seen = TorchSharp.torch.zeros(MetaBatch, InnerSteps + 1, 2 * NormChannels, Type);" : "")}}
                {{(drops ? "var masks = DrawMasks(7);" : "")}}
                using var found = MetaGradient(tasks{{(drops ? ", masks" : "")}}{{(averages ? ", seen" : "")}});
                {{(drops ? "foreach (var mask in masks) mask.Dispose();" : "")}}
                {{(averages ? "using var meanSeen = seen.mean([0]); lastSeen = Numbers(meanSeen);" : "")}}
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

        {{(drops ? OfMasks : "")}}{{(averages ? OfStatistics : "")}}
        """;

    private const string OfMasks = """
            Mask[][] IProbe.Masks => Array.ConvertAll(DrawMasks(7), masks =>
            {
                using var drawn = masks;
                return Array.ConvertAll(typeof(Masks).GetProperties(), property =>
                {
                    var mask = (Tensor)property.GetValue(drawn)!;
                    return new Mask(mask.shape, Numbers(mask));
                });
            });

        """;

    private const string OfStatistics = """
            private double[]? lastSeen;

            Tensor? IProbe.Statistics => statistics;

            double[]? IProbe.Seen => lastSeen;

        """;
}
