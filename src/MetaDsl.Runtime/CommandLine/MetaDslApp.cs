using System.Reflection;
using System.Text;

namespace MetaDsl;

/// <summary>The command line of a program of experiments: <c>return await MetaDslApp.RunAsync(args);</c> is all of its code.</summary>
public static class MetaDslApp
{
    /// <summary>
    /// Runs a command on the experiments of the program: <c>list</c>, <c>train</c>, <c>evaluate</c>, <c>tasks show</c>, <c>inspect</c>,
    /// <c>help</c>. The result is the exit code: 0 for success, 1 for work that failed, 2 for a wrong command line, 130 for Ctrl+C.
    /// </summary>
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var assembly = Assembly.GetEntryAssembly()
            ?? throw new InvalidOperationException(
                "A program without managed entry point has no experiments to run; make and train them from code.");

        // The console of Windows starts with a code page that has neither "±" nor "█".
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = Encoding.UTF8;

        using var cancel = new CancellationTokenSource();
        ConsoleCancelEventHandler onCancel = (_, e) =>
        {
            // The first Ctrl+C ends the work in order; the second is not held back and ends the program.
            e.Cancel = !cancel.IsCancellationRequested;
            cancel.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            // One thread does all of a command's work; which one is nothing to the caller, who may have a user interface to keep alive.
            return await Task.Run(() => new CommandRunner(ExperimentCatalog.Of(assembly), AppConsole.System()).Run(args, cancel.Token));
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
        }
    }
}
