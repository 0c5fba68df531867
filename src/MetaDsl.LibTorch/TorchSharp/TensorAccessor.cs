using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp.Utils;

/// <summary>
/// The elements of a tensor on the CPU in row-major order. It refers to the tensor and looks for the elements at each use, so it is an
/// error, and never a crash, to use it once the tensor is disposed. Copying at once is much faster than element by element.
/// </summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>, IEnumerable
    where T : struct
{
    private const int ChunkLength = 1024;
    private const int MostDimensions = 32;
    private static readonly int Type = (int)Elements.TypeOf<T>();

    private torch.Tensor? tensor;

    internal TensorAccessor(torch.Tensor tensor) => this.tensor = tensor;

    public long Count => Tensor.numel();

    public bool IsReadOnly => false;

    private torch.Tensor Tensor =>
        tensor ?? throw new ObjectDisposedException("TensorAccessor", "The accessor has been disposed; take data<T>() again.");

    /// <summary>An element by one index for each dimension, or by its number in row-major order. No index counts from the end.</summary>
    public T this[params long[] indices]
    {
        get
        {
            using var self = Use(Tensor);
            T value = default;
            fixed (long* pointer = torch.Sizes(indices))
            {
                Done(Native.at_read_at(self, Type, pointer, indices.Length, Unsafe.AsPointer(ref value)), "data");
            }

            return value;
        }

        set
        {
            using var self = Use(Tensor);
            fixed (long* pointer = torch.Sizes(indices))
            {
                Done(Native.at_write_at(self, Type, pointer, indices.Length, Unsafe.AsPointer(ref value)), "data");
            }
        }
    }

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => Equals(left, right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !Equals(left, right);

    public T[] ToArray()
    {
        var result = new T[Count];
        CopyTo(result.AsSpan());
        return result;
    }

    /// <summary>An array with the tensor's dimensions; of one element for a tensor without.</summary>
    public Array ToNDArray()
    {
        var shape = Tensor.shape;
        if (shape.Length > MostDimensions)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"ToNDArray: the tensor has {shape.Length} dimensions, an array at most {MostDimensions}; use ToArray()."));
        }

        var result = Array.CreateInstance(typeof(T), shape.Length == 0 ? [1] : shape);
        ref var first = ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(result));
        CopyTo(MemoryMarshal.CreateSpan(ref first, checked((int)result.LongLength)));
        return result;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ArgumentNullException.ThrowIfNull(array);
        CopyTo(array.AsSpan(), arrayIndex, tensorIndex);
    }

    /// <summary>Copies from element <paramref name="tensorIndex"/> on, until the tensor or the room ends.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        using var self = Use(Tensor);
        var room = array[Within(arrayIndex, array.Length)..];
        fixed (byte* into = &Start(room))
        {
            Done(Native.at_read_elements(self, Type, tensorIndex, CountFrom(self, tensorIndex, room.Length), into));
        }
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ArgumentNullException.ThrowIfNull(array);
        CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);
    }

    /// <summary>Overwrites from element <paramref name="tensorIndex"/> on, until the tensor or the array ends.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        using var self = Use(Tensor);
        var given = array[Within(arrayIndex, array.Length)..];
        fixed (byte* from = &Start(given))
        {
            Done(Native.at_write_elements(self, Type, tensorIndex, CountFrom(self, tensorIndex, given.Length), from));
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        var count = Count;
        var chunk = new T[Math.Min(count, ChunkLength)];
        for (var start = 0L; start < count; start += chunk.Length)
        {
            var length = (int)Math.Min(chunk.Length, count - start);
            CopyTo(chunk.AsSpan(0, length), 0, start);
            for (var i = 0; i < length; i++) yield return chunk[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Ends the accessor, not the tensor.</summary>
    public void Dispose() => tensor = null;

    /// <summary>Whether both hold the same elements in the same order.</summary>
#nullable disable // TorchSharp's own is not annotated.
    public override bool Equals(object obj) =>
#nullable restore
        obj is TensorAccessor<T> other && (ReferenceEquals(this, other) || this.SequenceEqual(other));

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var element in this) hash.Add(element);
        return hash.ToHashCode();
    }

    private static long CountFrom(nint self, long start, long room) => Math.Max(0, Math.Min(room, Native.at_numel(self) - start));

    // Not MemoryMarshal.AsBytes: more than 2 GB of bytes are no span.
    private static ref byte Start(ReadOnlySpan<T> span) => ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(span));

    private static int Within(int arrayIndex, int length)
    {
        if (arrayIndex >= 0 && arrayIndex <= length) return arrayIndex;
        throw new ArgumentOutOfRangeException(nameof(arrayIndex), string.Create(
            CultureInfo.InvariantCulture, $"The index {arrayIndex} is outside the array of {length} elements."));
    }
}
