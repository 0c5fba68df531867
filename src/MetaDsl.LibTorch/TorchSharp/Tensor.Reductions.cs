using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            fixed (long* along = dim) return Made(Native.at_sum_dims(self, along, dim.Length, Flag(keepdim), Dtype(type)));
        }

        public Tensor sum(ScalarType? type = null)
        {
            using var self = Use(this);
            return Made(type is null ? Native.at_sum(self) : Native.at_sum_dtype(self, Dtype(type)));
        }

        // Else a literal 0 would be taken for ScalarType.Byte.
        [OverloadResolutionPriority(1)]
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            return Made(Native.at_sum_dims(self, &dim, 1, Flag(keepdim), Dtype(type)));
        }

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1, dim2], keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => sum((ReadOnlySpan<long>)dim, keepdim, type);

        public Tensor nansum() => Unary(&Native.at_nansum, this);

        public Tensor mean() => Unary(&Native.at_mean, this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            var count = dimensions?.Length ?? 0;
            fixed (long* along = dimensions) return Made(Native.at_mean_dims(self, along, count, Flag(keepdim), Dtype(type)));
        }

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null)
        {
            using var self = Use(this);
            long along = dim ?? 0;
            return Made(Native.at_nanmean(self, &along, dim.HasValue ? 1 : 0, Flag(keepdim), Dtype(dtype)));
        }

        public Tensor prod(ScalarType? type = null)
        {
            using var self = Use(this);
            return Made(Native.at_prod(self, Dtype(type)));
        }

        // Else a literal 0 would be taken for ScalarType.Byte.
        [OverloadResolutionPriority(1)]
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null)
        {
            using var self = Use(this);
            return Made(Native.at_prod_dim(self, dim, Flag(keepdim), Dtype(type)));
        }

        public Tensor all() => Unary(&Native.at_all, this);

        public Tensor all(long dim, bool keepdim = false)
        {
            using var self = Use(this);
            return Made(Native.at_all_dim(self, dim, Flag(keepdim)));
        }

        public Tensor any() => Unary(&Native.at_any, this);

        public Tensor any(long dim, bool keepdim = false)
        {
            using var self = Use(this);
            return Made(Native.at_any_dim(self, dim, Flag(keepdim)));
        }

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_max_dim(self, dim, Flag(keepdim), results), results);
        }

        public Tensor max() => Unary(&Native.at_max, this);

        public Tensor max(Tensor other) => Binary(&Native.at_maximum, this, other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_min_dim(self, dim, Flag(keepdim), results), results);
        }

        public Tensor min() => Unary(&Native.at_min, this);

        public Tensor min(Tensor other) => Binary(&Native.at_minimum, this, other);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null)
        {
            using var self = Use(this);
            using var target = UseOptional(@out);
            fixed (long* along = dims)
            {
                if (@out is null) return Made(Native.at_amax(self, along, dims.Length, Flag(keepdim)));
                Done(Native.at_amax_out(self, along, dims.Length, Flag(keepdim), target));
                return @out;
            }
        }

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => amax((ReadOnlySpan<long>)dims, keepdim, @out);

        public Tensor amax(params long[] dims) => amax((ReadOnlySpan<long>)dims);

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null)
        {
            using var self = Use(this);
            using var target = UseOptional(@out);
            fixed (long* along = dims)
            {
                if (@out is null) return Made(Native.at_amin(self, along, dims.Length, Flag(keepdim)));
                Done(Native.at_amin_out(self, along, dims.Length, Flag(keepdim), target));
                return @out;
            }
        }

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => amin((ReadOnlySpan<long>)dims, keepdim, @out);

        public Tensor amin(params long[] dims) => amin((ReadOnlySpan<long>)dims);

        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false)
        {
            using var self = Use(this);
            var results = stackalloc Produced[2];
            return MadePair(Native.at_aminmax(self, dim ?? 0, Flag(dim.HasValue), Flag(keepdim), results), results);
        }

        public Tensor argmax() => Unary(&Native.at_argmax, this);

        public Tensor argmax(long dim, bool keepdim = false)
        {
            using var self = Use(this);
            return Made(Native.at_argmax_dim(self, dim, Flag(keepdim)));
        }

        public Tensor argmin() => Unary(&Native.at_argmin, this);

        public Tensor argmin(long dim, bool keepdim = false)
        {
            using var self = Use(this);
            return Made(Native.at_argmin_dim(self, dim, Flag(keepdim)));
        }

        public Tensor norm(float p = 2)
        {
            using var self = Use(this);
            return Made(Native.at_norm(self, p));
        }

        /// <summary>Along one dimension: an integer is a dimension here, so write <c>norm(1f)</c> for the sum of absolute values.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2)
        {
            using var self = Use(this);
            return Made(Native.at_norm_dim(self, p, dim, Flag(keepdim)));
        }

        public Tensor logsumexp(long dim, bool keepdim = false)
        {
            using var self = Use(this);
            return Made(Native.at_logsumexp(self, dim, Flag(keepdim)));
        }

        public Tensor count_nonzero(long[]? dims = null)
        {
            using var self = Use(this);
            fixed (long* along = dims) return Made(Native.at_count_nonzero(self, along, dims?.Length ?? 0));
        }

        public Tensor renorm(float p, long dim, float maxnorm)
        {
            using var self = Use(this);
            return Made(Native.at_renorm(self, p, dim, maxnorm));
        }
    }
}
