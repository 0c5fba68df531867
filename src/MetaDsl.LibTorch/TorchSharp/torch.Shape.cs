using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Arguments;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor reshape(Tensor input, params long[] shape) => Given(input).reshape(shape);

    public static Tensor ravel(Tensor input) => Given(input).ravel();

    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => Given(input).flatten(start_dim, end_dim);

    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => Given(input).unflatten(dim, sizes);

    public static Tensor unflatten(Tensor input, long dim, Size sizes) => Given(input).unflatten(dim, sizes);

    public static Tensor squeeze(Tensor input, long? dim = null) => Given(input).squeeze(dim);

    public static Tensor squeeze_(Tensor input, long? dim = null) => Given(input).squeeze_(dim);

    public static Tensor unsqueeze(Tensor input, long dim) => Given(input).unsqueeze(dim);

    public static Tensor unsqueeze_(Tensor input, long dim) => Given(input).unsqueeze_(dim);

    public static Tensor t(Tensor input) => Given(input).t();

    public static Tensor adjoint(Tensor input) => Given(input).adjoint();

    public static Tensor transpose(Tensor input, long dim0, long dim1) => Given(input).transpose(dim0, dim1);

    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => Given(input).swapaxes(axis0, axis1);

    public static Tensor swapdims(Tensor input, long dim0, long dim1) => Given(input).swapdims(dim0, dim1);

    public static Tensor permute(Tensor input, params long[] permutation) => Given(input).permute(permutation);

    public static Tensor movedim(Tensor input, long source, long destination) =>
        Given(input).MoveDimensions(new ReadOnlySpan<long>(in source), new ReadOnlySpan<long>(in destination));

    public static Tensor movedim(Tensor input, long[] source, long[] destination) => Given(input).movedim(source, destination);

    public static Tensor moveaxis(Tensor input, long source, long destination) =>
        Given(input).MoveDimensions(new ReadOnlySpan<long>(in source), new ReadOnlySpan<long>(in destination));

    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => Given(input).moveaxis(source, destination);

    public static Tensor moveaxis(Tensor input, (long, long) source, (long, long) destination) =>
        Given(input).MoveDimensions([source.Item1, source.Item2], [destination.Item1, destination.Item2]);

    public static Tensor moveaxis(Tensor input, (long, long, long) source, (long, long, long) destination) =>
        Given(input).MoveDimensions([source.Item1, source.Item2, source.Item3], [destination.Item1, destination.Item2, destination.Item3]);

    public static Tensor moveaxis(Tensor input, (long, long, long, long) source, (long, long, long, long) destination) =>
        Given(input).MoveDimensions(
            [source.Item1, source.Item2, source.Item3, source.Item4],
            [destination.Item1, destination.Item2, destination.Item3, destination.Item4]);

    public static Tensor narrow(Tensor input, long dim, long start, long length) => Given(input).narrow(dim, start, length);

    public static Tensor select(Tensor input, long dim, long index) => Given(input).select(dim, index);

    public static Tensor select_scatter(Tensor input, Tensor src, long dim, long index) => Given(input).select_scatter(src, dim, index);

    public static Tensor slice_scatter(Tensor input, Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
        Given(input).slice_scatter(src, dim, start, end, step);

    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => EachOf(&Native.at_atleast_1d, input);

    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => EachOf(&Native.at_atleast_2d, input);

    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => EachOf(&Native.at_atleast_3d, input);

    public static Tensor broadcast_to(Tensor input, params long[] shape) => Given(input).broadcast_to(shape);

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors)
    {
        using var list = UseAll(tensors);
        fixed (nint* pointers = list.Pointers) return MadeList(Native.at_broadcast_tensors(pointers, list.Count));
    }

    /// <summary>The shape that operands of the given shapes take together.</summary>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        long[] result = [];
        for (var i = 0; i < shapes.Length; i++) result = Broadcast(result, Numbers(shapes[i], $"{nameof(shapes)}[{i}]"), i);
        return new Size(result);
    }

    private static long[] Broadcast(ReadOnlySpan<long> met, ReadOnlySpan<long> shape, int position)
    {
        var result = new long[Math.Max(met.Length, shape.Length)];
        // Dimensions are aligned at their ends.
        for (var fromEnd = 1; fromEnd <= result.Length; fromEnd++)
        {
            var before = fromEnd <= met.Length ? met[^fromEnd] : 1;
            var here = fromEnd <= shape.Length ? shape[^fromEnd] : 1;
            if (here < 0) throw new ArgumentException($"'shapes[{position}]' has the size {here}; a size is 0 or more.", "shapes");
            if (before != here && before != 1 && here != 1)
            {
                throw new ArgumentException(
                    $"'shapes[{position}]' has size {here} where those before it have {before}, at dimension -{fromEnd}; "
                    + "sizes must be equal, or one of them 1.",
                    "shapes");
            }

            result[^fromEnd] = before == 1 ? here : before;
        }

        return result;
    }

    private static Tensor[] EachOf(delegate*<nint, Produced> op, Tensor[] input, [CallerMemberName] string operation = "")
    {
        using var list = UseAll(input);
        var results = new Tensor[list.Count];
        for (var i = 0; i < results.Length; i++) results[i] = Made(op(list.Pointers[i]), operation);
        return results;
    }
}
