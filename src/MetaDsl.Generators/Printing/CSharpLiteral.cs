using System;
using System.Globalization;
using System.Text;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>The one place where values become C# literals, whatever the culture.</summary>
internal static class CSharpLiteral
{
    private static readonly string[] Words =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty",
    ];

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(double value)
    {
        if (double.IsNaN(value)) return "double.NaN";
        if (double.IsPositiveInfinity(value)) return "double.PositiveInfinity";
        if (double.IsNegativeInfinity(value)) return "double.NegativeInfinity";
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.IndexOfAny(['.', 'E', 'e']) < 0 ? text + ".0" : text;
    }

    /// <summary>The name of the static field that holds a factor: TorchSharp makes a native object of every scalar argument, so each is made once.</summary>
    public static string Constant(Factor factor)
    {
        var sign = factor.Value < 0 ? "Minus" : "";
        if (factor.Name.Length > 0) return sign + factor.Name;
        var (above, below) = (Word(Math.Abs(factor.Numerator)), Word(Math.Abs(factor.Denominator)));
        return factor.Denominator == 1 ? sign + above : $"{sign}{above}Over{below}";
    }

    // Two, 0.01 -> P0_01 is no name; a digit may not begin one, so "N" does.
    private static string Word(double value)
    {
        if (value == Math.Floor(value) && value <= 20) return Words[(int)value];
        var text = new StringBuilder("N");
        foreach (var c in value.ToString("R", CultureInfo.InvariantCulture)) text.Append(char.IsLetterOrDigit(c) ? c : '_');
        return text.ToString();
    }
}
