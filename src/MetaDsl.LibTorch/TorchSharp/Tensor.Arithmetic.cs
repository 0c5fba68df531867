using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Scalar scalar) => WithNumber(&Native.at_add_scalar, this, Given(scalar));

        public Tensor add(Scalar scalar, Scalar alpha)
        {
            using var self = Use(this);
            return Made(Native.at_add_scalar_alpha(self, Given(scalar), Given(alpha)));
        }

        public Tensor add(Tensor target) => Binary(&Native.at_add, this, target);

        public Tensor add(Tensor target, Scalar alpha)
        {
            using var self = Use(this);
            using var other = Use(target);
            return Made(Native.at_add_alpha(self, other, Given(alpha)));
        }

        public Tensor add_(Scalar scalar) => WithNumberInPlace(&Native.at_add_scalar_, this, Given(scalar));

        public Tensor add_(Scalar scalar, Scalar alpha)
        {
            using var self = Use(this);
            Done(Native.at_add_scalar_alpha_(self, Given(scalar), Given(alpha)));
            return this;
        }

        public Tensor add_(Tensor target) => BinaryInPlace(&Native.at_add_, this, target);

        public Tensor add_(Tensor target, Scalar alpha)
        {
            using var self = Use(this);
            using var other = Use(target);
            Done(Native.at_add_alpha_(self, other, Given(alpha)));
            return this;
        }

        public Tensor sub(Scalar target) => WithNumber(&Native.at_sub_scalar, this, Given(target));

        public Tensor sub(Tensor target) => Binary(&Native.at_sub, this, target);

        public Tensor sub_(Scalar target) => WithNumberInPlace(&Native.at_sub_scalar_, this, Given(target));

        public Tensor sub_(Tensor target) => BinaryInPlace(&Native.at_sub_, this, target);

        public Tensor subtract(Scalar target) => WithNumber(&Native.at_sub_scalar, this, Given(target));

        public Tensor subtract(Tensor target) => Binary(&Native.at_sub, this, target);

        public Tensor subtract_(Scalar target) => WithNumberInPlace(&Native.at_sub_scalar_, this, Given(target));

        public Tensor subtract_(Tensor target) => BinaryInPlace(&Native.at_sub_, this, target);

        public Tensor mul(Scalar target) => WithNumber(&Native.at_mul_scalar, this, Given(target));

        public Tensor mul(Tensor target) => Binary(&Native.at_mul, this, target);

        public Tensor mul_(Scalar target) => WithNumberInPlace(&Native.at_mul_scalar_, this, Given(target));

        public Tensor mul_(Tensor target) => BinaryInPlace(&Native.at_mul_, this, target);

        public Tensor multiply(Scalar target) => WithNumber(&Native.at_mul_scalar, this, Given(target));

        public Tensor multiply(Tensor target) => Binary(&Native.at_mul, this, target);

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? WithNumber(&Native.at_div_scalar, this, Given(target)) : Rounded(target, rounding_mode);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Binary(&Native.at_div, this, target) : Rounded(target, rounding_mode);

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? WithNumberInPlace(&Native.at_div_scalar_, this, Given(target))
                : Rounded_(target, rounding_mode);

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? BinaryInPlace(&Native.at_div_, this, target) : Rounded_(target, rounding_mode);

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? WithNumber(&Native.at_div_scalar, this, Given(target)) : Rounded(target, rounding_mode);

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? Binary(&Native.at_div, this, target) : Rounded(target, rounding_mode);

        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None
                ? WithNumberInPlace(&Native.at_div_scalar_, this, Given(target))
                : Rounded_(target, rounding_mode);

        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? BinaryInPlace(&Native.at_div_, this, target) : Rounded_(target, rounding_mode);

        public Tensor true_divide(Scalar other) => WithNumber(&Native.at_div_scalar, this, Given(other));

        public Tensor true_divide(Tensor other) => Binary(&Native.at_div, this, other);

        public Tensor true_divide_(Scalar other) => WithNumberInPlace(&Native.at_div_scalar_, this, Given(other));

        public Tensor true_divide_(Tensor other) => BinaryInPlace(&Native.at_div_, this, other);

        public Tensor floor_divide(Scalar other) => WithNumber(&Native.at_floor_divide_scalar, this, Given(other));

        public Tensor floor_divide(Tensor other) => Binary(&Native.at_floor_divide, this, other);

        public Tensor floor_divide_(Scalar other) => WithNumberInPlace(&Native.at_floor_divide_scalar_, this, Given(other));

        public Tensor floor_divide_(Tensor other) => BinaryInPlace(&Native.at_floor_divide_, this, other);

        public Tensor fmod(Scalar scalar) => WithNumber(&Native.at_fmod_scalar, this, Given(scalar));

        public Tensor fmod(Tensor target) => Binary(&Native.at_fmod, this, target);

        public Tensor fmod_(Scalar scalar) => WithNumberInPlace(&Native.at_fmod_scalar_, this, Given(scalar));

        public Tensor fmod_(Tensor target) => BinaryInPlace(&Native.at_fmod_, this, target);

        public Tensor remainder(Scalar scalar) => WithNumber(&Native.at_remainder_scalar, this, Given(scalar));

        public Tensor remainder(Tensor target) => Binary(&Native.at_remainder, this, target);

        public Tensor remainder_(Scalar scalar) => WithNumberInPlace(&Native.at_remainder_scalar_, this, Given(scalar));

        public Tensor remainder_(Tensor target) => BinaryInPlace(&Native.at_remainder_, this, target);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            using var self = Use(this);
            using var a = Use(tensor1);
            using var b = Use(tensor2);
            return Made(Native.at_addcmul(self, a, b, Given(value)));
        }

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            using var self = Use(this);
            using var a = Use(tensor1);
            using var b = Use(tensor2);
            Done(Native.at_addcmul_(self, a, b, Given(value)));
            return this;
        }

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2)
        {
            using var self = Use(this);
            using var a = Use(tensor1);
            using var b = Use(tensor2);
            return Made(Native.at_addcdiv(self, a, b, 1));
        }

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            using var self = Use(this);
            using var a = Use(tensor1);
            using var b = Use(tensor2);
            return Made(Native.at_addcdiv(self, a, b, Given(value)));
        }

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2)
        {
            using var self = Use(this);
            using var a = Use(tensor1);
            using var b = Use(tensor2);
            Done(Native.at_addcdiv_(self, a, b, 1));
            return this;
        }

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            using var self = Use(this);
            using var a = Use(tensor1);
            using var b = Use(tensor2);
            Done(Native.at_addcdiv_(self, a, b, Given(value)));
            return this;
        }

        public Tensor lerp(Tensor end, Tensor weight)
        {
            using var self = Use(this);
            using var to = Use(end);
            using var by = Use(weight);
            return Made(Native.at_lerp(self, to, by));
        }

        public Tensor lerp_(Tensor end, Tensor weight)
        {
            using var self = Use(this);
            using var to = Use(end);
            using var by = Use(weight);
            Done(Native.at_lerp_(self, to, by));
            return this;
        }

        private Tensor Rounded(Tensor target, RoundingMode mode, [CallerMemberName] string operation = "")
        {
            using var self = Use(this);
            using var other = Use(target);
            return Made(Native.at_div_rounded(self, other, (int)mode), operation);
        }

        private Tensor Rounded_(Tensor target, RoundingMode mode, [CallerMemberName] string operation = "")
        {
            using var self = Use(this);
            using var other = Use(target);
            Done(Native.at_div_rounded_(self, other, (int)mode), operation);
            return this;
        }

        private Tensor Rounded(Scalar target, RoundingMode mode, [CallerMemberName] string operation = "")
        {
            using var self = Use(this);
            return Made(Native.at_div_rounded_scalar(self, Given(target), (int)mode), operation);
        }

        private Tensor Rounded_(Scalar target, RoundingMode mode, [CallerMemberName] string operation = "")
        {
            using var self = Use(this);
            Done(Native.at_div_rounded_scalar_(self, Given(target), (int)mode), operation);
            return this;
        }
    }
}
