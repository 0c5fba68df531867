using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

public class ConversionTests
{
    [Fact]
    public void Each_conversion_has_its_type()
    {
        using var tensor = torch.tensor(new[] { 0f, 1.7f, -2f });
        Check(torch.@bool, tensor.@bool());
        Check(torch.int8, tensor.@char());
        Check(torch.int16, tensor.@short());
        Check(torch.int32, tensor.@int());
        Check(torch.int64, tensor.@long());
        Check(torch.float16, tensor.half());
        Check(torch.bfloat16, tensor.bfloat16());
        Check(torch.float32, tensor.@float());
        Check(torch.float64, tensor.@double());
        Check(torch.float64, torch.DoubleTensor(tensor));
        Check(torch.int32, tensor.to_type(torch.int32));
        Check(torch.int32, tensor.type(torch.int32));
        Check(torch.float16, tensor.type(t => t.half()));
        using var whole = tensor.@int();
        Assert.Equal([0, 1, -2], whole.data<int>().ToArray());
    }

    [Fact]
    public void A_conversion_without_work_shares_the_data_unless_a_copy_is_asked_for()
    {
        using var tensor = torch.zeros(2);
        using var same = tensor.to(torch.float32);
        using var copy = tensor.to(torch.CPU, copy: true);
        Assert.NotSame(tensor, same);
        same.fill_(1);
        Assert.Equal([1f, 1f], tensor.data<float>().ToArray());
        Assert.Equal([0f, 0f], copy.data<float>().ToArray());
    }

    [Fact]
    public void The_source_can_be_disposed_with_the_conversion()
    {
        var tensor = torch.ones(2);
        using var same = tensor.to(torch.float32, disposeAfter: true);
        Assert.True(tensor.IsInvalid);
        Assert.Equal([1f, 1f], same.data<float>().ToArray());
        var kept = torch.ones(2);
        Assert.Throws<ArgumentException>(() => kept.to((torch.ScalarType)50, disposeAfter: true));
        Assert.False(kept.IsInvalid);
        kept.Dispose();
    }

    [Fact]
    public void Another_tensor_says_type_and_device()
    {
        using var tensor = torch.ones(2);
        using var model = torch.zeros(1, torch.int64, torch.META);
        using var number = torch.zeros(1, torch.int64);
        using var there = tensor.to(model);
        using var alike = tensor.type_as(number);
        Assert.True(there.is_meta);
        Assert.Equal(torch.int64, there.dtype);
        Assert.Equal(torch.int64, alike.dtype);
    }

    [Fact]
    public void A_missing_device_is_an_error_that_names_the_way_out()
    {
        using var tensor = torch.ones(2);
        Assert.Contains("use to()", Assert.Throws<ArgumentException>(() => tensor.cuda(torch.CPU)).Message);
        Assert.Contains("'device' is null", Assert.Throws<ArgumentNullException>(() => tensor.to((torch.Device)null!)).Message);
        if (torch.cuda.is_available()) return;
        Func<torch.Tensor>[] attempts =
        [
            () => tensor.cuda(),
            () => tensor.to("cuda:0"),
            () => torch.zeros(2, device: torch.CUDA),
            () => tensor.pin_memory(),
        ];
        Assert.All(attempts, attempt => Assert.Contains("not available", Assert.Throws<TorchException>(attempt).Message));

        Assert.Throws<TorchException>(() => torch.zeros(2, device: new torch.Device(DeviceType.XLA)));
    }

    [Fact]
    public void Copies_are_apart_and_aliases_are_not()
    {
        using var tensor = torch.tensor(new[] { 1f, 2f });
        using var clone = torch.clone(tensor);
        using var alias = tensor.alias();
        tensor.fill_(7);
        Assert.Equal([1f, 2f], clone.data<float>().ToArray());
        Assert.Equal([7f, 7f], alias.data<float>().ToArray());
        Assert.Same(tensor, tensor.zero_());
        Assert.Equal([0f, 0f], alias.data<float>().ToArray());
        Assert.Same(clone, clone.copy_(alias));
        Assert.Equal([0f, 0f], clone.data<float>().ToArray());
    }

    [Fact]
    public void Set_makes_two_tensors_share()
    {
        using var tensor = torch.zeros(2);
        using var other = torch.ones(3);
        tensor.set_(other);
        other.fill_(4);
        Assert.Equal([4f, 4f, 4f], tensor.data<float>().ToArray());
        using var whole = torch.zeros(2, torch.int64);
        Assert.Contains("different types", Assert.Throws<TorchException>(() => tensor.set_(whole)).Message);
    }

    [Fact]
    public void A_contiguous_tensor_is_in_row_major_order()
    {
        using var turned = torch.empty_strided([2, 2], [1, 2], torch.int32);
        turned.copy_(torch.tensor(new[,] { { 1, 2 }, { 3, 4 } }));
        using var ordered = turned.contiguous();
        Assert.True(ordered.is_contiguous());
        Assert.Equal([2, 1], ordered.stride());
        Assert.Equal([1, 2, 3, 4], ordered.data<int>().ToArray());
    }

    [Fact]
    public void A_conversion_to_itself_does_not_count_its_bytes_twice()
    {
        using var tensor = torch.zeros(1 << 18);
        var bytes = TensorMemory.LiveBytes;
        var same = new List<torch.Tensor>();
        for (var i = 0; i < 64; i++) same.Add(tensor.to(torch.float32));
        // 64 references of 1 MB each, were they counted; other tests hold far less.
        Assert.InRange(TensorMemory.LiveBytes - bytes, long.MinValue, 32 << 20);
        same.ForEach(reference => reference.Dispose());
    }

    private static void Check(torch.ScalarType type, torch.Tensor converted)
    {
        using (converted) Assert.Equal(type, converted.dtype);
    }
}
