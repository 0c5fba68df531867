using System.Globalization;
using System.Text;
using TorchSharp;
using ScalarType = TorchSharp.torch.ScalarType;

namespace MetaDsl.LibTorch;

/// <summary>Writes a tensor on the CPU as text. Of a long dimension only the beginning and the end are read and shown.</summary>
internal sealed class TensorPrinter(torch.Tensor tensor, string metadata, TensorPrinter.Options options, CultureInfo culture)
{
    /// <summary>In Julia's style smaller tensors are shown with all their rows.</summary>
    private const long ShownInFull = 1000;
    private const string Ellipsis = "...";
    private const long Gap = -1;

    private readonly StringBuilder text = new();
    private readonly long[] shape = tensor.shape;
    private readonly ScalarType type = tensor.dtype;

    internal sealed record Options(string FloatFormat, int Width, string NewLine, int MaxRows, int MaxColumns);

    internal static string Metadata(torch.Tensor tensor) =>
        string.Create(CultureInfo.InvariantCulture, $"[{string.Join('x', tensor.shape)}], type = {tensor.dtype}, device = {tensor.device}");

    /// <summary><c>[[1, 2]</c>, and the next row below.</summary>
    internal string Numpy()
    {
        Nested(0, 0, new Brackets('[', ']', "", ""));
        return text.ToString();
    }

    /// <summary>The metadata, and the elements as C# writes an array.</summary>
    internal string CSharp()
    {
        text.Append(metadata).Append(", value = ");
        if (shape.Length == 0) return text.Append(Element(0)).ToString();
        var suffix = type is ScalarType.Int64 ? "L" : Elements.IsFloatingPoint(type) && type != ScalarType.Float64 ? "f" : "";
        if (shape.Length > 1) text.Append(options.NewLine);
        text.Append(Elements.NameOf(type)).Append(" [").Append(',', shape.Length - 1).Append("] ");
        Nested(0, 0, new Brackets('{', '}', ",", suffix));
        return text.ToString();
    }

    /// <summary>The metadata, and the elements as a table for each matrix.</summary>
    internal string Julia()
    {
        text.Append(metadata);
        if (shape.Length == 0) text.Append(", value = ").Append(Element(0));
        else Tables(0, 0, "");
        return text.ToString();
    }

    private sealed record Brackets(char Open, char Close, string RowSeparator, string Suffix)
    {
        /// <summary>C# sets the outermost brackets on lines of their own.</summary>
        internal bool Spread => Open == '{';
    }

    private void Nested(int dimension, long offset, Brackets brackets)
    {
        if (dimension == shape.Length)
        {
            text.Append(Element(offset)).Append(brackets.Suffix);
            return;
        }

        var innermost = dimension == shape.Length - 1;
        var spread = brackets.Spread && dimension == 0 && !innermost;
        text.Append(brackets.Open);
        if (spread) text.Append(options.NewLine).Append(' ');
        var stride = Stride(dimension);
        var before = (long?)null;
        foreach (var index in Shown(shape[dimension], innermost ? options.MaxColumns : options.MaxRows))
        {
            if (before is { } previous) Separate(dimension, innermost, previous == Gap, brackets);
            if (index == Gap) text.Append(Ellipsis);
            else Nested(dimension + 1, offset + index * stride, brackets);
            before = index;
        }

        if (spread) text.Append(options.NewLine);
        text.Append(brackets.Close);
    }

    private void Separate(int dimension, bool innermost, bool afterGap, Brackets brackets)
    {
        if (innermost)
        {
            text.Append(afterGap ? " " : ", ");
            return;
        }

        if (!afterGap) text.Append(brackets.RowSeparator);
        var lines = brackets.Spread ? 1 : shape.Length - 1 - dimension;
        for (var i = 0; i < lines; i++) text.Append(options.NewLine);
        text.Append(' ', dimension + 1);
    }

    private void Tables(int dimension, long offset, string indices)
    {
        if (dimension >= shape.Length - 2)
        {
            text.Append(options.NewLine);
            if (indices.Length > 0) text.Append('[').Append(indices).Append("..,..] =").Append(options.NewLine);
            Table(offset);
            return;
        }

        foreach (var index in ShownRows(shape[dimension]))
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{indices}{index},");
            if (index == Gap) text.Append(options.NewLine).Append(Ellipsis).Append(options.NewLine);
            else Tables(dimension + 1, offset + index * Stride(dimension), path);
        }
    }

    private void Table(long offset)
    {
        var columns = shape[^1];
        var rowIndices = shape.Length == 1 ? [0] : ShownRows(shape[^2]).ToArray();
        var rows = Array.ConvertAll(rowIndices, row => row == Gap ? null : Cells(offset + row * columns, columns));
        if (rows.Length == 0) return;
        var shown = rows.Min(row => row?.Count ?? int.MaxValue);
        var widths = new int[shown];
        for (var column = 0; column < shown; column++) widths[column] = rows.Max(row => row?[column].Length ?? 0);
        foreach (var row in rows)
        {
            if (row is null) text.Append(' ').Append(Ellipsis);
            for (var column = 0; row is not null && column < shown; column++)
            {
                text.Append(' ').Append(row[column].PadLeft(widths[column]));
            }

            if (row is not null && shown < columns) text.Append(' ').Append(Ellipsis);
            text.Append(options.NewLine);
        }
    }

    /// <summary>As many elements of a row as fit the line, with room for an ellipsis.</summary>
    private List<string> Cells(long offset, long columns)
    {
        var cells = new List<string>();
        var room = options.Width - Ellipsis.Length - 1;
        for (var column = 0L; column < columns; column++)
        {
            var cell = Element(offset + column);
            if (room < cell.Length) break;
            cells.Add(cell);
            room -= cell.Length + 1;
        }

        return cells;
    }

    private IEnumerable<long> ShownRows(long length) => Shown(length, tensor.numel() <= ShownInFull ? long.MaxValue : options.MaxRows);

    private static IEnumerable<long> Shown(long length, long most)
    {
        if (length <= most)
        {
            for (var i = 0L; i < length; i++) yield return i;
            yield break;
        }

        var last = most / 2;
        for (var i = 0L; i < most - last; i++) yield return i;
        yield return Gap;
        for (var i = length - last; i < length; i++) yield return i;
    }

    private long Stride(int dimension) => shape.AsSpan(dimension + 1).ToArray().TotalSize();

    private string Element(long position)
    {
        var number = tensor.NumberAt(position);
        return type switch
        {
            ScalarType.Bool => number.Bits != 0 ? "True" : "False",
            ScalarType.Float64 => number.AsDouble.ToString(options.FloatFormat, culture),
            _ when Elements.IsFloatingPoint(type) => ((float)number.AsDouble).ToString(options.FloatFormat, culture),
            _ => number.Bits.ToString(culture),
        };
    }
}
