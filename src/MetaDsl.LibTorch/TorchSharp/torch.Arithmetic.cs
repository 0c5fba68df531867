using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor add(Tensor left, Scalar right) => Given(left).add(right);

    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => Given(left).add(right, alpha);

    public static Tensor add(Tensor left, Tensor right) => Given(left).add(right);

    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => Given(left).add(right, alpha);

    public static Tensor add_(Tensor left, Scalar right) => Given(left).add_(right);

    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => Given(left).add_(right, alpha);

    public static Tensor add_(Tensor left, Tensor right) => Given(left).add_(right);

    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => Given(left).add_(right, alpha);

    public static Tensor sub(Tensor left, Scalar right) => Given(left).sub(right);

    public static Tensor sub(Tensor left, Tensor right) => Given(left).sub(right);

    public static Tensor sub_(Tensor left, Scalar right) => Given(left).sub_(right);

    public static Tensor sub_(Tensor left, Tensor right) => Given(left).sub_(right);

    public static Tensor subtract(Tensor left, Scalar right) => Given(left).subtract(right);

    public static Tensor subtract(Tensor left, Tensor right) => Given(left).subtract(right);

    public static Tensor subtract_(Tensor left, Scalar right) => Given(left).subtract_(right);

    public static Tensor subtract_(Tensor left, Tensor right) => Given(left).subtract_(right);

    public static Tensor mul(Tensor left, Scalar right) => Given(left).mul(right);

    public static Tensor mul(Tensor left, Tensor right) => Given(left).mul(right);

    public static Tensor mul_(Tensor left, Scalar right) => Given(left).mul_(right);

    public static Tensor mul_(Tensor left, Tensor right) => Given(left).mul_(right);

    public static Tensor multiply(Tensor left, Scalar right) => Given(left).multiply(right);

    public static Tensor multiply(Tensor left, Tensor right) => Given(left).multiply(right);

    public static Tensor multiply_(Tensor left, Scalar right) => Given(left).mul_(right);

    public static Tensor multiply_(Tensor left, Tensor right) => Given(left).mul_(right);

    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        Given(left).div(right, rounding_mode);

    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        Given(left).div(right, rounding_mode);

    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        Given(left).div_(right, rounding_mode);

    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        Given(left).div_(right, rounding_mode);

    public static Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        Given(left).divide(right, rounding_mode);

    public static Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        Given(left).divide(right, rounding_mode);

    public static Tensor divide_(Tensor left, Scalar right) => Given(left).divide_(right);

    public static Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        Given(left).divide_(right, rounding_mode);

    public static Tensor true_divide(Tensor dividend, Tensor divisor) => Given(dividend).true_divide(divisor);

    public static Tensor true_divide_(Tensor dividend, Tensor divisor) => Given(dividend).true_divide_(divisor);

    public static Tensor floor_divide(Tensor input, Tensor other) => Given(input).floor_divide(other);

    public static Tensor floor_divide_(Tensor input, Tensor other) => Given(input).floor_divide_(other);

    public static Tensor fmod(Tensor left, Scalar right) => Given(left).fmod(right);

    public static Tensor fmod(Tensor left, Tensor right) => Given(left).fmod(right);

    public static Tensor fmod_(Tensor left, Scalar right) => Given(left).fmod_(right);

    public static Tensor fmod_(Tensor left, Tensor right) => Given(left).fmod_(right);

    public static Tensor remainder(Tensor left, Scalar right) => Given(left).remainder(right);

    public static Tensor remainder(Tensor left, Tensor right) => Given(left).remainder(right);

    public static Tensor remainder_(Tensor left, Scalar right) => Given(left).remainder_(right);

    public static Tensor remainder_(Tensor left, Tensor right) => Given(left).remainder_(right);

    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Given(input).addcmul(tensor1, tensor2, value);

    public static Tensor addcmul_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Given(input).addcmul_(tensor1, tensor2, value);

    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Given(input).addcdiv(tensor1, tensor2, value);

    public static Tensor addcdiv_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Given(input).addcdiv_(tensor1, tensor2, value);

    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => Given(input).lerp(end, weight);
}
