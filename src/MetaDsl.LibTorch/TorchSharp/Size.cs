using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The shape of a tensor. Two sizes with the same numbers are equal; in TorchSharp they are not.</summary>
    public struct Size : IEnumerable<long>, IEnumerable
    {
        public static Size Empty = new(Array.Empty<long>());

        private readonly long[]? shape;

        public Size(long[] shape) => this.shape = [.. Sizes(shape)];

        public Size(int[] shape) => this.shape = Array.ConvertAll(shape, size => (long)size);

        public Size(IEnumerable<long> shape) => this.shape = shape.ToArray();

        public Size(long size) => shape = [size];

        public Size((long, long) size) => shape = [size.Item1, size.Item2];

        public Size((long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3];

        public Size((long, long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        public Size((long, long, long, long, long) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        public Size((long, long, long, long, long, long) size) =>
            shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        public Size(int size) => shape = [size];

        public Size((int, int) size) => shape = [size.Item1, size.Item2];

        public Size((int, int, int) size) => shape = [size.Item1, size.Item2, size.Item3];

        public Size((int, int, int, int) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4];

        public Size((int, int, int, int, int) size) => shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        public Size((int, int, int, int, int, int) size) =>
            shape = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>A copy of the numbers.</summary>
        public long[] Shape => [.. Numbers];

        public int Length => Numbers.Length;

        /// <summary>True without dimensions, which is the size of a single number.</summary>
        public bool IsEmpty => Numbers.Length == 0;

        public bool IsScalar => IsEmpty;

        internal readonly long[] Numbers => shape ?? [];

        public long this[int idx] => Numbers[idx];

        public long this[long idx] => Numbers[idx];

        public static implicit operator Size(long size) => new(size);

        public static implicit operator Size((long, long) size) => new(size);

        public static implicit operator Size((long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        public static implicit operator Size(long[] size) => new(size);

        public static Size operator +(Size left, Size right) => new((long[])[.. left.Numbers, .. right.Numbers]);

        public static Size operator +(Size left, IEnumerable<long> right) => new((long[])[.. left.Numbers, .. right]);

        public static bool operator ==(Size left, Size right) => left.Numbers.AsSpan().SequenceEqual(right.Numbers);

        public static bool operator !=(Size left, Size right) => !(left == right);

        /// <summary>
        /// The dimensions from <paramref name="first"/> up to, not including, <paramref name="next"/>; negative ones count from the end.
        /// </summary>
        public Size Slice(int first, int next)
        {
            var start = first < 0 ? first + Length : first;
            var end = next < 0 ? next + Length : next;
            return end <= start ? Empty : new Size(Numbers.Skip(start).Take(end - start));
        }

        public IEnumerable<long> Take(int i) => Numbers.Take(i);

        public long numel() => Numbers.TotalSize();

        public IEnumerator<long> GetEnumerator() => Numbers.AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override bool Equals(object? obj) => obj is Size other && this == other;

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var size in Numbers) hash.Add(size);
            return hash.ToHashCode();
        }
    }
}
