using TorchSharp;

namespace MetaDsl.Integration.Tests.Harness;

/// <summary>The binding's figures of the tensors that are alive, looked up by name, since TorchSharp's packages have none.</summary>
internal static class TensorMemory
{
    private static readonly Type? Figures = typeof(torch).Assembly.GetType("MetaDsl.LibTorch.TensorMemory");
    private static readonly Func<long>? Tensors = Figure(nameof(LiveTensors));
    private static readonly Func<long>? Bytes = Figure("LiveBytes");

    public static bool IsKnown => Figures is not null;

    public static long LiveTensors => Tensors!();

    /// <summary>
    /// How many bytes were alive at once beyond those before, as seen by a thread that looks again and again while the work is repeated:
    /// never more than the true peak.
    /// </summary>
    public static long PeakOf(Action work)
    {
        // On a busy machine the thread may not run at all during a few repetitions, so its looks are counted.
        const int Times = 10;
        const int Looks = 2000;
        var before = Bytes!();
        var (peak, looks, done) = (0L, 0, false);
        var watcher = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                peak = Math.Max(peak, Bytes() - before);
                Volatile.Write(ref looks, looks + 1);
            }
        });
        watcher.Start();
        for (var time = 0; time < Times || Volatile.Read(ref looks) < Looks; time++) work();
        Volatile.Write(ref done, true);
        watcher.Join();
        return peak;
    }

    private static Func<long>? Figure(string name) => Figures?.GetProperty(name)!.GetMethod!.CreateDelegate<Func<long>>();
}

/// <summary>A test that counts live tensors; it is skipped over a torch that does not count them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TensorMemoryFactAttribute : FactAttribute
{
    public TensorMemoryFactAttribute()
    {
        if (!TensorMemory.IsKnown) Skip = "This torch does not count its tensors; build with TorchProvider=LibTorch.";
    }
}
