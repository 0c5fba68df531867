using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>
    /// One place of an index expression such as <c>x[TensorIndex.Ellipsis, 0, 1..3]</c>. What is not set adds a dimension, as None does.
    /// </summary>
    public struct TensorIndex
    {
        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon = Slice();

        /// <summary>As many whole dimensions as the other places leave.</summary>
        public static TensorIndex Ellipsis = new(new IndexItem { What = IndexItem.Kind.Ellipsis });

        /// <summary>A new dimension of size one.</summary>
        public static TensorIndex None = new(new IndexItem { What = IndexItem.Kind.NewAxis });

        /// <summary>The same as <see cref="None"/>.</summary>
        public static TensorIndex Null = None;

        internal readonly IndexItem Item;
        internal readonly Tensor? Chosen;

        private TensorIndex(IndexItem item, Tensor? chosen = null)
        {
            Item = item;
            Chosen = chosen;
        }

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Index index) => Single(FromEnd(index, whereEnd: null));

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <summary>The tensor that a place holds, or its number or truth value as a tensor; nothing else is one.</summary>
        public static implicit operator Tensor(TensorIndex value)
        {
            if (value.Chosen is { } tensor) return tensor;
            var held = value.Item.Start;
            if (value.Item.What is not (IndexItem.Kind.Single or IndexItem.Kind.Truth))
            {
                throw new InvalidCastException(
                    "A slice, an ellipsis or a new dimension is no tensor; "
                    + "in an index that mixes them with tensors, write TensorIndex.Tensor(t) for the tensors.");
            }

            var type = value.Item.What is IndexItem.Kind.Single ? ScalarType.Int64 : ScalarType.Bool;
            // Little-endian: a truth value is the first byte.
            return Made(Native.at_from_memory(&held, (int)type, null, 0, Asked(null, null, false)), nameof(TensorIndex));
        }

        /// <summary>The elements from start on and before stop, every step-th of them; a negative position counts from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(new IndexItem { What = IndexItem.Kind.Slice, Start = start ?? 0, Stop = stop ?? long.MaxValue, Step = step ?? 1 });

        public static TensorIndex Slice((int? start, int? end) range) => Slice(range.start, range.end);

        public static TensorIndex Slice(Range range) => Slice(FromEnd(range.Start, long.MaxValue), FromEnd(range.End, long.MaxValue));

        /// <summary>One position, whose dimension disappears; null is <see cref="None"/>.</summary>
        public static TensorIndex Single(long? index) =>
            index is { } position ? new(new IndexItem { What = IndexItem.Kind.Single, Start = position }) : None;

        /// <summary>A new dimension, of size one for true and of size zero for false.</summary>
        public static TensorIndex Bool(bool value) => new(new IndexItem { What = IndexItem.Kind.Truth, Start = value ? 1 : 0 });

        /// <summary>Positions along one dimension, or a mask over as many dimensions as it has.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(new IndexItem { What = IndexItem.Kind.Tensor }, Given(tensor));

        // "^1" is the last element; "^0" is the end itself, which a slice may name and a position may not.
        private static long FromEnd(Index index, long? whereEnd)
        {
            if (!index.IsFromEnd) return index.Value;
            if (index.Value > 0) return -(long)index.Value;
            return whereEnd ?? throw new ArgumentOutOfRangeException(nameof(index), "'^0' is behind the last element; '^1' is the last.");
        }
    }
}
