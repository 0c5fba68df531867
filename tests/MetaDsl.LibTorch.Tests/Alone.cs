namespace MetaDsl.LibTorch.Tests;

/// <summary>For tests that count what the whole process holds: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
