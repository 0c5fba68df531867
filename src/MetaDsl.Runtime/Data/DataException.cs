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

    /// <summary>The file that is to blame, or what a stream was called; empty where it is no file's fault.</summary>
    public string File { get; } = "";

    /// <summary>Where in the file: <c>byte 33</c>, <c>line 4, column 2</c>; empty where it is the whole file.</summary>
    public string Place { get; } = "";
}
