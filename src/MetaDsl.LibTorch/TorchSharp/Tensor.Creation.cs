using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            using var self = Use(this);
            return Made(Native.at_empty_like(self, Likeness(dtype, device, requires_grad)));
        }

        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            using var self = Use(this);
            return Made(Native.at_zeros_like(self, Likeness(dtype, device, requires_grad)));
        }

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            using var self = Use(this);
            return Made(Native.at_ones_like(self, Likeness(dtype, device, requires_grad)));
        }

        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            using var self = Use(this);
            return Made(Native.at_full_like(self, Scalar.NumberOf(value), Likeness(dtype, device, requires_grad)));
        }

        /// <summary>Gives this tensor a new size, with elements that are not defined.</summary>
        public Tensor empty(params long[] sizes)
        {
            using var self = Use(this);
            fixed (long* pointer = Sizes(sizes)) Done(Native.at_empty_out(self, pointer, sizes.Length));
            return this;
        }

        /// <summary>Gives this tensor a new size, and fills it with zeros.</summary>
        public Tensor zeros(params long[] sizes)
        {
            using var self = Use(this);
            fixed (long* pointer = Sizes(sizes)) Done(Native.at_zeros_out(self, pointer, sizes.Length));
            return this;
        }

        /// <summary>Gives this tensor a new size, and fills it with ones.</summary>
        public Tensor ones(params long[] sizes)
        {
            using var self = Use(this);
            fixed (long* pointer = Sizes(sizes)) Done(Native.at_ones_out(self, pointer, sizes.Length));
            return this;
        }

        /// <summary>Gives this tensor a new size, and fills it with a value.</summary>
        public Tensor full(ReadOnlySpan<long> sizes, Scalar value)
        {
            using var self = Use(this);
            fixed (long* pointer = sizes) Done(Native.at_full_out(self, pointer, sizes.Length, Scalar.NumberOf(value)));
            return this;
        }

        public Tensor full(long[] sizes, Scalar value) => full(Sizes(sizes), value);

        /// <summary>Makes this tensor an identity matrix.</summary>
        public Tensor eye(long rows, long columns)
        {
            using var self = Use(this);
            Done(Native.at_eye_out(self, rows, columns));
            return this;
        }

        /// <summary>Makes this tensor the range of numbers.</summary>
        public Tensor arange_out(Scalar start, Scalar stop, Scalar step)
        {
            using var self = Use(this);
            Done(Native.at_arange_out(self, Scalar.NumberOf(start), Scalar.NumberOf(stop), Scalar.NumberOf(step)));
            return this;
        }
    }
}
