using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Arguments;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor gather(long dim, Tensor index) => Gather(dim, index, false);

        public Tensor index_select(long dim, Tensor index)
        {
            using var self = Use(this);
            using var positions = Use(index);
            return Made(Native.at_index_select(self, dim, positions));
        }

        public Tensor scatter(long dim, Tensor index, Tensor src) => Written(&Native.at_scatter, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src) => WrittenInPlace(&Native.at_scatter_, dim, index, src);

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Written(&Native.at_scatter_add, dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => WrittenInPlace(&Native.at_scatter_add_, dim, index, src);

        public Tensor index_copy(long dim, Tensor index, Tensor source) => Written(&Native.at_index_copy, dim, index, source);

        public Tensor index_copy_(long dim, Tensor index, Tensor source) => WrittenInPlace(&Native.at_index_copy_, dim, index, source);

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            using var self = Use(this);
            using var positions = Use(index);
            using var values = Use(source);
            return Made(Native.at_index_add(self, dim, positions, values, NumberOf(alpha)));
        }

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            using var self = Use(this);
            using var positions = Use(index);
            using var values = Use(source);
            Done(Native.at_index_add_(self, dim, positions, values, NumberOf(alpha)));
            return this;
        }

        public Tensor index_fill(long dim, Tensor index, Scalar value)
        {
            using var self = Use(this);
            using var positions = Use(index);
            return Made(Native.at_index_fill(self, dim, positions, NumberOf(value)));
        }

        public Tensor index_fill_(long dim, Tensor index, Scalar value)
        {
            using var self = Use(this);
            using var positions = Use(index);
            Done(Native.at_index_fill_(self, dim, positions, NumberOf(value)));
            return this;
        }

        /// <summary>The elements at positions that count through the whole tensor.</summary>
        public Tensor take(Tensor index) => Binary(&Native.at_take, this, index);

        /// <summary>The elements at positions that count through the whole tensor.</summary>
        public Tensor take_along_dim(Tensor indices) => Binary(&Native.at_take_along_dim, this, indices);

        public Tensor take_along_dim(Tensor indices, long dim)
        {
            using var self = Use(this);
            using var positions = Use(indices);
            return Made(Native.at_take_along_dim_dim(self, positions, dim));
        }

        public Tensor take_along_dim(IEnumerable<long> indices)
        {
            using var positions = Positions(Numbers(indices));
            return take_along_dim(positions);
        }

        public Tensor take_along_dim(IEnumerable<long> indices, long dim)
        {
            using var positions = Positions(Numbers(indices));
            return take_along_dim(positions, dim);
        }

        public Tensor masked_select(Tensor mask) => Binary(&Native.at_masked_select, this, mask);

        /// <summary>A copy whose elements under the mask are the first elements of <paramref name="value"/>, in order.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value)
        {
            using var self = Use(this);
            using var where = Use(mask);
            using var source = Use(value);
            return Made(Native.at_masked_scatter(self, where, source));
        }

        public Tensor masked_scatter_(Tensor mask, Tensor value)
        {
            using var self = Use(this);
            using var where = Use(mask);
            using var source = Use(value);
            Done(Native.at_masked_scatter_(self, where, source));
            return this;
        }

        /// <summary>This tensor's elements where the condition holds, those of <paramref name="y"/> elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y)
        {
            using var holds = Use(condition);
            using var self = Use(this);
            using var other = Use(y);
            return Made(Native.at_where(holds, self, other));
        }

        /// <summary>The positions of the elements that are not zero, one a row.</summary>
        public Tensor nonzero() => Unary(&Native.at_nonzero, this);

        /// <summary>The positions of the elements that are not zero, one tensor a dimension.</summary>
        public IList<Tensor> nonzero_as_list()
        {
            using var self = Use(this);
            return MadeList(Native.at_nonzero_list(self));
        }

        public Tensor argwhere() => Unary(&Native.at_argwhere, this);

        internal Tensor Gather(long dim, Tensor index, bool sparseGradient)
        {
            using var self = Use(this);
            using var positions = Use(index);
            return Made(Native.at_gather(self, dim, positions, Flag(sparseGradient)), nameof(gather));
        }

        private Tensor Written(
            delegate*<nint, long, nint, nint, Produced> op, long dim, Tensor index, Tensor src, [CallerMemberName] string operation = "")
        {
            using var self = Use(this);
            using var positions = Use(index);
            using var source = Use(src);
            return Made(op(self, dim, positions, source), operation);
        }

        private Tensor WrittenInPlace(
            delegate*<nint, long, nint, nint, int> op, long dim, Tensor index, Tensor src, [CallerMemberName] string operation = "")
        {
            using var self = Use(this);
            using var positions = Use(index);
            using var source = Use(src);
            Done(op(self, dim, positions, source), operation);
            return this;
        }

        // A vector of positions, beside this tensor.
        private Tensor Positions(ReadOnlySpan<long> numbers)
        {
            using var self = Use(this);
            var asked = new Options((int)ScalarType.Int64, Native.at_device_type(self), Native.at_device_index(self), 0);
            long length = numbers.Length;
            fixed (long* data = numbers)
            {
                return Made(Native.at_from_memory(data, (int)ScalarType.Int64, &length, 1, asked), nameof(take_along_dim));
            }
        }
    }
}
