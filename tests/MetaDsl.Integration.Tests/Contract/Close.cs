using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Contract;

/// <summary>Assertions that two results agree; one that fails shows the declaration.</summary>
internal static class Close
{
    /// <summary>The largest difference of entries, relative to the largest entry that is expected.</summary>
    public static double Distance(IReadOnlyList<double> expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        var difference = expected.Zip(actual, (left, right) => Math.Abs(left - right)).Max();
        return difference == 0 ? 0 : difference / expected.Max(Math.Abs);
    }

    public static void Vectors(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance, Declaration declaration)
    {
        var distance = Distance(expected, actual);
        Assert.True(distance <= tolerance, $"off by {distance:0.0e+0} of the largest entry, not {tolerance:0e+0}\n{declaration}");
    }

    /// <param name="expected">What should be.</param>
    /// <param name="actual">What is.</param>
    /// <param name="tolerance">How far off it may be.</param>
    /// <param name="declaration">Where.</param>
    /// <param name="scale">What the difference is relative to, if not the number itself.</param>
    public static void Numbers(double expected, double actual, double tolerance, Declaration declaration, double? scale = null)
    {
        var distance = Math.Abs(expected - actual) / (scale ?? Math.Abs(expected));
        Assert.True(distance <= tolerance, $"{actual:R} is off {expected:R} by {distance:0.0e+0}, not {tolerance:0e+0}\n{declaration}");
    }
}
