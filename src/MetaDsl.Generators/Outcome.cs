namespace MetaDsl.Generators;

/// <summary>What a step of the pipeline made of one experiment, or the mistake of ours that stopped it: the others go on.</summary>
internal sealed record Outcome<T>(string Key, T? Value, Failure? Failure)
    where T : class;

/// <summary>An exception, as data.</summary>
internal sealed record Failure(string Type, string Message);
