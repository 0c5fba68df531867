namespace MetaDsl;

/// <summary>Where a program reads and writes: the real console, or a test's.</summary>
internal sealed record AppConsole
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether a person watches a terminal that can write over a line.</summary>
    public required bool IsInteractive { get; init; }

    /// <summary>The terminal's width in characters.</summary>
    public int Width { get; init; } = 80;

    /// <summary>What output paths are relative to.</summary>
    public required string WorkingFolder { get; init; }

    /// <summary>Where the program's own files lie.</summary>
    public required string ProgramFolder { get; init; }

    public static AppConsole System()
    {
        var isInteractive = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new AppConsole
        {
            Out = Console.Out,
            Error = Console.Error,
            IsInteractive = isInteractive,
            Width = isInteractive ? TerminalWidth() : 80,
            WorkingFolder = Environment.CurrentDirectory,
            ProgramFolder = AppContext.BaseDirectory,
        };
    }

    /// <summary>Some terminals report a width of 0 (a serial line, some containers).</summary>
    private static int TerminalWidth() => Console.WindowWidth > 0 ? Console.WindowWidth : 80;
}
