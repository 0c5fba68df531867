using static MetaDsl.LibTorch.Tests.Elements;
using static MetaDsl.LibTorch.Tests.Matrices;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

/// <summary>mm and addmm have their own way for small matrices, which depends on type, size and how the operands lie in memory.</summary>
public class MatrixProductTests
{
    /// <summary>What is added to a product.</summary>
    public enum Term
    {
        Number,
        One,
        Row,
        RowMatrix,
        Column,
        ColumnOfMatrix,
        Whole,
        Transposed,
        PartOfRows,
        EverySecondElement,
        ExpandedRow,
        ExpandedColumn,
    }

    // Rows, inner size, columns; around the sizes at which the way changes.
    private static readonly int[][] Small =
    [
        [1, 1, 1], [40, 1, 1], [1, 40, 1], [1, 1, 40], [40, 40, 1], [1, 40, 40], [40, 1, 40], [10, 40, 40], [17, 5, 2], [16, 5, 2], [17, 5, 3], [70, 9, 150], [3, 300, 5], [3, 129, 4],
        [65, 20, 127],
    ];

    private static readonly int[][] Large =
    [
        [250, 40, 40], [40, 250, 40], [250, 40, 1], [250, 1, 40], [2, 2000, 1], [512, 513, 1], [1, 513, 512], [64, 129, 128], [65, 128, 130],
    ];

    public static TheoryData<ScalarType, Term> Terms()
    {
        var terms = new TheoryData<ScalarType, Term>();
        foreach (var type in new[] { float32, float64 })
        {
            foreach (var term in Enum.GetValues<Term>()) terms.Add(type, term);
        }

        return terms;
    }

    [Theory]
    [MemberData(nameof(Pairs), MemberType = typeof(Matrices))]
    public void A_product_is_that_of_a_plain_loop(ScalarType type, Layout left, Layout right)
    {
        var seed = ((int)left * 10) + (int)right;
        var random = new Random(seed);
        foreach (var size in Small) AssertProduct(random, type, left, right, size);
        AssertProduct(random, type, left, right, Large[seed % Large.Length]);
        for (var i = 0; i < 20; i++) AssertProduct(random, type, left, right, [random.Next(1, 30), random.Next(1, 30), random.Next(1, 30)]);
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void A_product_is_added_to_what_is_given(ScalarType type, Term term)
    {
        var random = new Random((int)term);
        foreach (var size in Small.Concat(Large).Append([1000, 600, 1]))
        {
            foreach (var layout in new[] { Layout.Rows, Layout.Columns })
            {
                using var lefts = Laid(random, type, layout, 1, size[0], size[1]);
                using var rights = Laid(random, type, layout, 1, size[1], size[2]);
                using var left = lefts[0];
                using var right = rights[0];
                using var added = Added(random, type, term, size[0], size[2]);
                using var sum = addmm(added, left, right, 1, 1);
                using var sums = sum.unsqueeze(0);
                using var whole = added.expand(size[0], size[2]);
                Assert.Equal(type, sum.dtype);
                Assert.True(sum.is_contiguous());
                AssertIsProduct(sums, lefts, rights, type == float32 ? 1e-5 : 1e-13, whole);

                using var scaled = added.addmm(left, right, 2, -3);
                using var factor = left.mul(-3);
                using var factors = factor.unsqueeze(0);
                using var twice = whole.mul(2);
                using var scaledOnes = scaled.unsqueeze(0);
                AssertIsProduct(scaledOnes, factors, rights, type == float32 ? 1e-5 : 1e-13, twice);
            }
        }
    }

    [Theory]
    [InlineData(10, 40, 40)]
    [InlineData(3, 5, 7)]
    [InlineData(30, 40, 1)]
    [InlineData(70, 200, 130)]
    [InlineData(30, 1, 40)]
    public void What_is_not_a_number_stays_in_its_row_and_column(int rows, int inner, int columns)
    {
        foreach (var strange in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            foreach (var transposed in new[] { false, true })
            {
                var left = new double[rows * inner];
                var right = new double[inner * columns];
                var added = new double[rows * columns];
                left[^1] = right[^1] = strange;
                added[0] = double.NaN;
                using var a = Arranged(float32, left, [1, rows, inner], transposed);
                using var b = Arranged(float32, right, [1, inner, columns], transposed);
                using var flat = As(float32, added);
                using var c = flat.view(rows, columns);
                using var sum = c.addmm(a[0], b[0]);
                var elements = Read(sum);
                for (var i = 0; i < elements.Length; i++)
                {
                    var isMet = i == 0 || i % columns == columns - 1 || i / columns == rows - 1;
                    // The corner is the square of what is strange.
                    var expected = i == elements.Length - 1 ? strange * strange : isMet ? double.NaN : 0;
                    Assert.Equal(expected, elements[i]);
                }
            }
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32, 40, 250, 40)]
    [InlineData(ScalarType.Float64, 250, 40, 1)]
    [InlineData(ScalarType.Float32, 100, 128, 128)]
    public void Equal_matrices_have_equal_products_wherever_they_lie(ScalarType type, int rows, int inner, int columns)
    {
        var random = new Random(2);
        using var a = Numbers(random, type, [rows, inner]);
        using var b = Numbers(random, type, [inner, columns]);
        using var product = a.mm(b);
        var expected = Read(product);
        foreach (var left in Copies(a))
        {
            foreach (var right in Copies(b)) Assert.Equal(expected, Read(left.mm(right)));
        }

        using var lefts = a.unsqueeze(0);
        using var rights = b.unsqueeze(0);
        Assert.Equal(expected, Read(lefts.bmm(rights)));

        static Tensor[] Copies(Tensor matrix)
        {
            var (rows, columns) = (matrix.shape[0], matrix.shape[1]);
            var shifted = zeros((rows * (columns + 1)) + 1, matrix.dtype).as_strided([rows, columns], [columns + 1, 1], 1);
            shifted.copy_(matrix);
            return [matrix, matrix.t().contiguous().t(), shifted];
        }
    }

    [Fact]
    public void A_product_of_what_requires_a_gradient_has_one()
    {
        var random = new Random(3);
        using var a = Numbers(random, float64, [10, 4]);
        using var b = Numbers(random, float64, [4, 5]);
        using var c = Numbers(random, float64, [5]);
        foreach (var leaf in new[] { a, b, c })
        {
            leaf.requires_grad_();
            using (var sum = c.addmm(a, b)) Assert.True(sum.requires_grad);
            using (var product = a.mm(b)) Assert.Equal(!ReferenceEquals(leaf, c), product.requires_grad);
            using (no_grad())
            {
                using var sum = c.addmm(a, b);
                Assert.False(sum.requires_grad);
            }

            leaf.requires_grad_(false);
        }

        a.requires_grad_();
        using (var product = a.mm(b))
        {
            using var slopes = ones_like(product);
            using var sums = b.sum(1);
            using var expected = sums.expand(10, 4);
            Holds(autograd.grad([product], [a], [slopes])[0], Read(expected));
        }
    }

    [Fact]
    public void A_product_made_in_inference_mode_is_the_same_and_stays_out_of_graphs()
    {
        var random = new Random(4);
        using var a = Numbers(random, float32, [10, 40]).requires_grad_();
        using var b = Numbers(random, float32, [40, 20]);
        using var c = Numbers(random, float32, [20]);
        using var outside = c.addmm(a, b);
        Tensor made;
        using (inference_mode()) made = c.addmm(a, b);
        using (made)
        {
            Holds(made.sub(outside.detach()).abs().max().lt(1e-5), 1);
            Assert.False(made.requires_grad);
            using var graph = a.t();
            Refuses(() => graph.mm(made), "inference");
        }
    }

    [Fact]
    public void Empty_products_have_their_shape()
    {
        foreach (var (rows, inner) in new[] { (0, 3), (2, 0) })
        {
            using var a = zeros(rows, inner);
            using var b = zeros(inner, 1);
            using var c = ones(1);
            Holds(a.mm(b), [rows, 1], new double[rows]);
            Holds(c.addmm(a, b), [rows, 1], Enumerable.Repeat(1.0, rows).ToArray());
        }
    }

    [Fact]
    public void Whole_numbers_are_multiplied_as_whole_numbers()
    {
        using var a = Longs([1, 2], long.MaxValue, 1);
        using var b = Longs([2, 1], 1, -1);
        using var product = a.mm(b);
        Assert.Equal(long.MaxValue - 1, product.item<long>());
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_the_words_of_libtorch()
    {
        using var a = zeros(10, 40);
        using var b = zeros(40, 20);
        using var row = zeros(20);
        using var batch = zeros(1, 10, 20);
        using var doubles = b.to(float64);
        using var doubleRow = row.to(float64);
        using var shorter = zeros(19);
        Refuses(() => a.mm(a), "mat1 and mat2 shapes cannot be multiplied (10x40 and 10x40)");
        Refuses(() => a.mm(row), "mat2 must be a matrix");
        Refuses(() => row.mm(b), "self must be a matrix");
        Refuses(() => a.mm(doubles), "expected");
        Refuses(() => row.addmm(a, a), "mat1 and mat2 shapes cannot be multiplied (10x40 and 10x40)");
        Refuses(() => row.addmm(a, row), "mat2 must be a matrix");
        Refuses(() => row.addmm(a, doubles), "same dtype");
        Refuses(() => doubleRow.addmm(a, b), "same dtype");
        Refuses(() => shorter.addmm(a, b), "The expanded size of the tensor (20) must match the existing size (19)");
        Refuses(() => b.addmm(a, b), "The expanded size of the tensor (10) must match the existing size (40)");
        Refuses(() => batch.addmm(a, b), "addmm");
    }

    private static void AssertProduct(Random random, ScalarType type, Layout left, Layout right, int[] size)
    {
        using var lefts = Laid(random, type, left, 1, size[0], size[1]);
        using var rights = Laid(random, type, right, 1, size[1], size[2]);
        using var a = lefts[0];
        using var b = rights[0];
        using var product = a.mm(b);
        using var products = product.unsqueeze(0);
        Assert.Equal(type, product.dtype);
        Assert.True(product.is_contiguous());
        AssertIsProduct(products, lefts, rights, type == float32 ? 1e-5 : 1e-13);
    }

    private static Tensor Added(Random random, ScalarType type, Term term, int rows, int columns) => term switch
    {
        Term.Number => Numbers(random, type, []),
        Term.One => Numbers(random, type, [1]),
        Term.Row => Numbers(random, type, [columns]),
        Term.RowMatrix => Numbers(random, type, [1, columns]),
        Term.Column => Numbers(random, type, [rows, 1]),
        Term.ColumnOfMatrix => Numbers(random, type, [rows, 3]).narrow(1, 1, 1),
        Term.Whole => Numbers(random, type, [rows, columns]),
        Term.Transposed => Numbers(random, type, [columns, rows]).t(),
        Term.PartOfRows => Numbers(random, type, [rows, columns + 3]).narrow(1, 1, columns),
        Term.EverySecondElement => Numbers(random, type, [2 * columns]).slice(0, 0, 2 * columns, 2),
        Term.ExpandedRow => Numbers(random, type, [1, columns]).expand(rows, columns),
        Term.ExpandedColumn => Numbers(random, type, [rows, 1]).expand(rows, columns),
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };
}
