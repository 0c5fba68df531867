using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor cumsum(long dim, ScalarType? type = null)
        {
            using var self = Use(this);
            return Made(Native.at_cumsum(self, dim, Dtype(type)));
        }

        public Tensor cumprod(long dim, ScalarType? type = null)
        {
            using var self = Use(this);
            return Made(Native.at_cumprod(self, dim, Dtype(type)));
        }

        public (Tensor values, Tensor indexes) cummax(long dim)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_cummax(self, dim, results), results);
        }

        public (Tensor values, Tensor indexes) cummin(long dim)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_cummin(self, dim, results), results);
        }

        public Tensor logcumsumexp(long dim)
        {
            using var self = Use(this);
            return Made(Native.at_logcumsumexp(self, dim));
        }

        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null)
        {
            using var self = Use(this);
            using var before = UseOptional(prepend);
            using var after = UseOptional(append);
            return Made(Native.at_diff(self, n, dim, before, after));
        }

        public Tensor trapezoid(Tensor x, long dim = -1)
        {
            using var self = Use(this);
            using var at = Use(x);
            return Made(Native.at_trapezoid(self, at, dim));
        }

        public Tensor trapezoid(double dx = 1, long dim = -1)
        {
            using var self = Use(this);
            return Made(Native.at_trapezoid_dx(self, dx, dim));
        }

        public Tensor cumulative_trapezoid(Tensor x, long dim = -1)
        {
            using var self = Use(this);
            using var at = Use(x);
            return Made(Native.at_cumulative_trapezoid(self, at, dim));
        }

        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1)
        {
            using var self = Use(this);
            return Made(Native.at_cumulative_trapezoid_dx(self, dx, dim));
        }
    }
}
