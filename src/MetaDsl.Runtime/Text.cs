using System.Globalization;

namespace MetaDsl;

/// <summary>Numbers as people read them, the same under every culture.</summary>
internal static class Text
{
    /// <summary>The culture of whatever is not for people.</summary>
    public static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>What stands where there is no number.</summary>
    public const string None = "–";

    private static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = " ", NumberDecimalDigits = 0 };

    /// <summary><c>70 000</c></summary>
    public static string Count(long count) => count.ToString("N0", Spaced);

    /// <summary>At most seven figures: <c>0.3664</c>, <c>12.3456</c>, <c>1234.5</c>, <c>1.23e+7</c>.</summary>
    public static string Number(double number)
    {
        if (double.IsNaN(number)) return "NaN";
        if (double.IsInfinity(number)) return number > 0 ? "∞" : "-∞";

        var format = Math.Abs(number) switch
        {
            0 => "0.0000",
            < 0.001 or >= 100_000 => "0.00e+0",
            < 100 => "0.0000",
            _ => "0.0",
        };
        return number.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary><c>12.5 %</c></summary>
    public static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary><c>1 150</c>, or <c>0.25</c> where whole numbers would say too little.</summary>
    public static string Speed(double perSecond) =>
        perSecond >= 10 ? perSecond.ToString("N0", Spaced) : perSecond.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary><c>42 s</c>, <c>3 min 05 s</c>, <c>2 h 10 min</c></summary>
    public static string Duration(TimeSpan time)
    {
        var seconds = (long)Math.Round(time.TotalSeconds);
        return seconds switch
        {
            < 60 => $"{seconds} s",
            < 3600 => $"{seconds / 60} min {seconds % 60:00} s",
            _ => $"{Count(seconds / 3600)} h {seconds / 60 % 60:00} min",
        };
    }

    /// <summary><c>1 step</c>, <c>5 steps</c></summary>
    public static string Of(long count, string noun) => Of(count, noun, noun + "s");

    /// <summary><c>1 class</c>, <c>5 classes</c></summary>
    public static string Of(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary><c>70000</c>, where a number is a name</summary>
    public static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Plain(long)"/>
    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>a, b and c</c></summary>
    public static string List(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";
}
