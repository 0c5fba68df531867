using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Arguments;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor reshape(params long[] shape) => WithNumbers(&Native.at_reshape, this, Numbers(shape));

        public Tensor view(params long[] shape) => WithNumbers(&Native.at_view, this, Numbers(shape));

        public Tensor view_as(Tensor other) => Binary(&Native.at_view_as, this, other);

        public Tensor ravel() => Unary(&Native.at_ravel, this);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => WithTwo(&Native.at_flatten, this, start_dim, end_dim);

        public Tensor unflatten(long dim, params long[] sizes)
        {
            using var self = Use(this);
            var numbers = Numbers(sizes);
            fixed (long* pointer = numbers) return Made(Native.at_unflatten(self, dim, pointer, numbers.Length));
        }

        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        public Tensor squeeze(long? dim = null) =>
            dim is { } one ? WithOne(&Native.at_squeeze_dim, this, one) : Unary(&Native.at_squeeze, this);

        public Tensor squeeze_(long? dim = null) =>
            dim is { } one ? WithOneInPlace(&Native.at_squeeze_dim_, this, one) : UnaryInPlace(&Native.at_squeeze_, this);

        public Tensor unsqueeze(long dim) => WithOne(&Native.at_unsqueeze, this, dim);

        public Tensor unsqueeze_(long dim) => WithOneInPlace(&Native.at_unsqueeze_, this, dim);

        public Tensor t() => Unary(&Native.at_t, this);

        /// <summary>The dimensions in reverse order.</summary>
        public Tensor T => Unary(&Native.at_T, this);

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => Unary(&Native.at_mT, this);

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mH => Unary(&Native.at_mH, this);

        /// <summary>The transpose of a matrix.</summary>
        public Tensor H => Unary(&Native.at_H, this);

        public Tensor adjoint() => Unary(&Native.at_adjoint, this);

        public Tensor transpose(long dim0, long dim1) => WithTwo(&Native.at_transpose, this, dim0, dim1);

        public Tensor transpose_(long dim0, long dim1)
        {
            using var self = Use(this);
            Done(Native.at_transpose_(self, dim0, dim1));
            return this;
        }

        public Tensor swapaxes(long dim0, long dim1) => WithTwo(&Native.at_transpose, this, dim0, dim1);

        public Tensor swapdims(long dim0, long dim1) => WithTwo(&Native.at_transpose, this, dim0, dim1);

        public Tensor permute(params long[] permutation) => WithNumbers(&Native.at_permute, this, Numbers(permutation));

        public Tensor permute(IEnumerable<long> permutation) => WithNumbers(&Native.at_permute, this, Numbers(permutation));

        public Tensor movedim(long[] source, long[] destination) => MoveDimensions(Numbers(source), Numbers(destination));

        public Tensor moveaxis(long[] source, long[] destination) => MoveDimensions(Numbers(source), Numbers(destination));

        public Tensor expand(params long[] sizes) => Expand(Numbers(sizes), false);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Expand(Numbers(sizes), isImplicit);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Expand(sizes, isImplicit);

        public Tensor expand(Size sizes, bool isImplicit = false) => Expand(sizes.Shape, isImplicit);

        public Tensor expand_as(Tensor other) => Binary(&Native.at_expand_as, this, other);

        public Tensor broadcast_to(params long[] shape) => WithNumbers(&Native.at_broadcast_to, this, Numbers(shape));

        public Tensor atleast_1d() => Unary(&Native.at_atleast_1d, this);

        public Tensor atleast_2d() => Unary(&Native.at_atleast_2d, this);

        public Tensor atleast_3d() => Unary(&Native.at_atleast_3d, this);

        public Tensor narrow(long dim, long start, long length) => WithThree(&Native.at_narrow, this, dim, start, length);

        public Tensor select(long dim, long index) => WithTwo(&Native.at_select, this, dim, index);

        public Tensor slice(long dim, long start, long finish, long step)
        {
            using var self = Use(this);
            return Made(Native.at_slice(self, dim, start, finish, step));
        }

        public Tensor unfold(long dimension, long size, long step) => WithThree(&Native.at_unfold, this, dimension, size, step);

        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0)
        {
            using var self = Use(this);
            var extents = Numbers(size);
            var steps = Numbers(strides);
            fixed (long* extentPointer = extents, stepPointer = steps)
            {
                return Made(Native.at_as_strided(self, extentPointer, extents.Length, stepPointer, steps.Length, storageOffset));
            }
        }

        internal Tensor MoveDimensions(
            ReadOnlySpan<long> source, ReadOnlySpan<long> destination, [CallerMemberName] string operation = "")
        {
            using var self = Use(this);
            fixed (long* from = source, to = destination)
            {
                return Made(Native.at_movedim(self, from, source.Length, to, destination.Length), operation);
            }
        }

        private Tensor Expand(ReadOnlySpan<long> sizes, bool isImplicit)
        {
            using var self = Use(this);
            fixed (long* pointer = sizes) return Made(Native.at_expand(self, pointer, sizes.Length, Flag(isImplicit)), nameof(expand));
        }
    }
}
