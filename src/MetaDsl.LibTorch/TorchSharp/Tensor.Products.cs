using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor mm(Tensor target) => Binary(&Native.at_mm, this, target);

        public Tensor bmm(Tensor batch2) => Binary(&Native.at_bmm, this, batch2);

        public Tensor mv(Tensor target) => Binary(&Native.at_mv, this, target);

        public Tensor dot(Tensor target) => Binary(&Native.at_dot, this, target);

        public Tensor vdot(Tensor target) => Binary(&Native.at_vdot, this, target);

        public Tensor matmul(Tensor target) => Binary(&Native.at_matmul, this, target);

        public Tensor outer(Tensor vec2) => Binary(&Native.at_outer, this, vec2);

        public Tensor ger(Tensor vec2) => Binary(&Native.at_outer, this, vec2);

        public Tensor inner(Tensor vec2) => Binary(&Native.at_inner, this, vec2);

        public Tensor kron(Tensor other) => Binary(&Native.at_kron, this, other);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1)
        {
            using var self = Use(this);
            using var left = Use(mat1);
            using var right = Use(mat2);
            return Made(Native.at_addmm(self, left, right, beta, alpha));
        }

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1)
        {
            using var self = Use(this);
            using var left = Use(mat1);
            using var right = Use(mat2);
            Done(Native.at_addmm_(self, left, right, beta, alpha));
            return this;
        }

        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1)
        {
            using var self = Use(this);
            using var left = Use(mat);
            using var right = Use(vec);
            return Made(Native.at_addmv(self, left, right, beta, alpha));
        }

        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1)
        {
            using var self = Use(this);
            using var left = Use(mat);
            using var right = Use(vec);
            Done(Native.at_addmv_(self, left, right, beta, alpha));
            return this;
        }

        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1)
        {
            using var self = Use(this);
            using var left = Use(vec1);
            using var right = Use(vec2);
            return Made(Native.at_addr(self, left, right, beta, alpha));
        }

        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1)
        {
            using var self = Use(this);
            using var left = Use(vec1);
            using var right = Use(vec2);
            Done(Native.at_addr_(self, left, right, beta, alpha));
            return this;
        }

        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1)
        {
            using var self = Use(this);
            using var left = Use(batch1);
            using var right = Use(batch2);
            return Made(Native.at_addbmm(self, left, right, beta, alpha));
        }

        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1)
        {
            using var self = Use(this);
            using var left = Use(batch1);
            using var right = Use(batch2);
            Done(Native.at_addbmm_(self, left, right, beta, alpha));
            return this;
        }

        /// <summary>
        /// <paramref name="beta"/> times this, plus <paramref name="alpha"/> times <c>batch1 @ batch2</c>, as in PyTorch;
        /// TorchSharp 0.107 exchanges this and <paramref name="batch2"/>.
        /// </summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1)
        {
            using var self = Use(this);
            using var left = Use(batch1);
            using var right = Use(batch2);
            return Made(Native.at_baddbmm(self, left, right, beta, alpha));
        }

        /// <summary>Contracts the last <paramref name="dims"/> dimensions of this with the first of <paramref name="b"/>.</summary>
        public Tensor tensordot(Tensor b, long dims = 2)
        {
            var most = Math.Min(Rank, Given(b).Rank);
            if (dims < 0 || dims > most)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(dims), $"'dims' is {dims}, but the two tensors share at most {most} dimensions; choose between 0 and that.");
            }

            Span<long> last = stackalloc long[(int)dims];
            Span<long> first = stackalloc long[(int)dims];
            for (var i = 0; i < last.Length; i++)
            {
                last[i] = i - dims;
                first[i] = i;
            }

            return Contract(b, last, first, nameof(tensordot));
        }

        /// <summary>Contracts dimension <c>dims1[i]</c> of this with dimension <c>dims2[i]</c> of <paramref name="b"/>.</summary>
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) =>
            Contract(b, Arguments.Numbers(dims1), Arguments.Numbers(dims2), nameof(tensordot));

        /// <summary>Contracts, for each pair, the first dimension of this with the second of <paramref name="b"/>.</summary>
        public Tensor tensordot(Tensor b, (long, long)[] dims)
        {
            ArgumentNullException.ThrowIfNull(dims);
            return Contract(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2), nameof(tensordot));
        }

        /// <summary>The number of dimensions.</summary>
        internal long Rank
        {
            get
            {
                using var self = Use(this);
                return Native.at_dim(self);
            }
        }

        private Tensor Contract(Tensor b, ReadOnlySpan<long> dims1, ReadOnlySpan<long> dims2, string operation)
        {
            using var self = Use(this);
            using var other = Use(b);
            fixed (long* own = dims1, others = dims2)
            {
                return Made(Native.at_tensordot(self, other, own, dims1.Length, others, dims2.Length), operation);
            }
        }
    }
}
