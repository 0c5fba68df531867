using System.Globalization;
using MetaDsl.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    public static TensorStringStyle julia = TensorStringStyle.Julia;
    public static TensorStringStyle numpy = TensorStringStyle.Numpy;
    public static TensorStringStyle csharp = TensorStringStyle.CSharp;

    private static TensorPrinter.Options printing = new("g5", 100, Environment.NewLine, 6, 6);
    private static TensorStringStyle printingStyle = TensorStringStyle.Julia;

    /// <summary>What <see cref="TensorStringStyle.Default"/> stands for; <c>ToString()</c> alone writes the metadata.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => printingStyle;
        set
        {
            if (value is < TensorStringStyle.Metadata or > TensorStringStyle.CSharp)
            {
                throw new ArgumentException(
                    $"'{value}' cannot be the default style; name one of Metadata, Julia, Numpy and CSharp.", nameof(value));
            }

            printingStyle = value;
        }
    }

    public static void set_printoptions(
        TensorStringStyle? style = null,
        string? floatFormat = null,
        int? linewidth = null,
        string? newLine = null,
        int? maxRows = null,
        int? maxColumns = null)
    {
        RequireRoom(maxRows, nameof(maxRows));
        RequireRoom(maxColumns, nameof(maxColumns));
        if (style is { } chosen) TensorStringStyle = chosen;
        printing = new(
            floatFormat ?? printing.FloatFormat,
            linewidth ?? printing.Width,
            newLine ?? printing.NewLine,
            maxRows ?? printing.MaxRows,
            maxColumns ?? printing.MaxColumns);
    }

    public static void set_printoptions(
        int precision, int? linewidth = null, string? newLine = null, bool sci_mode = false, int? maxRows = null, int? maxColumns = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(precision);
        var format = string.Create(CultureInfo.InvariantCulture, $"{(sci_mode ? 'E' : 'F')}{precision}");
        set_printoptions(null, format, linewidth, newLine, maxRows, maxColumns);
    }

    private static void RequireRoom(int? most, string name)
    {
        if (most < 1) throw new ArgumentOutOfRangeException(name, most, $"'{name}' must be at least 1.");
    }

    public partial class Tensor
    {
        /// <summary>Shape, type and device: <c>[2x3], type = Float32, device = cpu</c>.</summary>
        public override string ToString() => IsInvalid ? "(disposed)" : TensorPrinter.Metadata(this);

        /// <summary>The elements in the default style, or without <paramref name="disamb"/> shape, type and device alone.</summary>
        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            disamb ? ToString(TensorStringStyle.Default, fltFormat, width, cultureInfo, newLine) : ToString();

        /// <summary>Numbers are written in the invariant culture unless another is given; TorchSharp takes the thread's.</summary>
        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null)
        {
            if (style == TensorStringStyle.Default) style = printingStyle;
            if (style == TensorStringStyle.Metadata || is_meta) return TensorPrinter.Metadata(this);
            var options = printing with
            {
                FloatFormat = fltFormat ?? printing.FloatFormat,
                Width = width ?? printing.Width,
                NewLine = newLine ?? printing.NewLine,
            };
            using var here = cpu();
            var printer = new TensorPrinter(here, TensorPrinter.Metadata(this), options, cultureInfo ?? CultureInfo.InvariantCulture);
            return style switch
            {
                TensorStringStyle.Julia => printer.Julia(),
                TensorStringStyle.Numpy => printer.Numpy(),
                TensorStringStyle.CSharp => printer.CSharp(),
                _ => throw new ArgumentOutOfRangeException(
                    nameof(style), style, "The style must be one of Metadata, Julia, Numpy, CSharp and Default."),
            };
        }
    }
}
