using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A tensor of the array's shape. TorchSharp shares the array's memory; this copies, so later changes do not show.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => FromArray(rawArray, null, device ?? CPU, false, null);

    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        FromArray(rawArray, dtype, device ?? CPU, requires_grad, names);

    /// <summary>A tensor of the array's shape, as <see cref="tensor(float[], ScalarType?, Device?, bool, string[])"/>: a copy.</summary>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) =>
        FromArray(data, dtype, device, false, null);

    /// <summary>A tensor that shares the data of the given one where dtype and device allow it; each is disposed on its own.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null)
    {
        using var self = Use(data);
        return Made(Native.at_to(self, Likeness(dtype, device, false), 0, 0));
    }

    /// <summary>
    /// A one-dimensional tensor of <paramref name="count"/> elements from element <paramref name="offset"/> of the array on. The elements
    /// are converted to <paramref name="dtype"/>, as in TorchSharp, and not reinterpreted. TorchSharp shares the array's memory, which
    /// keeps it pinned as long as the tensor lives; this copies, so later changes do not show.
    /// </summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        var held = RequireElements(rawArray);
        var length = rawArray.LongLength;
        if (offset < 0 || offset > length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), string.Create(
                CultureInfo.InvariantCulture, $"The offset {offset} is outside the array of {length} elements."));
        }

        if (count < 0) count = length - offset;
        if (count > length - offset)
        {
            throw new ArgumentOutOfRangeException(nameof(count), string.Create(
                CultureInfo.InvariantCulture,
                $"{count} elements from {offset} on are more than the array's {length}; leave 'count' out for the rest."));
        }

        fixed (byte* data = &MemoryMarshal.GetArrayDataReference(rawArray))
        {
            return FromMemory(data + offset * Elements.SizeOf(held), held, [count], dtype, CPU, requires_grad);
        }
    }

    internal static Tensor FromScalar<T>(
        T scalar, ScalarType? dtype, Device? device, bool requires_grad, [CallerMemberName] string operation = "")
        where T : struct =>
        FromMemory(Unsafe.AsPointer(ref scalar), Elements.TypeOf<T>(), [], dtype, device, requires_grad, operation);

    internal static Tensor FromSpan<T>(
        ReadOnlySpan<T> data,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names,
        [CallerMemberName] string operation = "")
        where T : unmanaged
    {
        RejectNames(names);
        RequireLength(dimensions, data.Length);
        fixed (T* pointer = data) return FromMemory(pointer, Elements.TypeOf<T>(), dimensions, dtype, device, requires_grad, operation);
    }

    private static Tensor FromList<T>(
        IList<T> rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        string[]? names,
        [CallerMemberName] string operation = "")
        where T : unmanaged =>
        FromSpan(SpanOf(rawArray), dimensions, dtype, device, requires_grad, names, operation);

    private static Tensor FromList<T>(
        IList<T> rawArray, ScalarType? dtype, Device? device, bool requires_grad, string[]? names, [CallerMemberName] string operation = "")
        where T : unmanaged
    {
        var data = SpanOf(rawArray);
        return FromSpan(data, [data.Length], dtype, device, requires_grad, names, operation);
    }

    private static Tensor FromArray(
        Array rawArray, ScalarType? dtype, Device? device, bool requires_grad, string[]? names, [CallerMemberName] string operation = "")
    {
        RejectNames(names);
        RequireElements(rawArray);
        Span<long> dimensions = stackalloc long[rawArray.Rank];
        for (var i = 0; i < dimensions.Length; i++) dimensions[i] = rawArray.GetLongLength(i);
        return FromArray(rawArray, dimensions, dtype, device, requires_grad, operation);
    }

    internal static Tensor FromArray(
        Array rawArray,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        [CallerMemberName] string operation = "")
    {
        var held = RequireElements(rawArray);
        RequireLength(dimensions, rawArray.LongLength);
        fixed (byte* data = &MemoryMarshal.GetArrayDataReference(rawArray))
        {
            return FromMemory(data, held, dimensions, dtype, device, requires_grad, operation);
        }
    }

    private static Tensor FromMemory(
        void* data,
        ScalarType held,
        ReadOnlySpan<long> dimensions,
        ScalarType? dtype,
        Device? device,
        bool requires_grad,
        [CallerMemberName] string operation = "")
    {
        fixed (long* sizes = dimensions)
        {
            return Made(Native.at_from_memory(data, (int)held, sizes, dimensions.Length, Asked(dtype, device, requires_grad)), operation);
        }
    }

    private static ReadOnlySpan<T> SpanOf<T>(IList<T> list) => list switch
    {
        T[] array => array,
        List<T> growable => CollectionsMarshal.AsSpan(growable),
        null => throw new ArgumentNullException(nameof(list), "The data is null; an array or a list of numbers is needed here."),
        _ => list.ToArray(),
    };

    private static ScalarType RequireElements(Array array)
    {
        if (array is null) throw new ArgumentNullException(nameof(array), "The data is null; an array of numbers is needed here.");
        var type = array.GetType().GetElementType();
        return Elements.TypeOf(type) ?? throw new NotSupportedException(
            $"An array of '{type?.Name}' cannot become a tensor; the element types are {Elements.Known}.");
    }

    private static void RequireLength(ReadOnlySpan<long> dimensions, long length)
    {
        Int128 product = 1;
        foreach (var size in dimensions)
        {
            if (size < 0) throw Mismatch(dimensions, length);
            product *= size;
            if (product > length) break;
        }

        // A size of zero further on makes up for any product.
        if (product != length && !(length == 0 && dimensions.Contains(0))) throw Mismatch(dimensions, length);
    }

    private static ArgumentException Mismatch(ReadOnlySpan<long> dimensions, long length)
    {
        var shape = string.Join(", ", dimensions.ToArray());
        return new(string.Create(
            CultureInfo.InvariantCulture,
            $"A tensor of shape [{shape}] does not hold {length} elements; its sizes must multiply to that."));
    }
}
