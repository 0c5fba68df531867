using System.Collections.Concurrent;

namespace MetaDsl.Runtime.Tests.Training;

public sealed class TaskThreadsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 4)]
    [InlineData(100, 1)]
    [InlineData(100, 3)]
    public void Each_task_is_done_once_by_no_more_threads_than_allowed(int tasks, int threads)
    {
        var done = new ConcurrentBag<int>();
        var used = new ConcurrentDictionary<int, bool>();
        TaskThreads.ForEach(tasks, threads, task =>
        {
            done.Add(task);
            used[Environment.CurrentManagedThreadId] = true;
        });
        Assert.Equal(Enumerable.Range(0, tasks), done.Order());
        Assert.InRange(used.Count, 0, threads);
    }

    [Fact]
    public void Two_threads_work_at_the_same_time()
    {
        using var both = new Barrier(2);
        // Each task waits for the other, which one thread alone could never do.
        TaskThreads.ForEach(2, 2, _ => Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_first_exception_ends_the_rest_and_is_thrown_on(int threads)
    {
        var done = 0;
        var thrown = Assert.Throws<InvalidOperationException>(() => TaskThreads.ForEach(1_000_000, threads, task =>
        {
            if (task == 5) throw new InvalidOperationException("five");
            Interlocked.Increment(ref done);
        }));
        Assert.Equal("five", thrown.Message);
        Assert.InRange(done, 0, 999_998);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    public void What_cannot_be_run_is_refused(int tasks, int threads) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TaskThreads.ForEach(tasks, threads, _ => { }));
}
