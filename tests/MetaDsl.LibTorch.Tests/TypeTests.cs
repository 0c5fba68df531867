using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

public class TypeTests
{
    [Fact]
    public void The_names_stand_for_their_types()
    {
        Assert.Equal(torch.ScalarType.Float32, torch.@float);
        Assert.Equal(torch.ScalarType.Float64, torch.@double);
        Assert.Equal(torch.ScalarType.Int64, torch.@long);
        Assert.Equal(torch.ScalarType.Float16, torch.half);
        Assert.Equal(torch.ScalarType.Byte, torch.uint8);
        Assert.Equal(torch.ScalarType.Int16, torch.@short);
    }

    [Theory]
    [InlineData(torch.ScalarType.Int64, torch.ScalarType.Float32, torch.ScalarType.Float32)]
    [InlineData(torch.ScalarType.Int64, torch.ScalarType.Int32, torch.ScalarType.Int64)]
    [InlineData(torch.ScalarType.Byte, torch.ScalarType.Int8, torch.ScalarType.Int16)]
    [InlineData(torch.ScalarType.Bool, torch.ScalarType.Bool, torch.ScalarType.Bool)]
    [InlineData(torch.ScalarType.Float16, torch.ScalarType.BFloat16, torch.ScalarType.Float32)]
    public void Types_are_promoted_to_the_smallest_that_holds_both(torch.ScalarType one, torch.ScalarType other, torch.ScalarType result)
    {
        Assert.Equal(result, torch.promote_types(one, other));
        Assert.Equal(result, torch.promote_types(other, one));
    }

    [Fact]
    public void A_tensor_without_dimensions_counts_less()
    {
        using var single = torch.zeros(2);
        using var whole = torch.zeros(2, torch.int32);
        using var number = torch.tensor(1.5);
        using var large = torch.tensor(5L);
        Assert.Equal(torch.float32, torch.result_type(single, number));
        Assert.Equal(torch.float64, torch.result_type(whole, number));
        Assert.Equal(torch.int32, torch.result_type(whole, large));
    }

    [Fact]
    public void A_result_may_not_lose_its_kind()
    {
        Assert.True(torch.can_cast(torch.float64, torch.float16));
        Assert.False(torch.can_cast(torch.float32, torch.int64));
        Assert.False(torch.can_cast(torch.int64, torch.@bool));
        Assert.Throws<ArgumentException>(() => torch.can_cast((torch.ScalarType)80, torch.int32));
        Assert.Throws<ArgumentException>(() => torch.promote_types((torch.ScalarType)80, torch.int32));
    }

    [Fact]
    public void Kinds_of_types_are_told_apart()
    {
        using var tensor = torch.zeros(1, torch.bfloat16);
        Assert.True(torch.is_floating_point(tensor));
        Assert.False(tensor.is_integral());
        Assert.True(torch.is_integral(torch.@bool));
        Assert.True(torch.is_integral(torch.int8));
        Assert.False(torch.is_integral(torch.float64));
        Assert.False(tensor.is_complex());
        Assert.True(torch.is_tensor(tensor));
        Assert.False(torch.is_tensor("text"));
        Assert.Equal(2, torch.bfloat16.ElementSize());
        Assert.Equal(127, torch.max_int_value(torch.int8));
        Assert.Throws<ArgumentException>(() => torch.max_int_value(torch.float32));
    }

    [Theory]
    [InlineData(torch.ScalarType.Float16)]
    [InlineData(torch.ScalarType.BFloat16)]
    [InlineData(torch.ScalarType.Float32)]
    [InlineData(torch.ScalarType.Float64)]
    public void The_limits_of_a_type_are_those_of_its_numbers(torch.ScalarType type)
    {
        var limits = torch.finfo(type);
        Assert.Equal(8 * type.ElementSize(), limits.bits);
        Assert.Equal(1 + limits.eps, Through(type, 1 + limits.eps));
        Assert.Equal(1, Through(type, 1 + limits.eps / 2));
        Assert.Equal(limits.max, Through(type, limits.max));
        Assert.Equal(limits.min, -limits.max);
        Assert.Equal(limits.tiny, Through(type, limits.tiny));
        Assert.Equal(limits.tiny, limits.smallest_normal);
    }

    [Fact]
    public void Whole_types_have_no_finfo() =>
        Assert.Contains("not a floating-point type", Assert.Throws<ArgumentException>(() => torch.finfo(torch.int32)).Message);

    [Theory]
    [InlineData(1f, 1f)]
    [InlineData(1.00390625f, 1f)]
    [InlineData(1.01171875f, 1.015625f)]
    [InlineData(-3.1415927f, -3.140625f)]
    [InlineData(float.MaxValue, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity)]
    [InlineData(1e-45f, 0f)]
    public void BFloat16_rounds_to_the_nearest_and_then_to_even(float value, float rounded)
    {
        Assert.Equal(rounded, new BFloat16(value).ToSingle());
        Assert.Equal(rounded, (float)Through(torch.bfloat16, value));
    }

    [Fact]
    public void BFloat16_calculates_and_compares()
    {
        var two = (BFloat16)2f;
        Assert.Equal((BFloat16)2.5f, two + (BFloat16)0.5f);
        Assert.Equal((BFloat16)1f, two / two);
        Assert.True(two > BFloat16.One && -two < BFloat16.Zero);
        Assert.True(BFloat16.IsNaN(new BFloat16(float.NaN)));
        Assert.False(BFloat16.NaN == new BFloat16(float.NaN));
        Assert.True(BFloat16.NaN.Equals(BFloat16.NaN));
        Assert.Equal(3.3895313892515355e+38, (double)BFloat16.MaxValue);
        Assert.Equal(0.0078125f, (float)BFloat16.Epsilon);
        Assert.Equal("2", two.ToString(null, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Throws<ArgumentException>(() => two.CompareTo("2"));
    }

    [Fact]
    public void Scalars_convert_to_numbers_and_back()
    {
        Assert.Equal(3, 3.7.ToScalar().ToInt32());
        Assert.Equal(torch.bfloat16, 0.1f.ToBFloat16Scalar().Type);
        Assert.Equal(1, true.ToScalar().ToByte());
        Assert.True(((Scalar)0.5).ToBoolean());
        Assert.Equal((Half)0.5, ((Scalar)0.5f).ToHalf());
        Assert.Contains("300 does not fit 'byte'", Assert.Throws<OverflowException>(() => 300.ToScalar().ToByte()).Message);
        Assert.Contains("'value' is null", Assert.Throws<ArgumentNullException>(() => ((Scalar)null!).ToDouble()).Message);
    }

    [Fact]
    public void Sizes_of_the_same_numbers_are_equal()
    {
        torch.Size size = (2, 3, 4);
        Assert.True(size == new torch.Size([2, 3, 4L]));
        Assert.Equal(size.GetHashCode(), new torch.Size((2, 3, 4)).GetHashCode());
        Assert.Equal(24, size.numel());
        Assert.Equal([3, 4], size.Slice(1, 3).Shape);
        Assert.Equal([2, 3], size[..^1]);
        Assert.Equal([2, 3, 4, 5], size + new torch.Size(5));
        Assert.Equal(4, size[2]);
        Assert.True(default(torch.Size).IsScalar);
        Assert.Equal(1, torch.Size.Empty.numel());
        Assert.Throws<ArgumentNullException>(() => new torch.Size((long[])null!));
    }

    [Fact]
    public void Devices_are_initialised_or_refused()
    {
        Assert.Equal(DeviceType.CPU, torch.InitializeDevice(torch.CPU).type);
        Assert.True(torch.TryInitializeDeviceType(DeviceType.CPU));
        Assert.Equal(torch.cuda.is_available(), torch.TryInitializeDeviceType(DeviceType.CUDA));
        Assert.False(torch.TryInitializeDeviceType(DeviceType.FPGA));
        Assert.Equal(torch.cuda.is_available(), torch.cuda.device_count() > 0);
        Assert.Equal(torch.cuda_is_available(), torch.cuda.is_available());
        Assert.False(torch.cuda.is_cudnn_available() && !torch.cuda.is_available());
        torch.cuda.manual_seed(1);
        torch.cuda.manual_seed_all(1);
        Assert.Contains("not a CUDA device", Assert.Throws<ArgumentException>(() => torch.cuda.synchronize(torch.CPU)).Message);
        if (!torch.cuda.is_available()) Assert.Throws<TorchException>(() => torch.cuda.synchronize());
        Assert.Matches(@"^\d+\.\d+\.\d+", torch.__version__);
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:1:2")]
    [InlineData("cuda:99999999999")]
    [InlineData("toaster")]
    public void What_is_no_device_is_an_error(string description) =>
        Assert.Contains("is not a device", Assert.Throws<ArgumentException>(() => torch.device(description)).Message);

    [Theory]
    [InlineData(-2)]
    [InlineData(128)]
    public void The_number_of_a_device_has_limits(int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.device(DeviceType.CUDA, index));

    [Fact]
    public void Devices_are_written_as_they_are_read()
    {
        Assert.Equal("cuda:1", torch.device("cuda:1").ToString());
        Assert.Equal("cpu", new torch.Device("cpu", 0).ToString());
        Assert.Equal("cuda", torch.CUDA.ToString());
        Assert.Throws<ArgumentNullException>(() => torch.device((string)null!));
    }

    [Fact]
    public void Switches_keep_what_they_are_set_to()
    {
        var before = torch.backends.cuda.matmul.allow_tf32;
        torch.backends.cuda.matmul.allow_tf32 = !before;
        Assert.Equal(!before, torch.backends.cuda.matmul.allow_tf32);
        torch.backends.cuda.matmul.allow_tf32 = before;
        torch.backends.cudnn.allow_tf32 = torch.backends.cudnn.allow_tf32;
        torch.backends.cuda.enable_math_sdp(torch.backends.cuda.math_sdp_enabled());
        torch.backends.cuda.enable_flash_sdp(torch.backends.cuda.flash_sdp_enabled());
    }

    private static double Through(torch.ScalarType type, double value)
    {
        using var tensor = torch.tensor(value, type);
        return tensor.ToDouble();
    }
}
