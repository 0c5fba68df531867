using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

public class CreationTests
{
    [Fact]
    public void Sizes_can_be_said_in_every_form()
    {
        using var one = torch.zeros(2);
        using var two = torch.ones(2, 3L);
        using var three = torch.empty(2, 3, 4);
        using var four = torch.rand(2, 3, 4, 5);
        using var five = torch.randn([1, 2, 3, 4, 5]);
        using var array = torch.full(new long[] { 3, 1 }, 4);
        using var none = torch.zeros([]);
        Assert.Equal([2], one.shape);
        Assert.Equal([2, 3], two.shape);
        Assert.Equal([2, 3, 4], three.shape);
        Assert.Equal([2, 3, 4, 5], four.shape);
        Assert.Equal([1, 2, 3, 4, 5], five.shape);
        Assert.Equal([3, 1], array.shape);
        Assert.Equal(0, none.dim());
        Assert.Equal([0f, 0f], one.data<float>().ToArray());
        Assert.All(two.data<float>().ToArray(), value => Assert.Equal(1f, value));
        Assert.All(four.data<float>().ToArray(), value => Assert.InRange(value, 0f, 1f));
    }

    [Fact]
    public void A_value_says_the_type_of_a_full_tensor()
    {
        using var whole = torch.full(2, 3);
        using var fraction = torch.full(2, 2.5);
        using var truth = torch.full(2, true);
        using var said = torch.full(2, 3, torch.float64);
        Assert.Equal(torch.int64, whole.dtype);
        Assert.Equal(torch.float32, fraction.dtype);
        Assert.Equal(torch.@bool, truth.dtype);
        Assert.Equal([3.0, 3.0], said.data<double>().ToArray());
    }

    [Fact]
    public void Ranges_hold_the_numbers_of_their_definition()
    {
        using var whole = torch.arange(2, 11, 3);
        using var fractions = torch.arange(0, 1, 0.25);
        using var line = torch.linspace(-1, 1, 5, torch.float64);
        using var powers = torch.logspace(0, 3, 4, 2, torch.float64);
        Assert.Equal([2L, 5L, 8L], whole.data<long>().ToArray());
        Assert.Equal([0f, 0.25f, 0.5f, 0.75f], fractions.data<float>().ToArray());
        Assert.Equal([-1, -0.5, 0, 0.5, 1], line.data<double>().ToArray());
        Assert.Equal([1, 2, 4, 8], powers.data<double>().ToArray());
    }

    [Fact]
    public void The_identity_is_one_on_the_diagonal_alone()
    {
        using var wide = torch.eye(2, 3, torch.int32);
        using var square = torch.eye(2);
        Assert.Equal([1, 0, 0, 0, 1, 0], wide.data<int>().ToArray());
        Assert.Equal([2, 2], square.shape);
    }

    [Fact]
    public void Windows_follow_their_formulas()
    {
        using var hann = torch.hann_window(4, dtype: torch.float64);
        using var hamming = torch.hamming_window(5, periodic: false, dtype: torch.float64);
        using var bartlett = torch.bartlett_window(5, periodic: false, dtype: torch.float64);
        using var blackman = torch.blackman_window(5, periodic: false, dtype: torch.float64);
        using var kaiser = torch.kaiser_window(3, periodic: false, beta: 0, dtype: torch.float64);
        Close([0, 0.5, 1, 0.5], hann);
        Close([0.08, 0.54, 1, 0.54, 0.08], hamming);
        Close([0, 0.5, 1, 0.5, 0], bartlett);
        Close([0, 0.34, 1, 0.34, 0], blackman);
        Close([1, 1, 1], kaiser);
    }

    [Fact]
    public void A_likeness_takes_what_is_not_said_from_its_model()
    {
        using var model = torch.ones([2, 2], torch.int32);
        using var zeros = torch.zeros_like(model);
        using var ones = torch.ones_like(model, torch.float64, requires_grad: true);
        using var full = model.full_like(7);
        using var empty = torch.empty_like(model);
        using var grown = model.new_zeros(3, 1);
        using var filled = model.new_full([2], 5);
        using var ones3 = model.new_ones(1, 2, 3);
        Assert.Equal(torch.int32, zeros.dtype);
        Assert.Equal([1.0, 1.0, 1.0, 1.0], ones.data<double>().ToArray());
        Assert.True(ones.requires_grad);
        Assert.Equal([7, 7, 7, 7], full.data<int>().ToArray());
        Assert.Equal([2, 2], empty.shape);
        Assert.Equal([0, 0, 0], grown.data<int>().ToArray());
        Assert.Equal([5, 5], filled.data<int>().ToArray());
        Assert.Equal([1, 2, 3], ones3.shape);
    }

    [Fact]
    public void The_writing_forms_answer_with_the_tensor_itself()
    {
        using var tensor = torch.empty(1, torch.float64);
        Assert.Same(tensor, tensor.zeros(2));
        Assert.Equal([0.0, 0.0], tensor.data<double>().ToArray());
        Assert.Equal([1.0, 1.0, 1.0], tensor.ones(3).data<double>().ToArray());
        Assert.Equal([4.0], tensor.full([1], 4).data<double>().ToArray());
        Assert.Equal([1.0, 0.0, 0.0, 1.0], tensor.eye(2, 2).data<double>().ToArray());
        Assert.Equal([1.0, 3.0], tensor.arange_out(1, 5, 2).data<double>().ToArray());
        Assert.Equal([6, 1], tensor.empty(6, 1).shape);
    }

    [Fact]
    public void A_size_that_cannot_be_had_leaves_the_tensor_as_it_was()
    {
        using var tensor = torch.ones(2);
        Assert.Throws<TorchException>(() => tensor.zeros(-3));
        Assert.Throws<TorchException>(() => tensor.empty(1L << 50));
        Assert.Throws<TorchException>(() => tensor.randn_out(1L << 50));
        Assert.Throws<TorchException>(() => tensor.arange_out(0, 1L << 50, 1));
        Assert.Equal([1f, 1f], tensor.data<float>().ToArray());
    }

    [Fact]
    public void Strides_lay_out_the_elements()
    {
        using var tensor = torch.empty_strided([2, 3], [1, 2], torch.int64);
        Assert.Equal([1, 2], tensor.stride());
        Assert.False(tensor.is_contiguous());
        Assert.Contains("negative", Assert.Throws<TorchException>(() => torch.empty_strided([2], [-1])).Message);
        Assert.Contains("one stride for each size", Assert.Throws<TorchException>(() => torch.empty_strided([2, 2], [1])).Message);
    }

    [Fact]
    public void A_negative_size_is_an_error_that_names_it()
    {
        var error = Assert.Throws<TorchException>(() => torch.zeros(2, -3));
        Assert.StartsWith("zeros: ", error.Message);
        Assert.Contains("-3", error.Message);
    }

    [Fact]
    public void Sizes_beyond_all_memory_are_an_error()
    {
        Assert.Throws<TorchException>(() => torch.empty(long.MaxValue));
        Assert.Throws<TorchException>(() => torch.empty(1L << 40, 1L << 40));
        Assert.Throws<TorchException>(() => torch.arange(0, 1e18, 1));
        Assert.Throws<TorchException>(() => torch.empty_strided([2], [long.MaxValue]));
        Assert.Throws<TorchException>(() => torch.linspace(0, 1, -1));
        Assert.Throws<TorchException>(() => torch.arange(0, 5, -1));
    }

    [Theory]
    [InlineData(torch.ScalarType.ComplexFloat32)]
    [InlineData(torch.ScalarType.QInt8)]
    [InlineData((torch.ScalarType)8)]
    [InlineData((torch.ScalarType)99)]
    [InlineData((torch.ScalarType)(-3))]
    public void A_type_that_is_not_supported_is_an_error(torch.ScalarType type)
    {
        using var tensor = torch.zeros(1);
        Assert.Contains("not an element type", Assert.Throws<ArgumentException>(() => torch.zeros(2, type)).Message);
        Assert.Contains("not an element type", Assert.Throws<ArgumentException>(() => tensor.to(type)).Message);
    }

    [Fact]
    public void Nulls_and_names_are_errors_that_say_so()
    {
        Assert.Contains("'size' is null", Assert.Throws<ArgumentNullException>(() => torch.zeros((long[])null!)).Message);
        Assert.Contains("'value' is null", Assert.Throws<ArgumentNullException>(() => torch.full(2, (Scalar)null!)).Message);
        Assert.Contains("'input' is null", Assert.Throws<ArgumentNullException>(() => torch.zeros_like(null!)).Message);
        Assert.Contains("Named dimensions", Assert.Throws<NotSupportedException>(() => torch.ones(2, names: ["n"])).Message);
    }

    [Fact]
    public void Whole_numbers_cannot_require_gradients()
    {
        Assert.Contains("floating point", Assert.Throws<TorchException>(() => torch.ones(2, torch.int32, requires_grad: true)).Message);
    }

    [Fact]
    public void A_file_of_raw_elements_becomes_a_tensor()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [1, 2, 3, 4]);
            using var tensor = torch.from_file(path, shared: false, size: 4, dtype: torch.uint8);
            Assert.Equal(new byte[] { 1, 2, 3, 4 }, tensor.data<byte>().ToArray());
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Throws<TorchException>(() => torch.from_file("/no/such/file", size: 4));
    }

    [Fact]
    public void Creation_allocates_nothing_but_the_tensor()
    {
        const int Rounds = 1000;
        for (var i = 0; i < Rounds; i++) Once();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++) Once();
        var perTensor = (GC.GetAllocatedBytesForCurrentThread() - before) / (3.0 * Rounds);
        Assert.InRange(perTensor, 1, 32);

        static void Once()
        {
            using var zeros = torch.zeros(8);
            using var matrix = torch.ones(2, 3);
            using var number = torch.tensor(1f);
            _ = number.ToSingle() + matrix.size(0) + zeros.numel() + (int)zeros.dtype;
        }
    }

    private static void Close(double[] expected, torch.Tensor actual)
    {
        var values = actual.data<double>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++) Assert.Equal(expected[i], values[i], 1e-12);
    }
}
