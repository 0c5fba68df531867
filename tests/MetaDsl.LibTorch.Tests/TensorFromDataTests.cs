using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

public class TensorFromDataTests
{
    [Fact]
    public void Each_C_sharp_type_makes_its_own_element_type()
    {
        Is(torch.@bool, true, torch.tensor(true), torch.tensor([true]));
        Is(torch.uint8, (byte)200, torch.tensor((byte)200), torch.tensor(new byte[] { 200 }));
        Is(torch.int8, (sbyte)-3, torch.tensor((sbyte)-3), torch.tensor(new sbyte[] { -3 }));
        Is(torch.int16, (short)-300, torch.tensor((short)-300), torch.tensor(new short[] { -300 }));
        Is(torch.int32, 70000, torch.tensor(70000), torch.tensor(new[] { 70000 }));
        Is(torch.int64, long.MinValue, torch.tensor(long.MinValue), torch.tensor(new[] { long.MinValue }));
        Is(torch.float16, (Half)0.5, torch.tensor(new[] { (Half)0.5 }, []), torch.tensor(new[] { (Half)0.5 }));
        Is(torch.bfloat16, (BFloat16)0.5f, torch.tensor((BFloat16)0.5f), torch.tensor(new[] { (BFloat16)0.5f }));
        Is(torch.float32, 0.1f, torch.tensor(0.1f), torch.tensor(new[] { 0.1f }));
        Is(torch.float64, 0.1, torch.tensor(0.1), torch.tensor(new[] { 0.1 }));
    }

    [Fact]
    public void An_array_keeps_its_shape()
    {
        using var two = torch.tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        using var three = torch.tensor(new float[2, 1, 3]);
        using var four = torch.tensor(new long[1, 2, 3, 4], torch.float32);
        Assert.Equal([2, 3], two.shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], two.data<int>().ToArray());
        Assert.Equal([2, 1, 3], three.shape);
        Assert.Equal([1, 2, 3, 4], four.shape);
        Assert.Equal(torch.float32, four.dtype);
    }

    [Fact]
    public void Lists_and_memory_take_a_shape()
    {
        using var list = torch.tensor(new List<float> { 1, 2, 3, 4, 5, 6 }, 2, 3);
        using var other = torch.tensor((IList<double>)new LinkedNumbers([1, 2]));
        using var memory = torch.tensor(new long[] { 9, 1, 2 }.AsMemory(1), [2, 1]);
        using var dims = torch.tensor(new[] { 1, 2, 3, 4 }, 1, 2, 2, 1);
        using var span = torch.tensor(new short[] { 1, 2 }, [1, 2]);
        Assert.Equal([2, 3], list.shape);
        Assert.Equal([1.0, 2.0], other.data<double>().ToArray());
        Assert.Equal([1L, 2L], memory.data<long>().ToArray());
        Assert.Equal([1, 2, 2, 1], dims.shape);
        Assert.Equal([1, 2], span.shape);
    }

    [Fact]
    public void A_tensor_is_a_copy()
    {
        var data = new[] { 1f, 2f };
        using var tensor = torch.tensor(data);
        using var array = torch.from_array(data);
        using var buffer = torch.frombuffer(data, torch.float32);
        data[0] = 9;
        Assert.Equal(1f, tensor.data<float>()[0]);
        Assert.Equal(1f, array.data<float>()[0]);
        Assert.Equal(1f, buffer.data<float>()[0]);
    }

    [Fact]
    public void Elements_are_converted_and_may_require_gradients()
    {
        using var tensor = torch.tensor(new[] { 1, 2 }, torch.float64, requires_grad: true);
        Assert.Equal([1.0, 2.0], tensor.data<double>().ToArray());
        Assert.True(tensor.requires_grad);
        Assert.True(tensor.is_leaf);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(-1, -3)]
    [InlineData(1, 4)]
    [InlineData(long.MaxValue, 4)]
    public void A_shape_that_does_not_hold_the_elements_is_an_error(long rows, long columns)
    {
        var error = Assert.Throws<ArgumentException>(() => torch.tensor(new List<int> { 1, 2, 3 }, rows, columns));
        Assert.Contains("does not hold 3 elements", error.Message);
    }

    [Fact]
    public void Empty_data_makes_an_empty_tensor()
    {
        using var none = torch.tensor(Array.Empty<float>());
        using var shaped = torch.tensor(new List<float>(), [5, 0]);
        Assert.Equal([0], none.shape);
        Assert.Equal([5, 0], shaped.shape);
        Assert.Empty(none.data<float>().ToArray());
    }

    [Fact]
    public void What_is_no_data_is_an_error()
    {
        Assert.Contains("data is null", Assert.Throws<ArgumentNullException>(() => torch.tensor((float[])null!)).Message);
        Assert.Contains("data is null", Assert.Throws<ArgumentNullException>(() => torch.tensor((float[,])null!)).Message);
        Assert.Contains("data is null", Assert.Throws<ArgumentNullException>(() => torch.from_array(null!)).Message);
        Assert.Contains("'String'", Assert.Throws<NotSupportedException>(() => torch.from_array(new[] { "a" })).Message);
        Assert.Contains("'UInt32'", Assert.Throws<NotSupportedException>(() => torch.from_array(new uint[] { 1 })).Message);
        Assert.Contains("'Char'", Assert.Throws<NotSupportedException>(() => 'a'.ToTensor()).Message);
    }

    [Fact]
    public void Arrays_of_any_rank_become_tensors()
    {
        using var tensor = torch.from_array(new double[1, 2, 1, 1, 2], torch.float32);
        using var as5 = torch.as_tensor((Array)new bool[2, 2]);
        using var from = new long[] { 1, 2 }.ToTensor([2, 1]);
        using var scalar = 2.5f.ToTensor(requires_grad: true);
        Assert.Equal([1, 2, 1, 1, 2], tensor.shape);
        Assert.Equal(torch.@bool, as5.dtype);
        Assert.Equal([2, 1], from.shape);
        Assert.True(scalar.requires_grad);
    }

    [Fact]
    public void A_tensor_as_a_tensor_shares_its_data_where_it_can()
    {
        using var tensor = torch.zeros(2);
        using (var same = torch.as_tensor(tensor)) same.fill_(3);
        using var other = torch.as_tensor(tensor, torch.int64);
        other.fill_(5);
        Assert.Equal([3f, 3f], tensor.data<float>().ToArray());
    }

    [Fact]
    public void A_buffer_is_cut_by_offset_and_count()
    {
        var data = new[] { 1, 2, 3, 4 };
        using var middle = torch.frombuffer(data, torch.int32, 2, 1);
        using var rest = torch.frombuffer(data, torch.float64, offset: 3);
        Assert.Equal([2, 3], middle.data<int>().ToArray());
        Assert.Equal([4.0], rest.data<double>().ToArray());
        var tooMany = Assert.Throws<ArgumentOutOfRangeException>(() => torch.frombuffer(data, torch.int32, 4, 1));
        var outside = Assert.Throws<ArgumentOutOfRangeException>(() => torch.frombuffer(data, torch.int32, 1, 5));
        Assert.Contains("more than the array", tooMany.Message);
        Assert.Contains("outside the array", outside.Message);
    }

    [Fact]
    public void Numbers_and_arrays_become_tensors_by_themselves()
    {
        torch.Tensor number = 3;
        torch.Tensor array = new[] { 1.5, 2 };
        torch.Tensor scalar = (Scalar)(short)4;
        Assert.Equal(torch.int32, number.dtype);
        Assert.Equal([2], array.shape);
        Assert.Equal(torch.int16, scalar.dtype);
        Assert.Equal(3, (int)number);
        Assert.Equal(4.0, (double)scalar);
        Assert.True((bool)number);
        number.Dispose();
        array.Dispose();
        scalar.Dispose();
    }

    private static void Is<T>(torch.ScalarType type, T value, torch.Tensor scalar, torch.Tensor list)
        where T : struct
    {
        using (scalar)
        using (list)
        {
            Assert.Equal(type, scalar.dtype);
            Assert.Equal(type, list.dtype);
            Assert.Equal(0, scalar.dim());
            Assert.Equal([1], list.shape);
            Assert.Equal(value, scalar.item<T>());
            Assert.Equal(value, list.item<T>());
            Assert.Equal([value], list.data<T>().ToArray());
        }
    }

    private sealed class LinkedNumbers(IList<double> numbers) : System.Collections.ObjectModel.Collection<double>(numbers);
}
