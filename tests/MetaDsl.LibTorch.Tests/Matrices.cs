using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

/// <summary>Batches of matrices that lie in memory in every way, and what tests say about their products.</summary>
public static class Matrices
{
    /// <summary>How the matrices of an operand lie.</summary>
    public enum Layout
    {
        Rows,
        Columns,
        Expanded,
        ExpandedColumns,
        EverySecondMatrix,
        PartOfRows,
        PartOfColumns,
        ReversedDimensions,
        EverySecondElement,
        EqualRows,
    }

    public static TheoryData<ScalarType, Layout, Layout> Pairs()
    {
        var pairs = new TheoryData<ScalarType, Layout, Layout>();
        foreach (var type in new[] { float32, float64 })
        {
            foreach (var left in Enum.GetValues<Layout>())
            {
                foreach (var right in Enum.GetValues<Layout>()) pairs.Add(type, left, right);
            }
        }

        return pairs;
    }

    /// <summary>Asserts every element, as exactly as its terms are large; what is added has the shape of the product.</summary>
    internal static void AssertIsProduct(Tensor product, Tensor left, Tensor right, double tolerance, Tensor? added = null)
    {
        var (batch, rows, inner, columns) = ((int)left.shape[0], (int)left.shape[1], (int)left.shape[2], (int)right.shape[2]);
        Assert.Equal([batch, rows, columns], product.shape);
        double[] a = Read(left), b = Read(right), c = Read(product);
        var start = added is null ? new double[c.Length] : Read(added);
        for (var i = 0; i < c.Length; i++)
        {
            var (matrix, row, column) = (i / (rows * columns), i / columns % rows, i % columns);
            var (sum, size) = (start[i], Math.Abs(start[i]));
            for (var k = 0; k < inner; k++)
            {
                var term = a[(((matrix * rows) + row) * inner) + k] * b[(((matrix * inner) + k) * columns) + column];
                sum += term;
                size += Math.Abs(term);
            }

            if (!(Math.Abs(c[i] - sum) <= size * tolerance)) Assert.Fail($"[{batch}, {rows}, {inner}] x [{batch}, {inner}, {columns}]: {c[i]} is not {sum}");
        }
    }

    internal static Tensor Laid(Random random, ScalarType type, Layout layout, long batch, long rows, long columns)
    {
        switch (layout)
        {
            case Layout.Rows: return Numbers(random, type, [batch, rows, columns]);
            case Layout.Columns: return Viewed([batch, columns, rows], all => all.transpose(1, 2));
            case Layout.Expanded: return Viewed([1, rows, columns], one => one.expand(batch, rows, columns));
            case Layout.ExpandedColumns: return Viewed([1, columns, rows], one => one.transpose(1, 2).expand(batch, rows, columns));
            case Layout.EverySecondMatrix: return Viewed([2 * batch, rows, columns], all => all.slice(0, 1, 2 * batch, 2));
            case Layout.PartOfRows: return Viewed([batch, rows, columns + 3], all => all.narrow(2, 1, columns));
            case Layout.PartOfColumns: return Viewed([batch, columns, rows + 3], all => all.narrow(2, 1, rows).transpose(1, 2));
            case Layout.ReversedDimensions: return Viewed([columns, rows, batch], all => all.transpose(0, 2));
            case Layout.EverySecondElement: return Viewed([batch, rows, 2 * columns], all => all.slice(2, 0, 2 * columns, 2));
            case Layout.EqualRows: return Viewed([batch, 1, columns], all => all.expand(batch, rows, columns));
            default: throw new ArgumentOutOfRangeException(nameof(layout));
        }

        Tensor Viewed(long[] shape, Func<Tensor, Tensor> view)
        {
            using var all = Numbers(random, type, shape);
            return view(all);
        }
    }

    internal static Tensor Numbers(Random random, ScalarType type, long[] shape)
    {
        var values = new double[shape.Aggregate(1L, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++) values[i] = (2 * random.NextDouble()) - 1;
        return Arranged(type, values, shape, transposed: false);
    }

    internal static Tensor Arranged(ScalarType type, double[] values, long[] shape, bool transposed)
    {
        using var flat = As(type, values);
        using var byRows = flat.view(shape);
        if (!transposed) return byRows.alias();
        using var byColumns = byRows.transpose(1, 2).contiguous();
        return byColumns.transpose(1, 2);
    }
}
