using System.Globalization;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            using var self = Use(this);
            return Made(Native.at_rand_like(self, Likeness(dtype, device, requires_grad)));
        }

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            using var self = Use(this);
            return Made(Native.at_randn_like(self, Likeness(dtype, device, requires_grad)));
        }

        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            using var self = Use(this);
            return Made(Native.at_randint_like(self, low, high, Likeness(dtype, device, requires_grad)));
        }

        /// <summary>Gives this tensor a new size, and fills it with numbers between 0 and 1.</summary>
        public Tensor rand_out(params long[] sizes)
        {
            using var self = Use(this);
            fixed (long* pointer = Sizes(sizes)) Done(Native.at_rand_out(self, pointer, sizes.Length));
            return this;
        }

        /// <summary>Gives this tensor a new size, and fills it from the normal distribution.</summary>
        public Tensor randn_out(params long[] sizes)
        {
            using var self = Use(this);
            fixed (long* pointer = Sizes(sizes)) Done(Native.at_randn_out(self, pointer, sizes.Length));
            return this;
        }

        /// <summary>Gives this tensor a new size, and fills it with whole numbers below <paramref name="high"/>.</summary>
        public Tensor randint_out(long high, long[] sizes)
        {
            using var self = Use(this);
            fixed (long* pointer = Sizes(sizes)) Done(Native.at_randint_out(self, high, pointer, sizes.Length));
            return this;
        }

        [Obsolete("This doesn't exist in PyTorch.", error: false)]
        public Tensor randperm_out(long n)
        {
            using var self = Use(this);
            Done(Native.at_randperm_out(self, n, 0));
            return this;
        }

        /// <summary>1 with the probability that stands in this tensor, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null)
        {
            using var self = Use(this);
            using var source = BorrowedGenerator.From(generator);
            return Made(Native.at_bernoulli(self, source));
        }

        public Tensor binomial(Tensor prob, Generator? generator = null)
        {
            using var self = Use(this);
            using var probability = Use(prob);
            using var source = BorrowedGenerator.From(generator);
            return Made(Native.at_binomial(self, probability, source));
        }

        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null)
        {
            using var self = Use(this);
            using var source = BorrowedGenerator.From(generator);
            return Made(Native.at_multinomial(self, num_samples, Flag(replacement), source));
        }

        public Tensor poisson(Generator? generator = null)
        {
            using var self = Use(this);
            using var source = BorrowedGenerator.From(generator);
            return Made(Native.at_poisson(self, source));
        }

        public Tensor bernoulli_(double p = 0.5, Generator? generator = null)
        {
            using var self = Use(this);
            using var source = BorrowedGenerator.From(generator);
            Done(Native.at_bernoulli_(self, p, source));
            return this;
        }

        public Tensor bernoulli_(Tensor p, Generator? generator = null)
        {
            using var self = Use(this);
            using var probability = Use(p);
            using var source = BorrowedGenerator.From(generator);
            Done(Native.at_bernoulli_tensor_(self, probability, source));
            return this;
        }

        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null)
        {
            using var self = Use(this);
            using var source = BorrowedGenerator.From(generator);
            Done(Native.at_cauchy_(self, median, sigma, source));
            return this;
        }

        public Tensor exponential_(double lambda = 1, Generator? generator = null)
        {
            using var self = Use(this);
            using var source = BorrowedGenerator.From(generator);
            Done(Native.at_exponential_(self, lambda, source));
            return this;
        }

        public Tensor geometric_(double p, Generator? generator = null)
        {
            using var self = Use(this);
            using var source = BorrowedGenerator.From(generator);
            Done(Native.at_geometric_(self, p, source));
            return this;
        }

        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            using var self = Use(this);
            using var source = BorrowedGenerator.From(generator);
            Done(Native.at_log_normal_(self, mean, std, source));
            return this;
        }

        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null)
        {
            using var self = Use(this);
            using var source = BorrowedGenerator.From(generator);
            Done(Native.at_normal_(self, mean, std, source));
            return this;
        }

        /// <summary>Whole numbers from <paramref name="from"/> up to, but not including, <paramref name="to"/>.</summary>
        public Tensor random_(double from, double to, Generator? generator = null)
        {
            using var self = Use(this);
            using var source = BorrowedGenerator.From(generator);
            Done(Native.at_random_(self, WholeBound(from, nameof(from)), WholeBound(to, nameof(to)), source));
            return this;
        }

        public Tensor uniform_(double from, double to, Generator? generator = null)
        {
            using var self = Use(this);
            using var source = BorrowedGenerator.From(generator);
            Done(Native.at_uniform_(self, from, to, source));
            return this;
        }

        private static long WholeBound(double bound, string name)
        {
            // Beyond these the nearest doubles are no longer within Int64.
            if (Math.Truncate(bound) == bound && bound is >= -9.2e18 and <= 9.2e18) return (long)bound;
            var value = bound.ToString(CultureInfo.InvariantCulture);
            throw new ArgumentOutOfRangeException(
                name, $"'{name}' is {value}; random_ draws whole numbers, so its bounds must be whole Int64 numbers.");
        }
    }
}
