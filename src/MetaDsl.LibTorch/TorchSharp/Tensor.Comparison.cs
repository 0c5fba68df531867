using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Scalar target) => WithNumber(&Native.at_eq_scalar, this, Given(target));

        public Tensor eq(Tensor target) => Binary(&Native.at_eq, this, target);

        public Tensor eq_(Scalar target) => WithNumberInPlace(&Native.at_eq_scalar_, this, Given(target));

        public Tensor eq_(Tensor target) => BinaryInPlace(&Native.at_eq_, this, target);

        /// <summary>Element by element, as <see cref="eq(Tensor)"/>; <see cref="Equals(Tensor)"/> answers for the whole tensor.</summary>
        public Tensor equal(Tensor target) => Binary(&Native.at_eq, this, target);

        public Tensor ne(Scalar target) => WithNumber(&Native.at_ne_scalar, this, Given(target));

        public Tensor ne(Tensor target) => Binary(&Native.at_ne, this, target);

        public Tensor ne_(Scalar target) => WithNumberInPlace(&Native.at_ne_scalar_, this, Given(target));

        public Tensor ne_(Tensor target) => BinaryInPlace(&Native.at_ne_, this, target);

        public Tensor not_equal(Tensor target) => Binary(&Native.at_ne, this, target);

        public Tensor not_equal_(Tensor target) => BinaryInPlace(&Native.at_ne_, this, target);

        public Tensor lt(Scalar target) => WithNumber(&Native.at_lt_scalar, this, Given(target));

        public Tensor lt(Tensor target) => Binary(&Native.at_lt, this, target);

        public Tensor lt_(Scalar target) => WithNumberInPlace(&Native.at_lt_scalar_, this, Given(target));

        public Tensor lt_(Tensor target) => BinaryInPlace(&Native.at_lt_, this, target);

        public Tensor less(Tensor target) => Binary(&Native.at_lt, this, target);

        public Tensor le(Scalar target) => WithNumber(&Native.at_le_scalar, this, Given(target));

        public Tensor le(Tensor target) => Binary(&Native.at_le, this, target);

        public Tensor le_(Scalar target) => WithNumberInPlace(&Native.at_le_scalar_, this, Given(target));

        public Tensor le_(Tensor target) => BinaryInPlace(&Native.at_le_, this, target);

        public Tensor less_equal(Tensor target) => Binary(&Native.at_le, this, target);

        public Tensor less_equal_(Tensor target) => BinaryInPlace(&Native.at_le_, this, target);

        public Tensor gt(Scalar target) => WithNumber(&Native.at_gt_scalar, this, Given(target));

        public Tensor gt(Tensor target) => Binary(&Native.at_gt, this, target);

        public Tensor gt_(Scalar target) => WithNumberInPlace(&Native.at_gt_scalar_, this, Given(target));

        public Tensor gt_(Tensor target) => BinaryInPlace(&Native.at_gt_, this, target);

        public Tensor greater(Tensor target) => Binary(&Native.at_gt, this, target);

        public Tensor ge(Scalar target) => WithNumber(&Native.at_ge_scalar, this, Given(target));

        public Tensor ge(Tensor target) => Binary(&Native.at_ge, this, target);

        public Tensor ge_(Scalar target) => WithNumberInPlace(&Native.at_ge_scalar_, this, Given(target));

        public Tensor ge_(Tensor target) => BinaryInPlace(&Native.at_ge_, this, target);

        public Tensor greater_equal(Tensor target) => Binary(&Native.at_ge, this, target);

        public Tensor isclose(Tensor other, double rtol = 1e-5, double atol = 1e-8, bool nanEqual = false)
        {
            using var self = Use(this);
            using var to = Use(other);
            return Made(Native.at_isclose(self, to, rtol, atol, Flag(nanEqual)));
        }

        public bool allclose(Tensor target, double rtol = 1e-5, double atol = 1e-8, bool equal_nan = false)
        {
            using var self = Use(this);
            using var other = Use(target);
            int close;
            Done(Native.at_allclose(self, other, rtol, atol, Flag(equal_nan), &close));
            return close != 0;
        }
    }
}
