namespace MetaDsl.Tests;

/// <summary>Runs command lines of a program with some experiments, in a folder of its own, and keeps what they print.</summary>
public abstract class CommandContract : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    private protected StringWriter Output { get; } = new() { NewLine = "\n" };

    private protected StringWriter Error { get; } = new() { NewLine = "\n" };

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected int Run(Type[] experiments, params string[] args) => Run(experiments, CancellationToken.None, args);

    private protected int Run(Type[] experiments, CancellationToken cancellation, params string[] args)
    {
        var console = new AppConsole
        {
            Out = Output,
            Error = Error,
            IsInteractive = false,
            WorkingFolder = Folder.Path,
            ProgramFolder = Directory.CreateDirectory(Path.Combine(Folder.Path, "bin", "Debug", "net10.0")).FullName,
        };
        return new CommandRunner(ExperimentCatalog.Of("Sample", experiments), console).Run(args, cancellation);
    }
}
