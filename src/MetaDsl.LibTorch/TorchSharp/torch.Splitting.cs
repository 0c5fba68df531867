using System.Runtime.CompilerServices;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Pieces of the given sizes, which add up to the size of the dimension.</summary>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) =>
        Given(tensor).split(split_size_or_sections, dim);

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => Given(input).chunk(chunks, dim);

    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0) =>
        Given(input).tensor_split(indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0) =>
        Given(input).tensor_split(indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0) =>
        Given(input).tensor_split(indices_or_sections, dim);

    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => Given(input).hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => Given(input).hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => Given(input).hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, (long, long) indices_or_sections) =>
        Given(input).hsplit(indices_or_sections.Item1, indices_or_sections.Item2);

    public static Tensor[] hsplit(Tensor input, (long, long, long) indices_or_sections) =>
        Given(input).hsplit(indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3);

    public static Tensor[] hsplit(Tensor input, (long, long, long, long) indices_or_sections) =>
        Given(input).hsplit(indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4);

    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => Given(input).vsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, long size) => Given(input).dsplit(size);

    public static Tensor[] dsplit(Tensor input, long[] indices_or_sections) => Given(input).dsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => Given(input).dsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, (long, long) indices_or_sections) => Given(input).dsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, (long, long, long) indices_or_sections) => Given(input).dsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, (long, long, long, long) indices_or_sections) => Given(input).dsplit(indices_or_sections);

    // Without a priority `unbind(x)` would fit both.
    [OverloadResolutionPriority(1)]
    public static Tensor[] unbind(Tensor input, long dim = 0) => Given(input).unbind(dim);

    public static Tensor[] unbind(Tensor tensor, int dim = 0) => Given(tensor).unbind(dim);
}
