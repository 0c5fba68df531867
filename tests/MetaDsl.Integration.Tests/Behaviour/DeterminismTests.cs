using System.Diagnostics;
using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>The seed decides every bit of a run.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class DeterminismTests(EmittedExperiments emitted)
{
    [Theory]
    [InlineData("Usual", DerivativeStrategy.CompileTime)]
    [InlineData("Usual", DerivativeStrategy.Autograd)]
    [InlineData("UsualInSingles", DerivativeStrategy.CompileTime)]
    [InlineData("UsualInSingles", DerivativeStrategy.Autograd)]
    public void The_same_seed_gives_the_same_bits(string name, DerivativeStrategy strategy) =>
        Assert.Equal(Run(name, seed: 11, strategy), Run(name, seed: 11, strategy));

    [Fact]
    public void Each_seed_gives_other_weights_and_other_tasks()
    {
        long[] seeds = [0, 1, -1, 11, long.MinValue, long.MaxValue];
        var weights = new HashSet<double>();
        var inputs = new HashSet<double>();
        foreach (var seed in seeds)
        {
            using var experiment = emitted.Make(Experiments.Usual, seed: seed);
            Assert.All(experiment.Weights, weight => Assert.True(weights.Add(weight)));
            Assert.True(inputs.Add(experiment.TrainingTasks(0)[0].Support.X[0][0]));
        }
    }

    [Fact]
    public async Task A_second_process_gives_the_same_bits()
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var image = Compiler.Compile("Second", [Experiments.Usual.ToSource(DerivativeStrategy.CompileTime)]))
                await File.WriteAllBytesAsync(file, image.ToArray());
            Assert.Equal(Run("Usual", seed: 11), await RunElsewhere(file, seed: 11));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RunElsewhere(string file, long seed)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var process = Process.Start(new ProcessStartInfo(dotnet, [typeof(DeterminismTests).Assembly.Location, file, $"{seed}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        return output.Trim();
    }

    private string Run(string name, long seed, DerivativeStrategy strategy = DerivativeStrategy.CompileTime)
    {
        using var experiment = emitted.Make(Experiments.All.Single(one => one.Name == name), strategy, seed);
        return Fingerprint.Of(experiment);
    }
}
