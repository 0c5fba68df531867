using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    // Operators compare element by element, so `tensor == null` is an error; ask `tensor is null`.
    public partial class Tensor
    {
        public static Tensor operator ==(Tensor left, Tensor right) => Binary(&Native.at_eq, Given(left), right, operation: "operator ==");

        public static Tensor operator ==(Tensor left, Scalar right) =>
            WithNumber(&Native.at_eq_scalar, Given(left), Given(right), "operator ==");

        public static Tensor operator ==(Scalar left, Tensor right) =>
            WithNumber(&Native.at_eq_scalar, Given(right), Given(left), "operator ==");

        public static Tensor operator !=(Tensor left, Tensor right) => Binary(&Native.at_ne, Given(left), right, operation: "operator !=");

        public static Tensor operator !=(Tensor left, Scalar right) =>
            WithNumber(&Native.at_ne_scalar, Given(left), Given(right), "operator !=");

        public static Tensor operator !=(Scalar left, Tensor right) =>
            WithNumber(&Native.at_ne_scalar, Given(right), Given(left), "operator !=");

        public static Tensor operator <(Tensor left, Tensor right) => Binary(&Native.at_lt, Given(left), right, operation: "operator <");

        public static Tensor operator <(Tensor left, Scalar right) =>
            WithNumber(&Native.at_lt_scalar, Given(left), Given(right), "operator <");

        public static Tensor operator <(Scalar left, Tensor right) =>
            WithNumber(&Native.at_gt_scalar, Given(right), Given(left), "operator <");

        public static Tensor operator <=(Tensor left, Tensor right) => Binary(&Native.at_le, Given(left), right, operation: "operator <=");

        public static Tensor operator <=(Tensor left, Scalar right) =>
            WithNumber(&Native.at_le_scalar, Given(left), Given(right), "operator <=");

        public static Tensor operator <=(Scalar left, Tensor right) =>
            WithNumber(&Native.at_ge_scalar, Given(right), Given(left), "operator <=");

        public static Tensor operator >(Tensor left, Tensor right) => Binary(&Native.at_gt, Given(left), right, operation: "operator >");

        public static Tensor operator >(Tensor left, Scalar right) =>
            WithNumber(&Native.at_gt_scalar, Given(left), Given(right), "operator >");

        public static Tensor operator >(Scalar left, Tensor right) =>
            WithNumber(&Native.at_lt_scalar, Given(right), Given(left), "operator >");

        public static Tensor operator >=(Tensor left, Tensor right) => Binary(&Native.at_ge, Given(left), right, operation: "operator >=");

        public static Tensor operator >=(Tensor left, Scalar right) =>
            WithNumber(&Native.at_ge_scalar, Given(left), Given(right), "operator >=");

        public static Tensor operator >=(Scalar left, Tensor right) =>
            WithNumber(&Native.at_le_scalar, Given(right), Given(left), "operator >=");

        public static Tensor operator ~(Tensor left) => Unary(&Native.at_bitwise_not, Given(left), "operator ~");

        public static Tensor operator &(Tensor left, Tensor right) =>
            Binary(&Native.at_bitwise_and, Given(left), right, operation: "operator &");

        public static Tensor operator |(Tensor left, Tensor right) =>
            Binary(&Native.at_bitwise_or, Given(left), right, operation: "operator |");

        public static Tensor operator ^(Tensor left, Tensor right) =>
            Binary(&Native.at_bitwise_xor, Given(left), right, operation: "operator ^");

        /// <summary>
        /// Whether this is the same tensor, or one of the same dtype, device and shape with equal elements; a NaN equals nothing.
        /// The answer is one truth value: element by element compares <see cref="eq(Tensor)"/>.
        /// </summary>
        public bool Equals(Tensor target)
        {
            if (ReferenceEquals(this, target)) return true;
            if (target is null) return false;
            using var self = Use(this);
            using var other = Use(target);
            int same;
            Done(Native.at_equal(self, other, &same));
            return same != 0;
        }

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>By identity, since elements may change: two tensors with equal elements have different codes.</summary>
        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
    }
}
