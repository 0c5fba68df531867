using System.Globalization;

namespace MetaDsl.Tests;

/// <summary>Another culture on this thread until it is disposed: in German, one and a half is written 1,5.</summary>
internal sealed class Culture : IDisposable
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;

    private Culture(string name) => CultureInfo.CurrentCulture = new CultureInfo(name);

    public static Culture German()
    {
        var culture = new Culture("de-DE");

        // With the invariant globalization mode every culture is alike, and a test under it would show nothing.
        Assert.Equal("1,5", 1.5.ToString(CultureInfo.CurrentCulture));
        return culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = before;
}
