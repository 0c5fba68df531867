using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>All bits of a training run, in few: those of its losses, its weights and an evaluation.</summary>
internal static class Fingerprint
{
    public static string Of(Emitted experiment)
    {
        var losses = new Losses();
        experiment.Train(40, losses);
        var errors = experiment.Experiment.Evaluate(new()).Rows.SelectMany(row => new[] { row.Mean, row.HalfWidth, row.Median });
        double[] numbers = [.. losses.All, .. experiment.Weights, .. errors];
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<double>(numbers)));
    }
}
