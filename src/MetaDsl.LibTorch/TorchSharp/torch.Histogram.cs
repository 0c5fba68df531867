using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>Counts between the edges in <paramref name="bins"/>, which ascend; the last bin includes its upper edge.</summary>
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor weight = null!, bool density = false)
    {
        using var self = Use(input);
        using var edges = Use(bins);
        using var weights = UseOptional(weight);
        var results = stackalloc Produced[2];
        return MadePair(Native.at_histogram(self, edges, weights, Flag(density), results), results);
    }

    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, long bins, (double min, double max)? range = null, Tensor weight = null!, bool density = false)
    {
        using var self = Use(input);
        using var weights = UseOptional(weight);
        var results = stackalloc Produced[2];
        double* within = stackalloc double[] { range?.min ?? 0, range?.max ?? 0 };
        return MadePair(Native.at_histogram_bins(self, bins, range is null ? null : within, weights, Flag(density), results), results);
    }

    // The forms with an 'out' hand the result over twice; it is the same pair of tensors.
    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins);

    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, Tensor bins, Tensor weight, bool density, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, weight, density);

    public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins);

    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, long bins, (double min, double max)? range, out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, range);

    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input,
        long bins,
        (double min, double max)? range,
        Tensor weight,
        bool density,
        out (Tensor hist, Tensor bin_edges) out_tensor) =>
        out_tensor = histogram(input, bins, range, weight, density);
}
