using System.Runtime.ExceptionServices;

namespace MetaDsl;

/// <summary>Runs what is done for each task on several threads, for networks of which one task alone keeps a core busy.</summary>
public static class TaskThreads
{
    /// <summary>
    /// Calls <paramref name="body"/> with each number below <paramref name="tasks"/>, on so many threads, and returns when all are done.
    /// The first exception ends the rest and is thrown on.
    /// </summary>
    /// <param name="tasks">How many tasks.</param>
    /// <param name="threads">How many threads at most.</param>
    /// <param name="body">What is done for a task; it is not told on which thread.</param>
    public static void ForEach(int tasks, int threads, Action<int> body)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tasks);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        ArgumentNullException.ThrowIfNull(body);
        var next = -1;
        ExceptionDispatchInfo? failure = null;

        void Work()
        {
            try
            {
                for (var task = Interlocked.Increment(ref next); task < tasks && failure is null; task = Interlocked.Increment(ref next))
                {
                    body(task);
                }
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }

        // Threads of their own: what torch keeps for each thread must not stay behind on those of the pool.
        var helpers = new Thread[Math.Min(threads, tasks) - 1 is > 0 and var count ? count : 0];
        for (var i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(Work) { IsBackground = true, Name = "MetaDsl tasks" };
            helpers[i].Start();
        }

        Work();
        foreach (var helper in helpers) helper.Join();
        failure?.Throw();
    }
}
