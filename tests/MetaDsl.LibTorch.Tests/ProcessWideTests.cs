using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

/// <summary>Tests of what holds for the whole process run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class ProcessWide
{
    public const string Name = "process-wide";
}

[Collection(ProcessWide.Name)]
public class ProcessWideTests
{
    [Fact]
    public void The_default_dtype_is_used_where_none_is_said()
    {
        Assert.Equal(torch.float32, torch.get_default_dtype());
        torch.set_default_dtype(torch.float64);
        try
        {
            using var zeros = torch.zeros(2);
            using var range = torch.arange(0.5, 2);
            using var full = torch.full(2, 1.5);
            using var draws = torch.rand(2, 2);
            Assert.All([zeros, range, full, draws], tensor => Assert.Equal(torch.float64, tensor.dtype));
            Assert.Equal(64, torch.finfo().bits);
        }
        finally
        {
            torch.set_default_dtype(torch.float32);
        }
    }

    [Theory]
    [InlineData(torch.ScalarType.Int64)]
    [InlineData(torch.ScalarType.Bool)]
    [InlineData((torch.ScalarType)77)]
    public void The_default_dtype_must_be_a_floating_point_type(torch.ScalarType type) =>
        Assert.Contains("floating-point", Assert.Throws<ArgumentException>(() => torch.set_default_dtype(type)).Message);

    [Fact]
    public void The_default_dtype_can_be_taken_from_a_tensor()
    {
        using var half = torch.zeros(1, torch.float16);
        torch.set_default_tensor_type(half);
        var seen = torch.get_default_dtype();
        torch.set_default_dtype(torch.float32);
        Assert.Equal(torch.float16, seen);
    }

    [Fact]
    public void The_default_device_is_used_where_none_is_said()
    {
        torch.set_default_device("meta");
        try
        {
            Assert.Equal(DeviceType.META, torch.get_default_device().type);
            using var zeros = torch.zeros(2);
            using var data = torch.tensor(new[] { 1f });
            using var draws = torch.randint(5, [2]);
            using var here = torch.ones(2, device: torch.CPU);
            using var like = here.zeros_like();
            using var array = torch.from_array(new[] { 1 });
            Assert.All([zeros, data, draws], tensor => Assert.True(tensor.is_meta));
            Assert.All([here, like, array], tensor => Assert.True(tensor.is_cpu()));
        }
        finally
        {
            torch.set_default_device(torch.CPU);
        }

        using var after = torch.zeros(2);
        Assert.True(after.is_cpu());
    }

    [Fact]
    public void A_device_that_is_not_there_cannot_become_the_default()
    {
        if (torch.cuda.is_available()) return;
        Assert.Contains("'cuda' is not available", Assert.Throws<TorchException>(() => torch.set_default_device("cuda")).Message);
        Assert.Equal(DeviceType.CPU, torch.get_default_device().type);
    }

    [Fact]
    public void A_seed_repeats_what_is_drawn()
    {
        torch.manual_seed(7).Dispose();
        Assert.Equal(7, torch.initial_seed());
        using var first = torch.randn(4);
        torch.random.manual_seed(7).Dispose();
        using var again = torch.randn(4);
        using var other = torch.randn(4);
        Assert.Equal(first.data<float>().ToArray(), again.data<float>().ToArray());
        Assert.NotEqual(first.data<float>().ToArray(), other.data<float>().ToArray());
    }

    [Fact]
    public void The_state_of_the_generator_can_be_kept_and_set()
    {
        using var state = torch.get_rng_state();
        var first = torch.rand_float();
        torch.set_rng_state(state);
        Assert.Equal(first, torch.rand_float());
        using var wrong = torch.zeros(3, torch.uint8);
        Assert.Throws<TorchException>(() => torch.set_rng_state(wrong));
    }

    [Fact]
    public void A_random_seed_is_the_one_that_is_told()
    {
        var seed = torch.seed();
        Assert.Equal(seed, torch.initial_seed());
        Assert.NotEqual(seed, torch.random.seed());
    }

    [Fact]
    public void The_number_of_threads_can_be_set_but_not_to_none()
    {
        var before = torch.get_num_threads();
        torch.set_num_threads(1);
        Assert.Equal(1, torch.get_num_threads());
        torch.set_num_threads(before);
        Assert.Contains("at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => torch.set_num_threads(0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.set_num_threads(int.MaxValue));
        Assert.Contains("at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => torch.set_num_interop_threads(-1)).Message);
        Assert.True(torch.get_num_interop_threads() >= 1);
    }

    [OpenBlasFact]
    public void The_number_of_threads_reaches_OpenBLAS()
    {
        var before = torch.get_num_threads();
        try
        {
            foreach (var count in new[] { 1, 2 })
            {
                torch.set_num_threads(count);
                Assert.Equal(count, OpenBlas.Threads);
                Assert.Equal(count, torch.get_num_threads());
            }
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    [Fact]
    public void Products_of_many_matrices_are_the_same_on_several_threads()
    {
        using var a = torch.rand(600, 10, 40);
        using var b = torch.rand(600, 40, 40);
        var before = torch.get_num_threads();
        torch.set_num_threads(1);
        using var expected = a.bmm(b);
        try
        {
            torch.set_num_threads(3);
            using var actual = a.bmm(b);
            Assert.Equal(Elements.Read(expected), Elements.Read(actual));
        }
        finally
        {
            torch.set_num_threads(before);
        }
    }

    [Fact]
    public void Printing_follows_the_options()
    {
        using var tensor = torch.tensor(new[] { 1.5, 2.25, 3, 4, 5 });
        torch.set_printoptions(2, newLine: "\n", maxColumns: 4);
        torch.TensorStringStyle = torch.numpy;
        try
        {
            Assert.Equal("[1.50, 2.25, ... 4.00, 5.00]", tensor.str());
            Assert.Equal("[1.50, 2.25, ... 4.00, 5.00]", tensor.ToString(true));
            torch.set_printoptions(1, sci_mode: true);
            Assert.StartsWith("[1.5E+000, ", tensor.str());
            Assert.Throws<ArgumentException>(() => torch.TensorStringStyle = TensorStringStyle.Default);
            Assert.Throws<ArgumentOutOfRangeException>(() => torch.set_printoptions(maxRows: 0));
            Assert.Throws<ArgumentOutOfRangeException>(() => torch.set_printoptions(-1));
        }
        finally
        {
            torch.set_printoptions(torch.julia, "g5", 100, Environment.NewLine, 6, 6);
        }
    }

    [Fact]
    public void Nothing_that_creates_or_reads_leaves_a_tensor_behind()
    {
        TensorMemory.Collect();
        var before = TensorMemory.LiveTensors;
        for (var i = 0; i < 20; i++)
        {
            using var tensor = torch.tensor(new double[,] { { 1, 2 }, { 3, 4 } });
            using var turned = torch.empty_strided([2, 2], [1, 2], torch.float64);
            turned.copy_(tensor);
            _ = turned.data<double>().ToArray();
            _ = turned.data<double>()[1, 0];
            _ = turned.tolist();
            _ = turned.str();
            _ = turned.npstr();
            _ = torch.randint_int(5) + torch.rand_float();
            using var half = tensor.half();
            using var converted = half.to(torch.int32, disposeAfter: true);
            Assert.Throws<TorchException>(() => tensor.item<double>());
            Assert.Throws<TorchException>(() => torch.zeros(-1));
            Assert.Throws<TorchException>(() => torch.zeros(2, torch.int64, requires_grad: true));
        }

        Assert.Equal(before, TensorMemory.LiveTensors);
    }
}
