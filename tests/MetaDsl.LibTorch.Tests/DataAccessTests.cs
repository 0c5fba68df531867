using System.Collections;
using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

public class DataAccessTests
{
    [Fact]
    public void An_accessor_reads_in_row_major_order_whatever_the_strides()
    {
        using var tensor = Turned();
        var data = tensor.data<int>();
        Assert.Equal([1, 2, 3, 4, 5, 6], data.ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6], data.ToList());
        Assert.Equal(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }, data.ToNDArray());
        Assert.Equal(6, data[1, 2]);
        Assert.Equal(4, data[3]);
        Assert.Equal(6, data.Count);
    }

    [Fact]
    public void Arrays_have_fewer_dimensions_than_tensors()
    {
        using var tensor = torch.zeros(Enumerable.Repeat(1L, 40).ToArray());
        Assert.Contains("ToArray()", Assert.Throws<InvalidOperationException>(() => tensor.data<float>().ToNDArray()).Message);
        Assert.Equal([0f], tensor.data<float>().ToArray());
    }

    [Fact]
    public void An_accessor_writes_to_the_tensor()
    {
        using var tensor = Turned();
        var data = tensor.data<int>();
        data[0, 1] = 20;
        data[5] = 60;
        data.CopyFrom([9, 40, 50], 1, 3);
        Assert.Equal([1, 20, 3, 40, 50, 60], data.ToArray());
    }

    [Fact]
    public void A_copy_ends_with_the_tensor_or_the_room()
    {
        using var tensor = torch.arange(5);
        var room = new long[4];
        tensor.data<long>().CopyTo(room, 1, 3);
        Assert.Equal([0L, 3L, 4L, 0L], room);
        tensor.data<long>().CopyTo(room.AsSpan(), 0, 1);
        Assert.Equal([1L, 2L, 3L, 4L], room);
        Assert.Throws<ArgumentOutOfRangeException>(() => tensor.data<long>().CopyTo(room, 5));
        Assert.Throws<TorchException>(() => tensor.data<long>().CopyTo(room, 0, 6));
        Assert.Throws<TorchException>(() => tensor.data<long>().CopyTo(room, 0, -1));
    }

    [Fact]
    public void Many_elements_are_enumerated_in_order()
    {
        using var tensor = torch.arange(5000);
        Assert.Equal(Enumerable.Range(0, 5000).Select(i => (long)i), tensor.data<long>());
    }

    [Fact]
    public void Equal_elements_make_equal_accessors()
    {
        using var one = torch.arange(3);
        using var other = torch.arange(3);
        using var longer = torch.arange(4);
        Assert.True(one.data<long>() == other.data<long>());
        Assert.True(one.data<long>() != longer.data<long>());
        Assert.Equal(one.data<long>().GetHashCode(), other.data<long>().GetHashCode());
    }

    [Theory]
    [InlineData(6)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void An_index_outside_is_an_error(long index)
    {
        using var tensor = Turned();
        Assert.Contains("out of range", Assert.Throws<TorchException>(() => tensor.data<int>()[index]).Message);
        Assert.Contains("out of range", Assert.Throws<TorchException>(() => tensor.data<int>()[0, index]).Message);
        Assert.Contains("out of range", Assert.Throws<TorchException>(() => tensor.ReadCpuInt32(index)).Message);
        Assert.Contains("one for each dimension", Assert.Throws<TorchException>(() => tensor.data<int>()[0, 0, 0]).Message);
    }

    [Fact]
    public void An_accessor_of_a_disposed_tensor_is_an_error()
    {
        var tensor = torch.zeros(3);
        var data = tensor.data<float>();
        var sequence = data.GetEnumerator();
        tensor.Dispose();
        Assert.Contains("disposed", Assert.Throws<ObjectDisposedException>(() => data[0]).Message);
        Assert.Throws<ObjectDisposedException>(() => data[0] = 1);
        Assert.Throws<ObjectDisposedException>(() => data.ToArray());
        Assert.Throws<ObjectDisposedException>(() => sequence.MoveNext());
        Assert.Throws<ObjectDisposedException>(() => tensor.item<float>());
        Assert.Throws<ObjectDisposedException>(() => tensor.shape);
        Assert.Equal("(disposed)", tensor.ToString());
    }

    [Fact]
    public void A_disposed_accessor_leaves_the_tensor_alone()
    {
        using var tensor = torch.ones(1);
        var data = tensor.data<float>();
        data.Dispose();
        Assert.Contains("data<T>()", Assert.Throws<ObjectDisposedException>(() => data[0]).Message);
        Assert.Equal(1f, tensor.item<float>());
    }

    [Fact]
    public void An_accessor_follows_a_tensor_that_changes_its_size()
    {
        using var tensor = torch.zeros(100);
        var data = tensor.data<float>();
        tensor.ones(2);
        Assert.Equal([1f, 1f], data.ToArray());
        Assert.Throws<TorchException>(() => data[50]);
    }

    [Fact]
    public void The_wrong_type_is_an_error_that_names_the_right_one()
    {
        using var tensor = torch.zeros(1, torch.int64);
        Assert.Contains("'long' elements, not 'Single'", Assert.Throws<ArgumentException>(() => tensor.data<float>()).Message);
        Assert.Contains("ask for them as 'long'", Assert.Throws<ArgumentException>(() => tensor.item<int>()).Message);
        Assert.StartsWith("ReadCpuDouble:", Assert.Throws<ArgumentException>(() => tensor.ReadCpuDouble(0)).Message);
        Assert.Contains("not an element type", Assert.Throws<NotSupportedException>(() => tensor.item<DateTime>()).Message);
    }

    [Fact]
    public void Elements_that_are_not_here_cannot_be_read()
    {
        using var tensor = torch.zeros(2, device: torch.META);
        Assert.Contains("no elements", Assert.Throws<InvalidOperationException>(() => tensor.data<float>()).Message);
        Assert.Contains("no elements", Assert.Throws<InvalidOperationException>(() => { _ = tensor.bytes; }).Message);
        Assert.Throws<TorchException>(() => tensor.ReadCpuSingle(0));
        Assert.Throws<TorchException>(() => tensor.ToSingle());
        Assert.Equal("[2], type = Float32, device = meta", tensor.str());
    }

    [Fact]
    public void One_element_becomes_any_number_that_holds_it()
    {
        using var tensor = torch.tensor(-2.9);
        Assert.Equal(-2.9, tensor.ToDouble());
        Assert.Equal(-2.9f, tensor.ToSingle());
        Assert.Equal(-2, tensor.ToInt32());
        Assert.Equal(-2L, (long)tensor);
        Assert.Equal((sbyte)-2, tensor.ToSByte());
        Assert.True(tensor.ToBoolean());
        Assert.Equal((Half)(-2.9), tensor.ToHalf());
        Assert.Equal((BFloat16)(-2.9), tensor.ToBFloat16());
        Assert.Equal(torch.float64, tensor.ToScalar().Type);
        Assert.Equal(-2.9, tensor.ToScalar().ToDouble());
        Assert.Contains("-2.9 does not fit 'byte'", Assert.Throws<OverflowException>(() => tensor.ToByte()).Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(9.3e18)]
    public void A_number_that_fits_no_long_is_an_error(double value)
    {
        using var tensor = torch.tensor(value);
        Assert.Throws<OverflowException>(() => tensor.ToInt64());
        Assert.Throws<OverflowException>(() => ((Scalar)value).ToInt32());
    }

    [Fact]
    public void Large_integers_stay_exact()
    {
        using var tensor = torch.tensor(long.MaxValue - 1);
        Assert.Equal(long.MaxValue - 1, tensor.ToInt64());
        Assert.Equal(long.MaxValue - 1, tensor.item<long>());
        Assert.Throws<OverflowException>(() => tensor.ToInt32());
    }

    [Fact]
    public void Several_elements_are_no_number()
    {
        using var tensor = torch.zeros(2);
        Assert.StartsWith("ToSingle: ", Assert.Throws<TorchException>(() => tensor.ToSingle()).Message);
        Assert.Throws<TorchException>(() => tensor.item<float>());
        Assert.Throws<TorchException>(() => tensor.is_nonzero());
        Assert.Contains("'value' is null", Assert.Throws<ArgumentNullException>(() => ((torch.Tensor)null!).ToSingle()).Message);
    }

    [Fact]
    public void A_view_of_one_element_is_read_where_it_lies()
    {
        using var tensor = torch.arange(6).to(torch.float32, disposeAfter: true);
        using var turned = torch.empty_strided([1], [5]);
        turned.fill_(3);
        Assert.Equal(3f, turned.ToSingle());
        Assert.Equal(4f, tensor.ReadCpuSingle(4));
        Assert.Equal(4f, tensor.ReadCpuValue<float>(4));
    }

    [Fact]
    public void Bytes_are_the_memory_itself()
    {
        using var tensor = torch.tensor(new short[] { 1, 256 });
        Assert.Equal(new byte[] { 1, 0, 0, 1 }, tensor.bytes.ToArray());
        tensor.bytes[2] = 1;
        Assert.Equal(257, tensor.ReadCpuInt16(1));
        tensor.bytes = new byte[] { 5, 0, 6, 0 };
        Assert.Equal(new short[] { 5, 6 }, tensor.data<short>().ToArray());
        Assert.Contains("3 bytes are given", Assert.Throws<ArgumentException>(() => tensor.bytes = new byte[3]).Message);
        using var turned = Turned();
        Assert.Contains("contiguous()", Assert.Throws<InvalidOperationException>(() => turned.bytes.Length).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(1024)]
    public void Bytes_go_through_a_stream_and_back(int bufferSize)
    {
        using var tensor = Turned();
        using var stream = new MemoryStream();
        tensor.WriteBytesToStream(stream, bufferSize);
        Assert.Equal(24, stream.Length);
        stream.Position = 0;
        using var other = torch.zeros([3, 2], torch.int32);
        other.ReadBytesFromStream(stream, bufferSize);
        Assert.Equal([1, 2, 3, 4, 5, 6], other.data<int>().ToArray());
        Assert.Throws<EndOfStreamException>(() => other.ReadBytesFromStream(stream, bufferSize));
    }

    [Fact]
    public void A_list_is_nested_like_the_tensor()
    {
        using var tensor = Turned();
        var rows = Assert.IsAssignableFrom<IList>(tensor.tolist());
        Assert.Equal(2, rows.Count);
        Assert.Equal([4, 5, 6], ((IList)rows[1]!).Cast<Scalar>().Select(scalar => scalar.ToInt32()));
        using var number = torch.tensor(true);
        Assert.True(((Scalar)number.tolist()).ToBoolean());
    }

    [Fact]
    public void A_tensor_knows_its_shape()
    {
        using var tensor = Turned();
        Assert.Equal([2, 3], tensor.size());
        Assert.Equal(3, tensor.size(-1));
        Assert.Equal([1, 2], tensor.stride());
        Assert.Equal(2, tensor.stride(1));
        Assert.Equal(2, tensor.ndim);
        Assert.Equal(6, torch.numel(tensor));
        Assert.Equal(4, tensor.element_size());
        Assert.Equal(0, tensor.storage_offset());
        Assert.Equal([2, 3], tensor.IntShape().ToArray());
        Assert.Equal(6, tensor.shape.TotalSize());
        Assert.Contains("Dimension out of range", Assert.Throws<TorchException>(() => tensor.size(2)).Message);
    }

    [Fact]
    public async Task Reading_while_another_thread_disposes_never_crashes()
    {
        for (var round = 0; round < 200; round++)
        {
            var tensor = torch.zeros(64);
            var data = tensor.data<float>();
            var reading = Task.Run(() =>
            {
                try
                {
                    for (var i = 0; i < 50; i++) _ = data.ToArray();
                }
                catch (ObjectDisposedException)
                {
                    return;
                }
            });
            tensor.Dispose();
            await reading;
        }
    }

    /// <summary>1 to 6 in two rows, laid out by columns.</summary>
    private static torch.Tensor Turned()
    {
        using var rows = torch.tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        return torch.empty_strided([2, 3], [1, 2], torch.int32).copy_(rows);
    }
}
