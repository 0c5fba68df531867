namespace MetaDsl;

/// <summary>
/// Data cannot be used: a file is missing, broken or of another kind, or a split asks for what is not there. The message names the file,
/// the place, the reason and the way out.
/// </summary>
public sealed class DataException : Exception
{
    internal DataException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    internal DataException(string file, string place, string reason, string wayOut, Exception? inner = null)
        : base($"'{file}'{(place.Length > 0 ? ", " + place : "")}: {reason}; {wayOut}.", inner)
    {
        File = file;
        Place = place;
    }

    /// <summary>Tasks have no classes for a part that is asked for.</summary>
    /// <param name="tasks">Their name.</param>
    /// <param name="part">The part.</param>
    /// <param name="wayOut">What to do about it.</param>
    public static DataException NoClasses(string tasks, TaskPart part, string wayOut) =>
        new($"'{tasks}' has no classes for {part.ToString().ToLowerInvariant()}; {wayOut}.");

    /// <summary>The file that is to blame, or what a stream was called; empty where it is no file's fault.</summary>
    public string File { get; } = "";

    /// <summary>Where in the file: <c>byte 33</c>, <c>line 4, column 2</c>; empty where it is the whole file.</summary>
    public string Place { get; } = "";
}
