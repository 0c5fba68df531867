using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

public class RandomTests
{
    public static TheoryData<string, Func<torch.Generator, torch.Tensor>> Draws => new()
    {
        { "rand", g => torch.rand(5, 4, generator: g) },
        { "randn", g => torch.randn([20], generator: g) },
        { "randint", g => torch.randint(0, 1000, [20], generator: g).@float() },
        { "randperm", g => torch.randperm(20, torch.float32, generator: g) },
        { "normal", g => torch.normal(1, 2, [20], generator: g) },
        { "normal of tensors", g => torch.normal(torch.zeros(20), torch.ones(20), g) },
        { "multinomial", g => torch.ones(20).multinomial(20, generator: g).@float() },
        { "poisson", g => torch.full(20, 50.0).poisson(g) },
        { "binomial", g => torch.full(20, 100.0).binomial(torch.full(20, 0.5), g) },
        { "gamma", g => torch._standard_gamma(torch.ones(20), g) },
        { "dirichlet", g => torch._sample_dirichlet(torch.ones(20), g) },
        { "uniform_", g => torch.empty(20).uniform_(-1, 1, g) },
        { "normal_", g => torch.empty(20).normal_(0, 1, g) },
        { "exponential_", g => torch.empty(20).exponential_(2, g) },
        { "cauchy_", g => torch.empty(20).cauchy_(0, 1, g) },
        { "log_normal_", g => torch.empty(20).log_normal_(0, 1, g) },
        { "geometric_", g => torch.empty(20).geometric_(0.01, g) },
        { "random_", g => torch.empty(20).random_(0, 1000, g) },
        { "bernoulli_", g => torch.empty(64).bernoulli_(0.5, g) },
        { "bernoulli_ of a tensor", g => torch.empty(64).bernoulli_(torch.full(64, 0.5), g) },
        { "bernoulli", g => torch.full(64, 0.5).bernoulli(g) },
    };

    [Theory]
    [MemberData(nameof(Draws))]
    public void A_generator_repeats_its_draws_after_its_seed(string name, Func<torch.Generator, torch.Tensor> draw)
    {
        using var scope = torch.NewDisposeScope();
        using var generator = new torch.Generator(3);
        using var other = new torch.Generator(3);
        var first = draw(generator).data<float>().ToArray();
        var second = draw(generator).data<float>().ToArray();
        Assert.True(first.SequenceEqual(draw(other).data<float>().ToArray()), name);
        Assert.False(first.SequenceEqual(second), name);
    }

    [Fact]
    public void Draws_have_the_moments_of_their_distribution()
    {
        using var generator = new torch.Generator(1);
        Moments(0.5, 1 / 12.0, torch.rand(200_000, torch.float64, generator: generator));
        Moments(0, 1, torch.randn(200_000, torch.float64, generator: generator));
        Moments(1, 4, torch.normal(1, 2, [200_000], torch.float64, generator: generator));
        Moments(0, 3, torch.empty(200_000, torch.float64).uniform_(-3, 3, generator));
        Moments(0.5, 0.25, torch.empty(200_000, torch.float64).exponential_(2, generator));
        Moments(0.3, 0.21, torch.empty(200_000, torch.float64).bernoulli_(0.3, generator));
        Moments(4, 4, torch.full([200_000], 4.0, torch.float64).poisson(generator));
        Moments(4, 12, torch.empty(200_000, torch.float64).geometric_(0.25, generator));
        Moments(4.5, 8.25, torch.empty(200_000, torch.float64).random_(0, 10, generator));
    }

    [Fact]
    public void Whole_draws_stay_in_their_range()
    {
        using var draws = torch.randint(-2, 3, [1000]);
        Assert.Equal(torch.int64, draws.dtype);
        Assert.Equal([-2L, -1L, 0L, 1L, 2L], draws.data<long>().ToArray().Distinct().Order());
        using var size = torch.randint(4L, new torch.Size((2, 3)));
        Assert.Equal([2, 3], size.shape);
        using var ints = torch.randint(4, new[] { 2 }, torch.int32);
        Assert.Equal(torch.int32, ints.dtype);
    }

    [Fact]
    public void A_permutation_holds_each_number_once()
    {
        using var order = torch.randperm(50);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => (long)i), order.data<long>().Order());
        using var room = torch.empty(0, torch.int64);
        Assert.Same(room, torch.randperm(3, room));
        Assert.Equal([0L, 1L, 2L], room.data<long>().Order());
    }

    [Fact]
    public void Single_draws_are_numbers_of_CSharp()
    {
        using var generator = new torch.Generator(5);
        Assert.InRange(torch.rand_float(generator), 0, 1);
        Assert.InRange(Enumerable.Range(0, 1000).Average(_ => torch.randn_float(generator)), -0.15, 0.15);
        Assert.Equal(7, torch.randint_int(7, 8, generator));
        Assert.InRange(torch.randint_long(1L << 40, generator), 0, 1L << 40);
        Assert.Equal(2, Enumerable.Range(0, 50).Select(_ => torch.randint_bool(generator)).Distinct().Count());
    }

    [Fact]
    public void Likenesses_and_writing_forms_take_the_shape_they_are_given()
    {
        using var model = torch.zeros(2, 3);
        using var uniform = torch.rand_like(model);
        using var normal = torch.randn_like(model, torch.float64);
        using var whole = model.randint_like(5, 6);
        Assert.All(uniform.data<float>().ToArray(), value => Assert.InRange(value, 0f, 1f));
        Assert.Equal(torch.float64, normal.dtype);
        Assert.All(whole.data<float>().ToArray(), value => Assert.Equal(5f, value));
        Assert.Same(model, model.rand_out(4));
        Assert.Equal([4], model.shape);
        Assert.Equal([2, 2], torch.randint_out(model, 5, [2, 2]).shape);
        Assert.Equal([3], model.randn_out(3).shape);
    }

    [Fact]
    public void A_generator_keeps_its_seed_and_state()
    {
        using var generator = new torch.Generator(11);
        Assert.Equal(11, generator.initial_seed());
        Assert.Equal(DeviceType.CPU, generator.device.type);
        using var state = generator.get_state();
        var first = torch.rand_float(generator);
        generator.set_state(state);
        Assert.Equal(first, torch.rand_float(generator));
        Assert.Same(generator, generator.manual_seed(-1));
        Assert.Equal(-1, generator.initial_seed());
        Assert.Equal(generator.seed(), generator.initial_seed());
    }

    [Fact]
    public void A_disposed_generator_is_an_error()
    {
        var generator = new torch.Generator();
        generator.Dispose();
        generator.Dispose();
        var error = Assert.Throws<ObjectDisposedException>(() => torch.rand(2, generator: generator));
        Assert.Contains("generator has been disposed", error.Message);
        Assert.Throws<ObjectDisposedException>(() => generator.get_state());
    }

    [Fact]
    public void The_default_generator_outlives_the_references_to_it()
    {
        torch.Generator.Default.Dispose();
        torch.Generator.Default.Dispose();
        using var draws = torch.rand(2, generator: torch.Generator.Default);
        Assert.Equal(2, draws.numel());
    }

    [Fact]
    public void Impossible_distributions_are_errors()
    {
        using var tensor = torch.zeros(3);
        Assert.StartsWith("bernoulli_: ", Assert.Throws<TorchException>(() => tensor.bernoulli_(1.5)).Message);
        Assert.Throws<TorchException>(() => tensor.uniform_(1, 0));
        Assert.Throws<TorchException>(() => tensor.normal_(0, -1));
        Assert.Throws<TorchException>(() => tensor.exponential_(-1));
        Assert.Throws<TorchException>(() => tensor.random_(5, 5));
        Assert.Throws<TorchException>(() => tensor.multinomial(4));
        using var two = torch.full(3, 2.0);
        using var nan = torch.full(3, double.NaN);
        Assert.Contains("between 0 and 1", Assert.Throws<TorchException>(() => two.binomial(two)).Message);
        Assert.Contains("at least 0", Assert.Throws<TorchException>(() => nan.binomial(tensor)).Message);
        Assert.Throws<TorchException>(() => torch.randint(3, 3, [2]));
        Assert.Throws<TorchException>(() => torch.randperm(-1));
        Assert.Throws<TorchException>(() => torch.rand(2, torch.int32));
        Assert.Contains("whole", Assert.Throws<ArgumentOutOfRangeException>(() => tensor.random_(0, 2.5)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => tensor.random_(0, double.NaN));
        using var state = torch.zeros(8);
        using var generator = new torch.Generator();
        Assert.Throws<TorchException>(() => generator.set_state(state));
        Assert.Throws<ArgumentNullException>(() => generator.set_state(null!));
    }

    [Fact]
    public async Task Threads_may_share_a_generator()
    {
        using var generator = new torch.Generator(2);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                torch.randn([16], generator: generator).Dispose();
                generator.get_state().Dispose();
            }
        })));
        Assert.Equal(2, generator.initial_seed());
    }

    private static void Moments(double mean, double variance, torch.Tensor draws)
    {
        using (draws)
        {
            var values = draws.data<double>().ToArray();
            var average = values.Average();
            var spread = values.Average(value => (value - average) * (value - average));
            // Five standard errors of the mean.
            Assert.Equal(mean, average, 5 * Math.Sqrt(variance / values.Length));
            Assert.InRange(spread, 0.95 * variance, 1.05 * variance);
        }
    }
}
