using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Arguments;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => WithThree(&Native.at_diagonal, this, offset, dim1, dim2);

        public Tensor diag(long diagonal = 0) => WithOne(&Native.at_diag, this, diagonal);

        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) =>
            WithThree(&Native.at_diag_embed, this, offset, dim1, dim2);

        public Tensor diagflat(long offset = 0) => WithOne(&Native.at_diagflat, this, offset);

        public Tensor trace() => Unary(&Native.at_trace, this);

        public Tensor tril(long diagonal = 0) => WithOne(&Native.at_tril, this, diagonal);

        public Tensor tril_(long diagonal = 0) => WithOneInPlace(&Native.at_tril_, this, diagonal);

        public Tensor triu(long diagonal = 0) => WithOne(&Native.at_triu, this, diagonal);

        public Tensor triu_(long diagonal = 0) => WithOneInPlace(&Native.at_triu_, this, diagonal);

        /// <summary>A copy with <paramref name="src"/> written on a diagonal.</summary>
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1)
        {
            using var self = Use(this);
            using var source = Use(src);
            return Made(Native.at_diagonal_scatter(self, source, offset, dim1, dim2));
        }

        /// <summary>A copy with <paramref name="src"/> written where <see cref="select(long, long)"/> would look.</summary>
        public Tensor select_scatter(Tensor src, long dim, long index)
        {
            using var self = Use(this);
            using var source = Use(src);
            return Made(Native.at_select_scatter(self, source, dim, index));
        }

        /// <summary>A copy with <paramref name="src"/> written where <see cref="slice(long, long, long, long)"/> would look.</summary>
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1)
        {
            using var self = Use(this);
            using var source = Use(src);
            return Made(Native.at_slice_scatter(self, source, dim, start ?? 0, end ?? long.MaxValue, step));
        }

        /// <summary>A matrix of the tensors along its diagonal, zero elsewhere.</summary>
        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);
    }
}
