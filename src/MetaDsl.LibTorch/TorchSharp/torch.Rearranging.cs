using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static Tensor tile(Tensor input, long[] dims) => Given(input).tile(dims);

    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) =>
        Given(input).repeat_interleave(repeats, dim, output_size);

    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) =>
        Given(input).repeat_interleave(repeats, dim, output_size);

    public static Tensor flip(Tensor input, params long[] dims) => Given(input).flip(dims);

    public static Tensor fliplr(Tensor input) => Given(input).fliplr();

    public static Tensor flipud(Tensor input) => Given(input).flipud();

    public static Tensor roll(Tensor input, ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
        Given(input).roll(shifts, dims);

    public static Tensor roll(Tensor input, long[] shifts) => Given(input).roll(shifts);

    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => Given(input).roll(shifts, dims);

    public static Tensor roll(Tensor input, long shifts, long? dims = null) => Given(input).roll(shifts, dims);

    public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) => Given(input).roll(shifts, dims);

    public static Tensor roll(Tensor input, (long, long, long) shifts, (long, long, long) dims) => Given(input).roll(shifts, dims);

    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => Given(input).rot90(k, dims);

    public static Tensor vander(Tensor x, long N = -1, bool increasing = false) => Given(x).vander(N, increasing);

    public static Tensor diag(Tensor input, long diagonal = 0) => Given(input).diag(diagonal);

    public static Tensor diag_embed(Tensor input, long offset = 0, long dim1 = -2, long dim2 = -1) =>
        Given(input).diag_embed(offset, dim1, dim2);

    public static Tensor diagflat(Tensor input, long offset = 0) => Given(input).diagflat(offset);

    public static Tensor diagonal(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) => Given(input).diagonal(offset, dim1, dim2);

    public static Tensor diagonal_scatter(Tensor input, Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
        Given(input).diagonal_scatter(src, offset, dim1, dim2);

    public static Tensor trace(Tensor input) => Given(input).trace();

    public static Tensor tril(Tensor input, long diagonal = 0) => Given(input).tril(diagonal);

    public static Tensor tril_(Tensor input, long diagonal = 0) => Given(input).tril_(diagonal);

    public static Tensor triu(Tensor input, long diagonal = 0) => Given(input).triu(diagonal);

    public static Tensor triu_(Tensor input, long diagonal = 0) => Given(input).triu_(diagonal);

    /// <summary>The rows (first line) and columns (second line) of the elements on and below a diagonal.</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Made(Native.at_tril_indices(row, col, offset, Asked(dtype, device, false)));

    /// <summary>The rows (first line) and columns (second line) of the elements on and above a diagonal.</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Made(Native.at_triu_indices(row, col, offset, Asked(dtype, device, false)));

    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false)
    {
        using var elements = Use(input);
        return Made(Native.at_combinations(elements, r, Flag(with_replacement)));
    }
}
