namespace MetaDsl;

/// <summary>What a program tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The work failed: a loss that diverged, a device that is absent, a file that cannot be written.</summary>
    public const int Failed = 1;

    /// <summary>The command line was wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl+C: 128 + SIGINT, as shells count it.</summary>
    public const int Cancelled = 130;
}
