using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            fixed (long* along = dimensions)
            {
                return Made(Native.at_std_dims(self, along, dimensions.Length, Flag(unbiased), Flag(keepdim), Dtype(type)));
            }
        }

        public Tensor std(bool unbiased = true)
        {
            using var self = Use(this);
            return Made(Native.at_std(self, Flag(unbiased)));
        }

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            return Made(Native.at_std_dims(self, &dim, 1, Flag(unbiased), Flag(keepdim), Dtype(type)));
        }

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);

        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            fixed (long* along = dimensions)
            {
                return Made(Native.at_var_dims(self, along, dimensions.Length, Flag(unbiased), Flag(keepdim), Dtype(type)));
            }
        }

        public Tensor var(bool unbiased = true)
        {
            using var self = Use(this);
            return Made(Native.at_var(self, Flag(unbiased)));
        }

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            return Made(Native.at_var_dims(self, &dim, 1, Flag(unbiased), Flag(keepdim), Dtype(type)));
        }

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean([dim.Item1, dim.Item2], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(
            (long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public (Tensor std, Tensor mean) std_mean(
            ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            fixed (long* along = dimensions)
            {
                return MadePair(
                    Native.at_std_mean_dims(self, along, dimensions.Length, Flag(unbiased), Flag(keepdim), Dtype(type), results), results);
            }
        }

        public (Tensor std, Tensor mean) std_mean(bool unbiased = true)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_std_mean(self, Flag(unbiased), results), results);
        }

        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_std_mean_dims(self, &dim, 1, Flag(unbiased), Flag(keepdim), Dtype(type), results), results);
        }

        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);

        public (Tensor std, Tensor mean) var_mean(
            ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            fixed (long* along = dimensions)
            {
                return MadePair(
                    Native.at_var_mean_dims(self, along, dimensions.Length, Flag(unbiased), Flag(keepdim), Dtype(type), results), results);
            }
        }

        public (Tensor std, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean((ReadOnlySpan<long>)dimensions, unbiased, keepdim, type);

        public (Tensor var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean([dim.Item1, dim.Item2], unbiased, keepdim, type);

        public (Tensor var, Tensor mean) var_mean(
            (long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public (Tensor var, Tensor mean) var_mean(bool unbiased = true)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_var_mean(self, Flag(unbiased), results), results);
        }

        public (Tensor var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_var_mean_dims(self, &dim, 1, Flag(unbiased), Flag(keepdim), Dtype(type), results), results);
        }

        /// <summary>The lower of the two middle elements when their number is even.</summary>
        public Tensor median() => Unary(&Native.at_median, this);

        public Tensor nanmedian() => Unary(&Native.at_nanmedian, this);

        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_mode_dim(self, dim, Flag(keepdim), results), results);
        }

        /// <summary>The <paramref name="k"/>-th smallest, counted from 1; along the last dimension unless told otherwise.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_kthvalue(self, k, dim ?? -1, Flag(keepdim), results), results);
        }

        [Obsolete("use torch.kthvalue")]
        public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) =>
            Given(input).kthvalue(k, dim, keepdim);

        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false)
        {
            using var self = Use(this);
            using var at = Use(q);
            return Made(Native.at_quantile(self, at, dim, Flag(keepdim)));
        }

        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false)
        {
            using var self = Use(this);
            using var at = Use(q);
            return Made(Native.at_nanquantile(self, at, dim, Flag(keepdim)));
        }

        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null)
        {
            using var self = Use(this);
            using var counts = UseOptional(fweights);
            using var weights = UseOptional(aweights);
            return Made(Native.at_cov(self, correction, counts, weights));
        }

        public Tensor corrcoef() => Unary(&Native.at_corrcoef, this);

        public Tensor histc(long bins = 100, long min = 0, long max = 0)
        {
            using var self = Use(this);
            return Made(Native.at_histc(self, bins, min, max));
        }

        public Tensor bincount(Tensor? weights, long minlength = 0)
        {
            using var self = Use(this);
            using var by = UseOptional(weights);
            return Made(Native.at_bincount(self, by, minlength));
        }
    }
}
