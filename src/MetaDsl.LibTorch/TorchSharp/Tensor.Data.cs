using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using TorchSharp.Utils;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The raw bytes of a contiguous tensor on the CPU, without a copy. The span does not keep the tensor alive: it is not to be used
        /// once the tensor is disposed, or unreachable. <see cref="data{T}"/> has no such trap.
        /// </summary>
        public Span<byte> bytes
        {
            get
            {
                using var self = Use(this);
                RequireCpu(self);
                if (!is_contiguous()) throw new InvalidOperationException("bytes: the tensor is not contiguous; take .contiguous() first.");
                var length = Native.at_numel(self) * Native.at_element_size(self);
                if (length > int.MaxValue)
                {
                    throw new InvalidOperationException(string.Create(
                        CultureInfo.InvariantCulture,
                        $"bytes: the tensor takes {length} bytes, more than a span holds; take parts of it."));
                }

                void* start;
                Done(Native.at_data_ptr(self, &start));
                return new Span<byte>(start, (int)length);
            }

            set
            {
                using var self = Use(this);
                RequireCpu(self);
                var count = Native.at_numel(self);
                var length = count * Native.at_element_size(self);
                if (value.Length != length)
                {
                    throw new ArgumentException(string.Create(
                        CultureInfo.InvariantCulture, $"bytes: {value.Length} bytes are given, but the tensor takes {length}."));
                }

                fixed (byte* from = value) Done(Native.at_write_elements(self, Native.at_dtype(self), 0, count, from));
            }
        }

        /// <summary>
        /// The elements in row-major order, whatever the strides, to read and write; <typeparamref name="T"/> must be the tensor's own
        /// element type. Once the tensor is disposed, its use is an error.
        /// </summary>
        public TensorAccessor<T> data<T>()
            where T : struct
        {
            RequireElementType<T>();
            using var self = Use(this);
            RequireCpu(self);
            return new TensorAccessor<T>(this);
        }

        /// <summary>The only element; <typeparamref name="T"/> must be the tensor's element type. ToSingle and the like convert.</summary>
        public T item<T>()
            where T : struct
        {
            RequireElementType<T>();
            return Elements.From<T>(ReadItem());
        }

        public Scalar ToScalar() => new(ReadItem(), dtype);

        /// <summary>Nested lists of <see cref="Scalar"/>, or one scalar for a tensor without dimensions.</summary>
        public object tolist()
        {
            using var here = cpu();
            var sizes = here.shape;
            var position = 0L;
            return here.ToList(sizes, 0, ref position);
        }

        /// <summary>
        /// Element number <paramref name="i"/> in row-major order; <typeparamref name="T"/> must be the tensor's own element type.
        /// </summary>
        public T ReadCpuValue<T>(long i)
            where T : struct => Read<T>(i);

        public bool ReadCpuBool(long i) => Read<bool>(i);

        public byte ReadCpuByte(long i) => Read<byte>(i);

        public sbyte ReadCpuSByte(long i) => Read<sbyte>(i);

        public short ReadCpuInt16(long i) => Read<short>(i);

        public int ReadCpuInt32(long i) => Read<int>(i);

        public long ReadCpuInt64(long i) => Read<long>(i);

        public float ReadCpuFloat16(long i) => (float)Read<Half>(i);

        public float ReadCpuBFloat16(long i) => (float)Read<BFloat16>(i);

        public float ReadCpuSingle(long i) => Read<float>(i);

        public double ReadCpuDouble(long i) => Read<double>(i);

        /// <summary>Writes the raw bytes of all elements in row-major order.</summary>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            EachChunk(bufferSize, (self, type, start, count, buffer) =>
            {
                fixed (byte* into = buffer) Done(Native.at_read_elements(self, type, start, count, into), nameof(WriteBytesToStream));
                stream.Write(buffer);
            });
        }

        /// <summary>Overwrites all elements, in row-major order, with raw bytes.</summary>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentNullException.ThrowIfNull(stream);
            EachChunk(bufferSize, (self, type, start, count, buffer) =>
            {
                stream.ReadExactly(buffer);
                fixed (byte* from = buffer) Done(Native.at_write_elements(self, type, start, count, from), nameof(ReadBytesFromStream));
            });
        }

        internal Number ReadItem([CallerMemberName] string operation = "")
        {
            using var self = Use(this);
            Number number;
            Done(Native.at_item(self, &number), operation);
            return number;
        }

        private delegate void Chunk(nint self, int type, long start, long count, Span<byte> buffer);

        private void EachChunk(int bufferSize, Chunk chunk)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(bufferSize, 1);
            using var self = Use(this);
            RequireCpu(self);
            var width = Native.at_element_size(self);
            var most = Math.Max(1, bufferSize / width);
            var buffer = new byte[most * width];
            var total = Native.at_numel(self);
            for (var start = 0L; start < total; start += most)
            {
                var count = Math.Min(most, total - start);
                chunk(self, Native.at_dtype(self), start, count, buffer.AsSpan(0, (int)(count * width)));
            }
        }

        private object ToList(ReadOnlySpan<long> sizes, int dimension, ref long position)
        {
            if (dimension == sizes.Length) return new Scalar(NumberAt(position++), dtype);
            var list = new ArrayList();
            for (var i = 0L; i < sizes[dimension]; i++) list.Add(ToList(sizes, dimension + 1, ref position));
            return list;
        }

        /// <summary>Element number <paramref name="i"/> of a tensor on the CPU, whatever its type.</summary>
        internal Number NumberAt(long i) => dtype switch
        {
            ScalarType.Bool => Read<bool>(i),
            ScalarType.Byte => Read<byte>(i),
            ScalarType.Int8 => Read<sbyte>(i),
            ScalarType.Int16 => Read<short>(i),
            ScalarType.Int32 => Read<int>(i),
            ScalarType.Int64 => Read<long>(i),
            ScalarType.Float16 => (double)Read<Half>(i),
            ScalarType.BFloat16 => (double)Read<BFloat16>(i),
            ScalarType.Float32 => (double)Read<float>(i),
            _ => Read<double>(i),
        };

        private T Read<T>(long i, [CallerMemberName] string operation = "")
            where T : struct
        {
            RequireElementType<T>(operation);
            using var self = Use(this);
            T value = default;
            Done(Native.at_read_elements(self, (int)Elements.TypeOf<T>(), i, 1, Unsafe.AsPointer(ref value)), operation);
            return value;
        }

        private void RequireElementType<T>([CallerMemberName] string operation = "")
        {
            var held = dtype;
            if (Elements.TypeOf<T>() == held) return;
            throw new ArgumentException(
                $"{operation}: the tensor holds '{Elements.NameOf(held)}' elements, not '{typeof(T).Name}';"
                + $" ask for them as '{Elements.NameOf(held)}',"
                + $" or convert the tensor with .to(torch.ScalarType.{Elements.TypeOf<T>()}) first.");
        }

        private static void RequireCpu(nint self, [CallerMemberName] string operation = "")
        {
            var type = (DeviceType)Native.at_device_type(self);
            if (type == DeviceType.CPU) return;
            throw new InvalidOperationException(type == DeviceType.META
                ? $"{operation}: a tensor on the device 'meta' has a shape but no elements."
                : $"{operation}: the tensor is on the device '{new Device(type, Native.at_device_index(self))}'; take .cpu() first.");
        }
    }
}
