namespace MetaDsl;

/// <summary>
/// Where classes of examples come from. A source declares; <see cref="Load"/> reads, or takes what an earlier run left in a cache file
/// beside the source.
/// </summary>
public abstract class ClassSource
{
    /// <summary>What is done with images; arrays of bytes count as images.</summary>
    public ImageOptions Images { get; init; } = new();

    /// <summary>What the numbers mean to a network; bytes are scaled to the unit interval unless declared otherwise.</summary>
    public Normalization? Normalization { get; init; }

    /// <summary>Whether a cache file may be read and written beside the source.</summary>
    public bool UseCache { get; init; } = true;

    /// <summary>What was named, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>What is read: files, folders or streams.</summary>
    private protected abstract IReadOnlyList<DataFile> Files { get; }

    /// <summary>The kind of source, and every option that decides what it reads.</summary>
    private protected abstract string Key { get; }

    /// <summary>
    /// Reads the classes, on all cores. The cache file serves as long as files, lengths, times and options are what they were; one that is
    /// damaged or old is written anew, and one that cannot be written is no error (<see cref="ClassSet.Cache"/> says so).
    /// </summary>
    /// <param name="progress">Told now and then how many examples have been read, on any thread but never on two at once.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DataException">The data cannot be used; the message names file, place, reason and way out.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ClassSet Load(IProgress<DataProgress>? progress = null, CancellationToken cancellation = default)
    {
        Images.Check();
        var files = Files;
        var set = LoadFiles(files, new Reading(progress, cancellation), out var cache);
        var normalization = Normalization ?? set.Normalization;
        normalization.Check(set.Shape);
        return set.With(normalization, cache);
    }

    /// <summary>Reads the source itself.</summary>
    private protected abstract ClassSet Read(Reading reading);

    private ClassSet LoadFiles(IReadOnlyList<DataFile> files, Reading reading, out CacheReport cache)
    {
        cache = CacheReport.None;
        if (!UseCache || files.Any(file => file.Path is null)) return Read(reading);

        var options = $"{CacheFile.Version}: {GetType().Name}: {Key}; {Images.Key}";
        var path = $"{Path.TrimEndingDirectorySeparator(Path.GetFullPath(files[0].Path!))}.{Fingerprint.Short(options)}.metadsl";
        var fingerprint = FingerprintOf(options, files);
        if (CacheFile.TryRead(path, fingerprint) is { } cached)
        {
            cache = new CacheReport(CacheOutcome.Read, path);
            return cached;
        }

        var set = Read(reading);
        reading.Cancellation.ThrowIfCancellationRequested();

        // Files that changed meanwhile may have been read half old, half new.
        var reason = fingerprint.SequenceEqual(FingerprintOf(options, files))
            ? CacheFile.TryWrite(path, fingerprint, set)
            : "the files changed while they were read";
        cache = new CacheReport(reason is null ? CacheOutcome.Written : CacheOutcome.NotWritten, path, reason);
        return set;
    }

    private byte[] FingerprintOf(string options, IReadOnlyList<DataFile> files)
    {
        try
        {
            return Fingerprint.Of(options, files.Select(file => file.Path!));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataException(Name, "", $"it cannot be listed ({e.Message.TrimEnd('.')})", "make it readable, or name another", e);
        }
    }
}

/// <summary>Whom a read tells how far it is, and who may end it.</summary>
internal readonly record struct Reading(IProgress<DataProgress>? Progress, CancellationToken Cancellation);
