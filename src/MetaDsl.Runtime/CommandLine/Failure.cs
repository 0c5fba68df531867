namespace MetaDsl;

/// <summary>What a person is told of an exception, and what the shell is.</summary>
internal static class Failure
{
    /// <summary>Prints what went wrong: a line where it was foreseen, else where it comes from, too.</summary>
    /// <returns>The exit code.</returns>
    public static int Show(Exception exception, TextWriter error)
    {
        error.WriteLine($"error: {MessageOf(exception)}");
        if (exception is CommandLineException) return ExitCode.Usage;
        if (!IsForeseen(exception)) error.WriteLine(exception);
        return ExitCode.Failed;
    }

    private static string MessageOf(Exception exception) => exception is OutOfMemoryException
        ? "There is not enough memory; ask for fewer tasks, or declare a smaller batch, network or set of data."
        : exception.Message;

    /// <summary>Whether the message says all that its reader needs.</summary>
    private static bool IsForeseen(Exception exception) =>
        exception is TrainingDivergedException or DataException or IOException or UnauthorizedAccessException or OutOfMemoryException
            or DllNotFoundException
        || (exception is InvalidOperationException && IsFromExperiment(exception));

    /// <summary>
    /// Whether an experiment's own code throws it: what is generated refuses a device that is absent, or classes that are too few, and says
    /// what to do. The same exception from what it calls is a mistake, to be looked for there.
    /// </summary>
    private static bool IsFromExperiment(Exception exception)
    {
        for (var type = exception.TargetSite?.DeclaringType; type is not null; type = type.DeclaringType)
        {
            if (typeof(IExperiment).IsAssignableFrom(type)) return true;
        }

        return false;
    }
}
