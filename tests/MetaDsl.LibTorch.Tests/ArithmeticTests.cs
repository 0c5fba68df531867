using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

public class ArithmeticTests
{
    [Fact]
    public void Alpha_scales_the_second_operand()
    {
        using var x = Doubles(1, 2);
        using var y = Doubles(10, 20);
        Holds(x.add(y, 0.5), 6, 12);
        Holds(x.add(3, 2), 7, 8);
        Holds(add(x, y, -1), -9, -18);
        Assert.Same(x, x.add_(y, 0.1));
        Holds(x + 0, 2, 4);
        x.add_(1, 3);
        Holds(x + 0, 5, 7);
    }

    [Fact]
    public void Division_rounds_as_asked()
    {
        using var x = Doubles(7, -7);
        using var y = Doubles(2, 2);
        Holds(x.div(y), 3.5, -3.5);
        Holds(x.div(y, RoundingMode.trunc), 3, -3);
        Holds(x.div(y, RoundingMode.floor), 3, -4);
        Holds(x.div(2, RoundingMode.trunc), 3, -3);
        Holds(divide(x, 2, RoundingMode.floor), 3, -4);
        Holds(x.floor_divide(y), 3, -4);
        Holds(x.floor_divide(2), 3, -4);
        Holds(x.true_divide(2), 3.5, -3.5);
        Assert.Same(x, x.div_(y, RoundingMode.floor));
        Holds(x + 0, 3, -4);
        x.div_(2, RoundingMode.trunc);
        Holds(x + 0, 1, -2);
    }

    [Fact]
    public void A_rounding_mode_that_does_not_exist_is_an_error()
    {
        using var x = Doubles(1);
        var error = Assert.Throws<TorchException>(() => x.div(x, (RoundingMode)7));
        Assert.StartsWith("div: rounding_mode 7 is none of", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_remainder_has_the_sign_of_the_divisor_and_fmod_that_of_the_dividend()
    {
        using var x = Doubles(7, -7);
        using var y = Doubles(3, 3);
        Holds(x.remainder(y), 1, 2);
        Holds(x % y, 1, 2);
        Holds(x % 3, 1, 2);
        Holds(x.fmod(y), 1, -1);
        Holds(x.fmod(3), 1, -1);
    }

    [Fact]
    public void Operators_compute_what_their_names_say()
    {
        using var x = Doubles(8, 2);
        using var y = Doubles(4, 4);
        Scalar three = 3;
        Holds(x + y, 12, 6);
        Holds(x - y, 4, -2);
        Holds(x * y, 32, 8);
        Holds(x / y, 2, 0.5);
        Holds(-x, -8, -2);
        Holds(x + three, 11, 5);
        Holds(x - three, 5, -1);
        Holds(x * three, 24, 6);
        Holds(x / three, 8.0 / 3, 2.0 / 3);
        Holds(x % three, 2, 2);
        Holds(three + x, 11, 5);
        Holds(three - x, -5, 1);
        Holds(three * x, 24, 6);
        Holds(three / x, 0.375, 1.5);
        Holds(1 + x, 9, 3);
        Holds(1L - x, -7, -1);
        Holds(0.5f * x, 4, 1);
        Holds(16.0 / x, 2, 8);
    }

    [Fact]
    public void An_integer_tensor_under_a_number_is_a_true_division()
    {
        using var x = Longs(2, 4);
        using var y = 1 / x;
        Assert.Equal(ScalarType.Float32, y.dtype);
        Assert.Equal([0.5, 0.25], Read(y));
    }

    [Fact]
    public void Bits_combine()
    {
        using var x = Longs(0b1100, -1);
        using var y = Longs(0b1010, 5);
        Holds(x & y, 0b1000, 5);
        Holds(x | y, 0b1110, -1);
        Holds(x ^ y, 0b0110, -6);
        Holds(~x, -13, 0);
        Holds(x.bitwise_left_shift(y), 0b1100 << 10, -32);
        using var truths = Bools(true, false);
        Holds(~truths, 0, 1);
    }

    [Fact]
    public void Fused_forms_weigh_their_operands()
    {
        using var x = Doubles(1, 2);
        using var y = Doubles(3, 4);
        using var z = Doubles(2, 8);
        Holds(x.addcmul(y, z, 0.5), 4, 18);
        Holds(x.addcdiv(y, z), 2.5, 2.5);
        Holds(x.addcdiv(y, z, 2), 4, 3);
        using var half = Doubles(0.5, 0.5);
        Holds(x.lerp(y, half), 2, 3);
    }

    [Fact]
    public void Two_operand_functions_compute_what_their_names_say()
    {
        using var x = Doubles(3, -2);
        using var y = Doubles(4, 5);
        Holds(x.pow(2), 9, 4);
        Holds(x.pow(y), 81, -32);
        Holds(x.float_power(y), 81, -32);
        Holds(x.maximum(y), 4, 5);
        Holds(x.max(y), 4, 5);
        Holds(x.minimum(y), 3, -2);
        Holds(x.min(y), 3, -2);
        Holds(x.fmax(y), 4, 5);
        Holds(x.fmin(y), 3, -2);
        Holds(x.hypot(y), 5, Math.Sqrt(29));
        Holds(x.atan2(y), Math.Atan2(3, 4), Math.Atan2(-2, 5));
        Holds(x.arctan(y), Math.Atan2(3, 4), Math.Atan2(-2, 5));
        Holds(x.copysign(y), 3, 2);
        Holds(x.logaddexp(y), Math.Log(Math.Exp(3) + Math.Exp(4)), Math.Log(Math.Exp(-2) + Math.Exp(5)));
        Holds(x.logaddexp2(y), Math.Log2(8 + 16), Math.Log2(0.25 + 32));
        Holds(x.ldexp(y), 48, -64);
        Holds(x.xlogy(y), 3 * Math.Log(4), -2 * Math.Log(5));
        Holds(y.xlogy(2), 4 * Math.Log(2), 5 * Math.Log(2));
        Holds(x.heaviside(y), 1, 0);
        Holds(x.nextafter(y), Math.BitIncrement(3.0), Math.BitIncrement(-2.0));
        Holds(x.dist(y), Math.Sqrt(50));
        Holds(x.dist(y, 1), 8);
        using var a = Longs(12, 18);
        using var b = Longs(8, 12);
        Holds(a.gcd(b), 4, 6);
        Holds(a.lcm(b), 24, 36);
    }

    [Fact]
    public void Clamping_takes_either_bound_or_both()
    {
        using var x = Doubles(-2, 0.5, 3);
        using var low = Doubles(-1, 1, 0);
        Holds(x.clamp(-1, 1), -1, 0.5, 1);
        Holds(x.clamp(min: (Scalar)0), 0, 0.5, 3);
        Holds(x.clamp(max: (Scalar)0), -2, 0, 0);
        Holds(x.clip(0, 1), 0, 0.5, 1);
        Holds(x.clamp(min: low), -1, 1, 3);
        Holds(x.clamp_max(1), -2, 0.5, 1);
        Holds(x.clamp_min(1), 1, 1, 3);
        Assert.Same(x, x.clamp_(-1, 1));
        Holds(x + 0, -1, 0.5, 1);
        var error = Assert.Throws<TorchException>(() => x.clamp((Scalar?)null));
        Assert.Contains("At least one", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mask_says_what_is_filled()
    {
        using var x = Doubles(1, 2, 3);
        using var mask = Bools(true, false, true);
        Holds(x.masked_fill(mask, -1), -1, 2, -1);
        Assert.Same(x, x.masked_fill_(mask, 0));
        Holds(x + 0, 0, 2, 0);
    }
}
