using System;
using System.Threading;
using System.Threading.Tasks;

namespace MetaDsl.Generators.Incremental;

/// <summary>Work on several things at once, on as many threads as there are cores.</summary>
internal static class SideBySide
{
    /// <summary>Works on each of so many things. One alone, as after most keystrokes, is worked on where it is.</summary>
    public static void For(int count, CancellationToken token, Action<int> work)
    {
        if (count == 1) work(0);
        else Parallel.For(0, count, new ParallelOptions { CancellationToken = token }, work);
    }
}
