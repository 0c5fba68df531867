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
        cancellation.ThrowIfCancellationRequested();
        var files = Files;
        var set = LoadFiles(files, new Reading(progress, cancellation), out var cache);
        var normalization = Normalization ?? set.Normalization;
        normalization.Check(set.Shape);
        return set.With(normalization, cache);
    }

    /// <summary>
    /// As <see cref="Load"/>, for sets that do not fit in memory: the examples stay in the cache file, and are read from there, and
    /// checked, when rows are copied. Where there is no such file it is written first, and few examples are in memory while it is; only
    /// tables, and arrays in Fortran's order, have to fit once, then.
    /// </summary>
    /// <param name="progress">Told now and then how many examples have been read, on any thread but never on two at once.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DataException">The data cannot be used, or the cache file cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ClassSet LoadOnDisk(IProgress<DataProgress>? progress = null, CancellationToken cancellation = default)
    {
        Images.Check();
        cancellation.ThrowIfCancellationRequested();
        var files = Files;
        if (!UseCache)
        {
            throw new DataException(
                Name,
                "",
                $"'{nameof(UseCache)}' is false, but the examples are to stay in the cache file",
                $"allow it, or use '{nameof(Load)}'");
        }

        if (files.FirstOrDefault(file => file.Path is null) is { } stream)
        {
            throw new DataException(
                stream.Name, "", "it is a stream, beside which no cache file can lie", $"save it to a file, or use '{nameof(Load)}'");
        }

        var (path, options) = CacheOf(files);
        var fingerprint = FingerprintOf(options, files);
        var outcome = CacheOutcome.Read;
        if (ExampleFile.TryOpen(path, fingerprint) is not { } examples)
        {
            outcome = CacheOutcome.Written;
            Write(path, fingerprint, () => FingerprintOf(options, files), new Reading(progress, cancellation));
            examples = ExampleFile.TryOpen(path, fingerprint)
                ?? throw new DataException(path, "", "it was written just now and cannot be read", "begin anew");
        }

        var set = new ClassSet(examples.Layout, new StoredExamples(examples));
        var normalization = Normalization ?? set.Normalization;
        normalization.Check(set.Shape);
        return set.With(normalization, new CacheReport(outcome, path));
    }

    /// <summary>Reads the source itself.</summary>
    private protected abstract void Read(ExampleTarget target, Reading reading);

    private ClassSet LoadFiles(IReadOnlyList<DataFile> files, Reading reading, out CacheReport cache)
    {
        cache = CacheReport.None;
        if (!UseCache || files.Any(file => file.Path is null)) return ReadToMemory(reading);

        var (path, options) = CacheOf(files);
        var fingerprint = FingerprintOf(options, files);
        if (CacheFile.TryRead(path, fingerprint) is { } cached)
        {
            cache = new CacheReport(CacheOutcome.Read, path);
            return cached;
        }

        var set = ReadToMemory(reading);
        reading.Cancellation.ThrowIfCancellationRequested();

        // Files that changed meanwhile may have been read half old, half new.
        var reason = fingerprint.SequenceEqual(FingerprintOf(options, files))
            ? CacheFile.TryWrite(path, fingerprint, set)
            : "the files changed while they were read";
        cache = new CacheReport(reason is null ? CacheOutcome.Written : CacheOutcome.NotWritten, path, reason);
        return set;
    }

    private ClassSet ReadToMemory(Reading reading)
    {
        var target = new MemoryTarget(Name);
        Read(target, reading);
        return target.Set;
    }

    private void Write(string path, byte[] fingerprint, Func<byte[]> fingerprintNow, Reading reading)
    {
        using var writer = new CacheWriter(path, fingerprint);
        try
        {
            Read(writer, reading);
            reading.Cancellation.ThrowIfCancellationRequested();
            if (!fingerprint.SequenceEqual(fingerprintNow()))
                throw new DataException(Name, "", "it changed while it was read", "begin anew when it is complete");
            writer.Commit();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DataException(
                path,
                "",
                $"it cannot be written ({e.Message.TrimEnd('.')}), and the examples are to stay in it",
                $"make room and its folder writable, copy '{Name}' to where there is, or use '{nameof(Load)}'",
                e);
        }
    }

    private (string Path, string Options) CacheOf(IReadOnlyList<DataFile> files)
    {
        var options = $"{CacheHeader.Version}: {GetType().Name}: {Key}; {Images.Key}";
        var first = Path.TrimEndingDirectorySeparator(Path.GetFullPath(files[0].Path!));
        return ($"{first}.{Fingerprint.Short(options)}{CacheFile.Extension}", options);
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
