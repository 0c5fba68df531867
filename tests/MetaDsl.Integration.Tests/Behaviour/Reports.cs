namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>Hands reports on at once, where <see cref="Progress{T}"/> leaves that to other threads.</summary>
internal sealed class Reports<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
