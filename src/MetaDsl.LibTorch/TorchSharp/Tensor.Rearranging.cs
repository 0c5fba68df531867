using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Arguments;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor repeat(params long[] sizes) => WithNumbers(&Native.at_repeat, this, Numbers(sizes));

        public Tensor tile(long[] reps) => WithNumbers(&Native.at_tile, this, Numbers(reps));

        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null)
        {
            using var self = Use(this);
            long along = dim ?? 0, size = output_size ?? 0;
            return Made(Native.at_repeat_interleave(self, repeats, dim is null ? null : &along, output_size is null ? null : &size));
        }

        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null)
        {
            using var self = Use(this);
            using var each = Use(repeats);
            long along = dim ?? 0, size = output_size ?? 0;
            return Made(Native.at_repeat_interleave_each(self, each, dim is null ? null : &along, output_size is null ? null : &size));
        }

        public Tensor flip(params long[] dims) => WithNumbers(&Native.at_flip, this, Numbers(dims));

        public Tensor fliplr() => Unary(&Native.at_fliplr, this);

        public Tensor flipud() => Unary(&Native.at_flipud, this);

        /// <summary>
        /// Moves elements along the dimensions, those that leave at one end coming in at the other;
        /// without dimensions, along the flat order.
        /// </summary>
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default)
        {
            using var self = Use(this);
            fixed (long* by = shifts, along = dims) return Made(Native.at_roll(self, by, shifts.Length, along, dims.Length));
        }

        public Tensor roll(long[] shifts) => roll(Numbers(shifts));

        public Tensor roll(long[] shifts, long[] dims) => roll(Numbers(shifts), Numbers(dims));

        public Tensor roll(long shifts, long? dims = null)
        {
            if (dims is not { } dim) return roll(new ReadOnlySpan<long>(in shifts));
            return roll(new ReadOnlySpan<long>(in shifts), new ReadOnlySpan<long>(in dim));
        }

        public Tensor roll((long, long) shifts, (long, long) dims)
        {
            ReadOnlySpan<long> by = [shifts.Item1, shifts.Item2], along = [dims.Item1, dims.Item2];
            return roll(by, along);
        }

        public Tensor roll((long, long, long) shifts, (long, long, long) dims)
        {
            ReadOnlySpan<long> by = [shifts.Item1, shifts.Item2, shifts.Item3], along = [dims.Item1, dims.Item2, dims.Item3];
            return roll(by, along);
        }

        /// <summary>Turns the plane of two dimensions (the first two unless said) by <paramref name="k"/> quarter turns.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var (from, to) = dims ?? (0, 1);
            return WithThree(&Native.at_rot90, this, k, from, to);
        }

        public Tensor channel_shuffle(long groups) => WithOne(&Native.at_channel_shuffle, this, groups);

        /// <summary>The powers of each element, one column each: as many columns as rows when <paramref name="N"/> is -1.</summary>
        public Tensor vander(long N = -1, bool increasing = false)
        {
            using var self = Use(this);
            return Made(Native.at_vander(self, N == -1 ? null : &N, Flag(increasing)));
        }
    }
}
