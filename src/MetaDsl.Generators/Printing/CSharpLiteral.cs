using System;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MetaDsl.Generators.Tensors;
using Microsoft.CodeAnalysis.CSharp;

namespace MetaDsl.Generators.Printing;

/// <summary>The one place where values become C# literals, whatever the culture.</summary>
internal static class CSharpLiteral
{
    private static readonly string[] Words =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
    ];

    private static readonly Regex ConstantName =
        new($@"^(Minus)?(({string.Join("|", Words)})Over\d\w*|Factor\d\w*)$", RegexOptions.CultureInvariant);

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(double value)
    {
        if (double.IsNaN(value)) return "double.NaN";
        if (double.IsPositiveInfinity(value)) return "double.PositiveInfinity";
        if (double.IsNegativeInfinity(value)) return "double.NegativeInfinity";
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.IndexOfAny(['.', 'E', 'e']) < 0 ? text + ".0" : text;
    }

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(char c) => SymbolDisplay.FormatLiteral(c, quote: true);

    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A property's name as that of a variable.</summary>
    public static string Lower(string property) => char.ToLowerInvariant(property[0]) + property.Substring(1);

    /// <summary>A user's name as C# writes it, whatever it is.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>Text inside an XML comment.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>
    /// The name of the static field that holds a factor: TorchSharp makes a native object of every scalar argument, so each is made once.
    /// </summary>
    public static string Constant(Factor factor)
    {
        var sign = factor.Value < 0 ? "Minus" : "";
        if (factor.Name.Length > 0) return sign + factor.Name;
        var (above, below) = (Math.Abs(factor.Numerator), Math.Abs(factor.Denominator));
        return below == 1 ? $"{sign}Factor{Digits(above)}" : $"{sign}{Word(above)}Over{Digits(below)}";
    }

    /// <summary>Whether <see cref="Constant"/> gives that name to a factor that has none of its own.</summary>
    public static bool IsConstant(string name) => ConstantName.IsMatch(name);

    // A digit may not begin a name: 2 / 250 is TwoOver250, 12.5 / 3 is Factor12_5Over3. A number alone is Factor2, which nobody's class
    // is called.
    private static string Word(double value)
    {
        if (value == Math.Floor(value) && value < Words.Length) return Words[(int)value];
        return "Factor" + Digits(value);
    }

    private static string Digits(double value)
    {
        var text = new StringBuilder();
        foreach (var c in value.ToString("R", CultureInfo.InvariantCulture))
        {
            text.Append(c switch { '-' => "Minus", '+' => "", '.' => "_", _ => c.ToString() });
        }

        return text.ToString();
    }
}
