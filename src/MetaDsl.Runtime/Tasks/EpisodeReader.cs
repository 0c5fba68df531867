using System.Runtime.ExceptionServices;

namespace MetaDsl;

/// <summary>
/// Reads batches of tasks ahead, on threads of its own and within a declared amount of memory, for sets that lie on a disk or whose
/// examples are to be gathered beside the work of the device. A batch is a pure function of its number: it is the same for any number of
/// threads, after a resume and on every machine.
/// <code>
/// using var reader = new EpisodeReader(sampler, batch => random.Split(batch), tasks: 32, memory: 256 &lt;&lt; 20);
/// for (var iteration = done; iteration &lt; iterations; iteration++)
/// {
///     using var batch = reader.Take(iteration);      // batch.Bytes: [task, way, shots + queries, example]
/// }
/// </code>
/// </summary>
public sealed class EpisodeReader : IDisposable
{
    private readonly EpisodeSampler sampler;
    private readonly Func<long, RandomStream> streamOf;
    private readonly ClassSet set;
    private readonly int rowsPerTask;
    private readonly int rowsPerBatch;
    private readonly Thread[] threads;
    private readonly Action<EpisodeBatch> giveBack;

    /// <summary>Guards all that follows; whatever changes it wakes whoever waits.</summary>
    private readonly object gate = new();
    private readonly Stack<EpisodeBuffer> free = new();
    private readonly Dictionary<long, (EpisodeBuffer Buffer, ExceptionDispatchInfo? Failure)> ready = [];

    /// <summary>Which restart it is: what threads read for an earlier one is thrown away.</summary>
    private volatile int restarts;
    private volatile bool isDisposed;
    private bool isReading;
    private long nextToRead;
    private long nextToTake;
    private int made;
    private int lent;

    /// <summary>Starts threads, which wait for the first <see cref="Take"/>.</summary>
    /// <param name="sampler">Draws the tasks, which must all be of one size.</param>
    /// <param name="streamOf">The stream of a batch by its number; called on any thread, and must give the same each time.</param>
    /// <param name="tasks">Tasks of a batch; they are numbers 0, 1, ... of its stream.</param>
    /// <param name="memory">Bytes that all batches together may take, those lent out included.</param>
    /// <param name="threads">Threads that read; one less than there are processors unless given.</param>
    /// <exception cref="DataException">The memory is less than a batch takes; the message says how much that is.</exception>
    public EpisodeReader(EpisodeSampler sampler, Func<long, RandomStream> streamOf, int tasks, long memory, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        ArgumentNullException.ThrowIfNull(streamOf);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tasks);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads ?? 1, nameof(threads));
        var batchBytes = BatchBytes(sampler, tasks);
        if (memory < batchBytes)
        {
            throw new DataException(
                $"A batch of {Text.Of(tasks, "task")} takes {Text.Of(batchBytes, "byte")}, but only {Text.Count(memory)} may be used for "
                + $"reading ahead; allow {Text.Of(batchBytes, "byte")} or better several times as much, or read fewer tasks at once.");
        }

        (this.sampler, this.streamOf, set, giveBack) = (sampler, streamOf, SetOf(sampler), GiveBack);
        rowsPerTask = RowsPerTask(sampler);
        rowsPerBatch = tasks * rowsPerTask;
        Capacity = (int)Math.Min(int.MaxValue, memory / batchBytes);
        this.threads = new Thread[Math.Min(Capacity, threads ?? Math.Max(1, Environment.ProcessorCount - 1))];
        for (var i = 0; i < this.threads.Length; i++)
        {
            this.threads[i] = new Thread(Read) { IsBackground = true, Name = "MetaDsl reader" };
            this.threads[i].Start();
        }
    }

    /// <summary>How many batches the memory holds, those lent out included.</summary>
    public int Capacity { get; }

    /// <summary>How many of them have been made.</summary>
    internal int Made => Volatile.Read(ref made);

    private static ClassSet SetOf(EpisodeSampler sampler) => sampler.Part?.Set
        ?? throw new ArgumentException(
            "The sampler knows how many examples there are, but not which; make it of a part of classes.", nameof(sampler));

    /// <summary>What the memory for a batch is: its examples, and the numbers of their rows.</summary>
    public static long BatchBytes(EpisodeSampler sampler, int tasks)
    {
        ArgumentNullException.ThrowIfNull(sampler);
        if (!sampler.Shape.IsFixed)
            throw new ArgumentException("Tasks of different sizes are no table of rows; use fixed ways and shots.", nameof(sampler));
        var rows = (long)tasks * RowsPerTask(sampler);
        if (rows * SetOf(sampler).Shape.Elements > Array.MaxLength)
        {
            throw new ArgumentException(
                $"{Text.Of(tasks, "task")} have {Text.Count(rows)} examples of {SetOf(sampler).Shape}, more than an array holds; "
                + "read fewer tasks at once.",
                nameof(tasks));
        }

        return EpisodeBuffer.SizeOf(SetOf(sampler), rows);
    }

    /// <summary>
    /// Lends a batch, and waits for it if need be. Those that follow are read ahead; asking for another than the next begins anew there, as
    /// after a resume. One thread takes.
    /// </summary>
    /// <exception cref="DataException">The batch cannot be read; asking again tries again.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled while it waited.</exception>
    /// <exception cref="InvalidOperationException">All batches that the memory holds are lent out.</exception>
    public EpisodeBatch Take(long batch, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        using var wakeUp = cancellation.UnsafeRegister(static reader => ((EpisodeReader)reader!).Wake(), this);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            if (lent == Capacity)
            {
                throw new InvalidOperationException(
                    $"The memory holds {Text.Of(Capacity, "batch", "batches")}, and none was given back; dispose one before taking "
                    + "another, or allow more memory.");
            }

            if (!isReading || batch != nextToTake) Restart(batch);
            (EpisodeBuffer Buffer, ExceptionDispatchInfo? Failure) found;
            while (!ready.Remove(batch, out found))
            {
                cancellation.ThrowIfCancellationRequested();
                ObjectDisposedException.ThrowIf(isDisposed, this);
                Monitor.Wait(gate);
            }

            if (found.Failure is not null)
            {
                // The next call starts over, whatever it asks for.
                isReading = false;
                free.Push(found.Buffer);
                found.Failure.Throw();
            }

            nextToTake = batch + 1;
            lent++;
            return new EpisodeBatch(batch, found.Buffer, giveBack);
        }
    }

    /// <summary>Ends the threads. What is lent out stays as it is.</summary>
    public void Dispose()
    {
        isDisposed = true;
        Wake();
        foreach (var thread in threads) thread.Join();
    }

    private static int RowsPerTask(EpisodeSampler sampler) => sampler.MaxWays * (sampler.Shape.MaxShots + sampler.Shape.Queries);

    private void Wake()
    {
        lock (gate) Monitor.PulseAll(gate);
    }

    private void GiveBack(EpisodeBatch batch)
    {
        lock (gate)
        {
            lent--;
            free.Push(batch.Buffer);
            Monitor.PulseAll(gate);
        }
    }

    private void Restart(long batch)
    {
        foreach (var (buffer, _) in ready.Values) free.Push(buffer);
        ready.Clear();
        restarts++;
        (nextToRead, nextToTake, isReading) = (batch, batch, true);
        Monitor.PulseAll(gate);
    }

    /// <summary>What each thread does: the next batch, as long as there is memory for one.</summary>
    private void Read()
    {
        var episode = sampler.NewEpisode();
        while (true)
        {
            EpisodeBuffer? buffer;
            long batch;
            int reading;
            lock (gate)
            {
                while (!isDisposed && !(isReading && (free.Count > 0 || made < Capacity))) Monitor.Wait(gate);
                if (isDisposed) return;
                (batch, reading) = (nextToRead++, restarts);
                if (!free.TryPop(out buffer)) (buffer, made) = (new EpisodeBuffer(), made + 1);
            }

            ExceptionDispatchInfo? failure = null;
            try
            {
                Fill(buffer, batch, episode, reading);
            }
            catch (Exception e)
            {
                // Whoever takes the batch gets it.
                failure = ExceptionDispatchInfo.Capture(e);
            }

            lock (gate)
            {
                if (reading == restarts) ready.Add(batch, (buffer, failure));
                else free.Push(buffer);
                Monitor.PulseAll(gate);
            }
        }
    }

    private void Fill(EpisodeBuffer buffer, long batch, Episode episode, int reading)
    {
        buffer.Allocate(set, rowsPerBatch);
        sampler.DrawRows(streamOf(batch), 0, buffer.Rows, episode);

        // Task after task, so that nobody waits for a whole batch that is no longer wanted.
        for (var row = 0; row < rowsPerBatch && reading == restarts && !isDisposed; row += rowsPerTask)
            buffer.Gather(set, row, rowsPerTask);
    }
}
