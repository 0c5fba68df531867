using System;

namespace MetaDsl.Generators;

/// <summary>What a step of the pipeline made of one experiment, or the mistake of ours that stopped it: the others go on.</summary>
internal sealed record Outcome<T>(string Key, T? Value, Failure? Failure)
    where T : class
{
    /// <summary>Does the work. One callback of the pipeline that throws would lose every generated file.</summary>
    public static Outcome<T> Try(string key, Func<T?> work)
    {
        try
        {
            return new(key, work(), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(key, null, new(exception.GetType().Name, exception.Message));
        }
    }
}

/// <summary>An exception, as data.</summary>
internal sealed record Failure(string Type, string Message);
