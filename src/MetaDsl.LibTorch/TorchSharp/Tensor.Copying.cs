using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor clone(Tensor input) => Given(input).clone();

    public partial class Tensor
    {
        public Tensor clone() => Unary(&Native.at_clone, this);

        /// <summary>A second tensor over the same data.</summary>
        public Tensor alias() => Unary(&Native.at_alias, this);

        /// <summary>The elements in row-major order: a second reference to the same data if they lie so already, else a copy.</summary>
        public Tensor contiguous() => Unary(&Native.at_contiguous, this);

        /// <summary>A copy in memory that a CUDA device reads directly; it needs one.</summary>
        public Tensor pin_memory()
        {
            CUDA.RequirePresent();
            return Unary(&Native.at_pin_memory, this);
        }

        /// <summary>Overwrites the elements with those of another tensor, which is broadcast and converted as needed.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            using var self = Use(this);
            using var other = Use(source);
            Done(Native.at_copy_(self, other, Flag(nonBlocking)));
            return this;
        }

        /// <summary>Makes this tensor refer to the data and take the shape of another of the same element type.</summary>
        public Tensor set_(Tensor source) => BinaryInPlace(&Native.at_set_, this, source);

        public Tensor fill_(Scalar value) => WithNumberInPlace(&Native.at_fill_, this, Scalar.NumberOf(value));

        public Tensor zero_() => UnaryInPlace(&Native.at_zero_, this);
    }
}
