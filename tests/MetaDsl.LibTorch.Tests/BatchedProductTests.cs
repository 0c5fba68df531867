using static MetaDsl.LibTorch.Tests.Elements;
using static MetaDsl.LibTorch.Tests.Matrices;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

/// <summary>bmm has its own ways for small matrices, which depend on type, size and how the operands lie in memory.</summary>
public class BatchedProductTests
{
    [Theory]
    [MemberData(nameof(Pairs), MemberType = typeof(Matrices))]
    public void A_product_is_that_of_a_plain_loop(ScalarType type, Layout left, Layout right)
    {
        var random = new Random(1);
        // Batch, rows, inner size, columns; around the sizes at which the way changes.
        int[][] sizes =
        [
            [25, 10, 40, 40], [3, 40, 10, 40], [2, 1, 1, 1], [4, 1, 40, 40], [4, 10, 1, 40], [4, 10, 40, 1], [1, 17, 23, 29], [2, 64, 64, 64],
            [2, 100, 100, 100], [1, 129, 129, 129], [2, 128, 3, 130], [1, 7, 300, 9], [3, 16, 16, 16], [3, 15, 33, 31], [5, 4, 4, 4],
        ];
        foreach (var size in sizes) AssertProduct(random, type, left, right, size);
        for (var i = 0; i < 30; i++)
        {
            var most = i < 20 ? 20 : 50;
            AssertProduct(random, type, left, right, [random.Next(1, 6), random.Next(1, most), random.Next(1, most), random.Next(1, most)]);
        }
    }

    [Theory]
    [InlineData(ScalarType.Float32, 10, 40, 40)]
    [InlineData(ScalarType.Float64, 10, 40, 40)]
    [InlineData(ScalarType.Float32, 3, 5, 7)]
    [InlineData(ScalarType.Float64, 11, 9, 3)]
    [InlineData(ScalarType.Float32, 64, 64, 65)]
    public void What_is_not_a_number_stays_in_its_row_and_column(ScalarType type, int rows, int inner, int columns)
    {
        foreach (var strange in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            foreach (var transposed in new[] { false, true })
            {
                var left = new double[2 * rows * inner];
                var right = new double[2 * inner * columns];
                // Zeros of the left times what is strange in the last column of the first matrix; zeros of the right times the last row of the second.
                right[(inner * columns) - 1] = strange;
                left[^1] = strange;
                using var a = Arranged(type, left, [2, rows, inner], transposed);
                using var b = Arranged(type, right, [2, inner, columns], transposed);
                using var product = a.bmm(b);
                var elements = Read(product);
                for (var i = 0; i < elements.Length; i++)
                {
                    var (matrix, row, column) = (i / (rows * columns), i / columns % rows, i % columns);
                    var isMet = matrix == 0 ? column == columns - 1 : row == rows - 1;
                    Assert.Equal(isMet ? double.NaN : 0, elements[i]);
                }
            }
        }
    }

    [Fact]
    public void An_infinity_times_a_number_is_an_infinity()
    {
        using var a = Of([1, 1, 2], double.PositiveInfinity, 1);
        using var b = Of([1, 2, 3], 1, -2, 0, 3, 4, 5);
        using var product = a.bmm(b);
        Assert.Equal([double.PositiveInfinity, double.NegativeInfinity, double.NaN], Read(product));
    }

    [Theory]
    [InlineData(ScalarType.Float32, 10, 40, 40)]
    [InlineData(ScalarType.Float64, 40, 10, 40)]
    [InlineData(ScalarType.Float32, 5, 13, 11)]
    public void Equal_matrices_have_equal_products_wherever_they_lie(ScalarType type, int rows, int inner, int columns)
    {
        var random = new Random(2);
        using var a = Numbers(random, type, [1, rows, inner]);
        using var b = Numbers(random, type, [1, inner, columns]);
        using var product = a.bmm(b);
        var expected = Read(product);
        // Each matrix begins one element further from where a vector of the processor would begin.
        using var shiftedLeft = Shifted(a, 9);
        using var shiftedRight = Shifted(b, 9);
        Parallel.For(0, 50, _ =>
        {
            using var products = shiftedLeft.bmm(shiftedRight);
            Assert.All(Read(products).Chunk(expected.Length), actual => Assert.Equal(expected, actual));
        });
    }

    [Fact]
    public void A_product_of_what_requires_a_gradient_has_one()
    {
        var random = new Random(3);
        using var a = Numbers(random, float64, [2, 10, 4]).requires_grad_();
        using var b = Numbers(random, float64, [2, 4, 5]);
        using (var product = a.bmm(b))
        {
            Assert.True(product.requires_grad);
            using var slopes = ones_like(product);
            using var sums = b.sum(2, keepdim: true);
            using var row = sums.transpose(1, 2);
            using var expected = row.expand(2, 10, 4);
            Holds(autograd.grad([product], [a], [slopes])[0], Read(expected));
        }

        using var aColumns = a.transpose(1, 2);
        using var bColumns = b.transpose(1, 2);
        using (var product = bColumns.bmm(aColumns)) Assert.True(product.requires_grad);
        using (no_grad())
        {
            using var product = a.bmm(b);
            Assert.False(product.requires_grad);
        }
    }

    [Fact]
    public void A_product_made_in_inference_mode_is_the_same_and_stays_out_of_graphs()
    {
        var random = new Random(4);
        using var a = Numbers(random, float32, [3, 10, 40]).requires_grad_();
        using var b = Numbers(random, float32, [3, 40, 20]);
        Tensor made;
        using (inference_mode()) made = a.bmm(b);
        using (made)
        {
            AssertIsProduct(made, a, b, 1e-5);
            Assert.False(made.requires_grad);
            using var graph = a.transpose(1, 2);
            Refuses(() => graph.bmm(made), "inference");
            // Without a graph it is an operand as any other.
            using var right = b.transpose(1, 2);
            using var product = made.bmm(right);
            AssertIsProduct(product, made, right, 1e-5);
        }
    }

    [Fact]
    public void Empty_products_have_their_shape()
    {
        foreach (var (batch, rows, inner) in new[] { (0, 2, 3), (2, 0, 3), (2, 2, 0) })
        {
            using var a = zeros(batch, rows, inner);
            using var b = zeros(batch, inner, 1);
            Holds(a.bmm(b), [batch, rows, 1], new double[batch * rows]);
        }
    }

    [Fact]
    public void Whole_numbers_are_multiplied_as_whole_numbers()
    {
        using var a = Longs([1, 1, 2], long.MaxValue, 1);
        using var b = Longs([1, 2, 1], 1, -1);
        using var product = a.bmm(b);
        Assert.Equal(long.MaxValue - 1, product.item<long>());
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_the_words_of_libtorch()
    {
        using var a = zeros(2, 10, 40);
        using var b = zeros(2, 40, 10);
        using var shorter = b.narrow(0, 0, 1);
        using var matrix = b[0];
        using var doubles = b.to(float64);
        Refuses(() => a.bmm(a), "Expected size for first two dimensions of batch2 tensor to be: [2, 40] but got: [2, 10].");
        Refuses(() => a.bmm(shorter), "Expected size for first two dimensions of batch2 tensor to be: [2, 40] but got: [1, 40].");
        Refuses(() => a.bmm(matrix), "batch2 must be a 3D tensor");
        Refuses(() => matrix.bmm(b), "batch1 must be a 3D tensor");
        Refuses(() => a.bmm(doubles), "bmm: expected scalar type");
    }

    private static void AssertProduct(Random random, ScalarType type, Layout left, Layout right, int[] size)
    {
        using var a = Laid(random, type, left, size[0], size[1], size[2]);
        using var b = Laid(random, type, right, size[0], size[2], size[3]);
        using var product = a.bmm(b);
        Assert.Equal(type, product.dtype);
        Assert.True(product.is_contiguous());
        AssertIsProduct(product, a, b, type == float32 ? 1e-5 : 1e-13);
    }

    /// <summary>Copies of one matrix, each a row and an element further than a whole number of matrices.</summary>
    private static Tensor Shifted(Tensor matrix, int copies)
    {
        var (rows, columns) = (matrix.shape[1], matrix.shape[2]);
        using var memory = zeros(copies * ((rows * columns) + 1), matrix.dtype);
        var views = memory.as_strided([copies, rows, columns], [(rows * columns) + 1, columns, 1]);
        views.copy_(matrix);
        return views;
    }
}
