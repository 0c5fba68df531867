using System;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace MetaDsl.Generators.Incremental;

/// <summary>Work on several things at once, on as many threads as there are cores.</summary>
internal static class SideBySide
{
    /// <summary>
    /// Works on each of so many things. One alone, as after most keystrokes, is worked on where it is. What is thrown is what one after the
    /// other would throw: a cancellation, or else the first failure.
    /// </summary>
    public static void For(int count, CancellationToken token, Action<int> work)
    {
        token.ThrowIfCancellationRequested();
        if (count < 2)
        {
            if (count == 1) work(0);
            return;
        }

        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = token }, work);
        }
        catch (AggregateException all)
        {
            token.ThrowIfCancellationRequested();
            ExceptionDispatchInfo.Capture(all.InnerExceptions.First()).Throw();
        }
    }
}
