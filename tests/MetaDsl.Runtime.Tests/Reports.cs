namespace MetaDsl.Tests;

/// <summary>Progress kept as it comes, on the thread it comes from.</summary>
internal sealed class Reports<T> : List<T>, IProgress<T>
{
    public void Report(T value) => Add(value);
}
