using System.Globalization;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

/// <summary>Tensors of one element as numbers, numbers as tensors, and tensors as text.</summary>
public static class TensorExtensionMethods
{
    public static bool ToBoolean(this torch.Tensor value) => Given(value).ReadItem().ToBoolean();

    public static byte ToByte(this torch.Tensor value) => Given(value).ReadItem().ToByte();

    public static sbyte ToSByte(this torch.Tensor value) => Given(value).ReadItem().ToSByte();

    public static short ToInt16(this torch.Tensor value) => Given(value).ReadItem().ToInt16();

    public static int ToInt32(this torch.Tensor value) => Given(value).ReadItem().ToInt32();

    public static long ToInt64(this torch.Tensor value) => Given(value).ReadItem().ToInt64();

    public static Half ToHalf(this torch.Tensor value) => (Half)Given(value).ReadItem().AsDouble;

    public static BFloat16 ToBFloat16(this torch.Tensor value) => (BFloat16)Given(value).ReadItem().AsDouble;

    public static float ToSingle(this torch.Tensor value) => (float)Given(value).ReadItem().AsDouble;

    public static double ToDouble(this torch.Tensor value) => Given(value).ReadItem().AsDouble;

    public static torch.Tensor ToTensor<T>(this T scalar, torch.Device? device = null, bool requires_grad = false)
        where T : struct => torch.FromScalar(scalar, null, device, requires_grad);

    /// <summary>A tensor of the array's elements. It always copies, whatever <paramref name="doCopy"/> says.</summary>
    public static torch.Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false) =>
        torch.FromArray(rawArray, torch.Sizes(dimensions), null, null, requires_grad);

    public static ReadOnlySpan<int> IntShape(this torch.Tensor tensor) =>
        Array.ConvertAll(Given(tensor).shape, size => checked((int)size));

    /// <summary>The number of elements of a tensor of this shape.</summary>
    public static long TotalSize(this IEnumerable<long> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.Aggregate(1L, (product, size) => checked(product * size));
    }

    /// <summary>The bytes that one element takes.</summary>
    public static int ElementSize(this torch.ScalarType type) => Elements.SizeOf(type);

    public static string str(
        this torch.Tensor tensor,
        string? fltFormat = null,
        int? width = null,
        string? newLine = null,
        CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default) => Given(tensor).ToString(style, fltFormat, width, cultureInfo, newLine);

    public static string metastr(this torch.Tensor tensor) => Given(tensor).ToString(TensorStringStyle.Metadata);

    public static string jlstr(
        this torch.Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        Given(tensor).ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    public static string npstr(
        this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        Given(tensor).ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    public static string cstr(
        this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        Given(tensor).ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    public static torch.Tensor print(
        this torch.Tensor t,
        string? fltFormat = "g5",
        int? width = 100,
        string? newLine = null,
        CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(Given(t).ToString(style, fltFormat, width, cultureInfo, newLine));
        return t;
    }
}
