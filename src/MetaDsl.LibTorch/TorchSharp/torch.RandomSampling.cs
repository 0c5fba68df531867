using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Given(input).rand_like(dtype, device, requires_grad);

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Given(input).randn_like(dtype, device, requires_grad);

    public static Tensor randint_like(
        Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Given(input).randint_like(low, high, dtype, device, requires_grad);

    public static Tensor rand_out(Tensor input, params long[] sizes) => Given(input).rand_out(sizes);

    public static Tensor randint_out(Tensor input, long high, long[] sizes) => Given(input).randint_out(high, sizes);

    [Obsolete("This doesn't exist in PyTorch.", error: false)]
    public static Tensor randperm_out(Tensor input, long n) => Given(input).randperm_out(n);

    /// <summary>A draw for each pair of a mean and a standard deviation.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null)
    {
        using var means = Use(mean);
        using var deviations = Use(std);
        using var source = BorrowedGenerator.From(generator);
        return Made(Native.at_normal_tensors(means, deviations, source));
    }

    public static Tensor normal(
        double mean,
        double std,
        ReadOnlySpan<long> size,
        ScalarType? dtype = null,
        Device? device = null,
        bool requires_grad = false,
        Generator? generator = null,
        string[]? names = null)
    {
        RejectNames(names);
        using var source = BorrowedGenerator.From(generator);
        fixed (long* sizes = size)
        {
            return Made(Native.at_normal(mean, std, sizes, size.Length, source, Asked(dtype, device, requires_grad)));
        }
    }

    /// <summary>1 with the probability that stands in <paramref name="input"/>, else 0.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => Given(input).bernoulli(generator);

    public static Tensor binomial(Tensor count, Tensor probs, Generator? generator = null) => Given(count).binomial(probs, generator);

    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        Given(input).multinomial(num_samples, replacement, generator);

    public static Tensor poisson(Tensor input, Generator? generator = null) => Given(input).poisson(generator);

    public static Tensor _standard_gamma(Tensor input, Generator? generator = null)
    {
        using var self = Use(input);
        using var source = BorrowedGenerator.From(generator);
        return Made(Native.at_standard_gamma(self, source));
    }

    public static Tensor _sample_dirichlet(Tensor input, Generator? generator = null)
    {
        using var self = Use(input);
        using var source = BorrowedGenerator.From(generator);
        return Made(Native.at_sample_dirichlet(self, source));
    }
}
