using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Arguments;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The part of the tensor at the given positions of its first dimensions: a view, which reads and writes the same elements.
        /// Setting it writes into those elements.
        /// </summary>
        public Tensor this[long i1]
        {
            get
            {
                using var self = Use(this);
                return Made(Native.at_select(self, 0, i1), nameof(index));
            }

            set => PutLeading(new ReadOnlySpan<long>(in i1), value);
        }

        public Tensor this[long i1, long i2]
        {
            get => SelectLeading([i1, i2]);
            set => PutLeading([i1, i2], value);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => SelectLeading([i1, i2, i3]);
            set => PutLeading([i1, i2, i3], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => SelectLeading([i1, i2, i3, i4]);
            set => PutLeading([i1, i2, i3, i4], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => SelectLeading([i1, i2, i3, i4, i5]);
            set => PutLeading([i1, i2, i3, i4, i5], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => SelectLeading([i1, i2, i3, i4, i5, i6]);
            set => PutLeading([i1, i2, i3, i4, i5, i6], value);
        }

        public Tensor this[params long[] indices]
        {
            get => SelectLeading(Numbers(indices));
            set => PutLeading(Numbers(indices), value);
        }

        /// <summary>What an index expression chooses: a view where it holds positions and slices alone, a copy with a tensor.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The elements at the given positions, or where a mask is true: a copy.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            using var expression = IndexExpression.Of(indices);
            return At(expression);
        }

        public Tensor index(params Tensor[] indices)
        {
            using var expression = IndexExpression.Of(indices);
            return At(expression);
        }

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, accumulate: false);

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, accumulate: false);

        /// <summary>Writes or adds a value where an index expression chooses; a position that occurs twice is added to twice.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            using var expression = IndexExpression.Of(indices);
            return Put(expression, value, accumulate);
        }

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            using var expression = IndexExpression.Of(indices);
            return Put(expression, value, accumulate);
        }

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var expression = IndexExpression.Of(indices);
            return Put(expression, value);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using var expression = IndexExpression.Of(indices);
            return Put(expression, value);
        }

        private Tensor SelectLeading(ReadOnlySpan<long> indices)
        {
            using var self = Use(this);
            fixed (long* pointer = indices) return Made(Native.at_select_leading(self, pointer, indices.Length), nameof(index));
        }

        private void PutLeading(ReadOnlySpan<long> indices, Tensor value)
        {
            using var self = Use(this);
            using var source = Use(value);
            fixed (long* pointer = indices) Done(Native.at_select_leading_put_(self, pointer, indices.Length, source), nameof(index_put_));
        }

        private Tensor At(scoped in IndexExpression expression)
        {
            using var self = Use(this);
            fixed (IndexItem* items = expression.Items) return Made(Native.at_index(self, items, expression.Count), nameof(index));
        }

        private Tensor Put(scoped in IndexExpression expression, Tensor value, bool accumulate)
        {
            using var self = Use(this);
            using var source = Use(value);
            fixed (IndexItem* items = expression.Items)
            {
                Done(Native.at_index_put_(self, items, expression.Count, source, Flag(accumulate)), nameof(index_put_));
            }

            return this;
        }

        private Tensor Put(scoped in IndexExpression expression, Scalar value)
        {
            using var self = Use(this);
            fixed (IndexItem* items = expression.Items)
            {
                Done(Native.at_index_put_scalar_(self, items, expression.Count, NumberOf(value)), nameof(index_put_));
            }

            return this;
        }
    }
}
