namespace MetaDsl;

/// <summary>How far a long read has come.</summary>
/// <param name="Source">What is read: the file, folder or stream.</param>
/// <param name="Done">How many images, tables of a folder, numbers of an array, or bytes of a table have been read.</param>
/// <param name="Total">How many there are; of a gzipped table, the most that there can be.</param>
public readonly record struct DataProgress(string Source, long Done, long Total);

/// <summary>Reports at most ten times a second, whichever threads count, and never backwards; the end is always reported.</summary>
internal sealed class ProgressCounter(IProgress<DataProgress>? progress, string source, long total)
{
    private const long MillisecondsPerReport = 100;

    private readonly Lock gate = new();
    private long done;
    private long reportedAt = Environment.TickCount64;

    /// <summary>Counts what is left, when more cannot come.</summary>
    public void Finish() => Add(total - done);

    public void Add(long count)
    {
        if (progress is null) return;
        lock (gate)
        {
            done += count;
            var now = Environment.TickCount64;
            if (done < total && now - reportedAt < MillisecondsPerReport) return;
            reportedAt = now;
            progress.Report(new DataProgress(source, done, total));
        }
    }
}
