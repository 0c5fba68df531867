using System.Numerics;
using System.Runtime.InteropServices;

namespace MetaDsl;

/// <summary>
/// Scales planes of bytes as Pillow scales images: first across, then down, rounded to bytes between. One object scales one image after the
/// other; the weights are kept from one to the next.
/// </summary>
internal sealed class Resampler
{
    private const int Half = 1 << (ResampleWeights.Precision - 1);

    private readonly Dictionary<(int From, int To), ResampleWeights> known = [];
    private int[] wide = [];
    private int[] across = [];
    private int[] sums = [];

    /// <summary>Scales one plane.</summary>
    public void Scale(ReadOnlySpan<byte> from, ImageSize size, Span<byte> to, ImageSize newSize)
    {
        var (width, newWidth) = (size.Width, newSize.Width);
        across = Scratch.Of(across, size.Height * newWidth);
        if (newWidth == width)
        {
            for (var i = 0; i < size.Height * width; i++) across[i] = from[i];
        }
        else
        {
            var weights = Weights(width, newWidth);
            wide = Scratch.Of(wide, width);
            for (var y = 0; y < size.Height; y++)
                ScaleRow(from.Slice(y * width, width), wide.AsSpan(0, width), across.AsSpan(y * newWidth, newWidth), weights);
        }

        ScaleDown(size.Height, newSize, to);
    }

    private static void ScaleRow(ReadOnlySpan<byte> row, Span<int> pixels, Span<int> scaled, ResampleWeights weights)
    {
        for (var x = 0; x < row.Length; x++) pixels[x] = row[x];
        for (var x = 0; x < scaled.Length; x++)
        {
            ReadOnlySpan<int> window = pixels.Slice(weights.Firsts[x], weights.Taps);
            scaled[x] = Clip(Half + Dot(window, weights.Weights.AsSpan(x * weights.Taps, weights.Taps)));
        }
    }

    private void ScaleDown(int height, ImageSize size, Span<byte> to)
    {
        if (height == size.Height)
        {
            for (var i = 0; i < to.Length; i++) to[i] = (byte)across[i];
            return;
        }

        var weights = Weights(height, size.Height);
        sums = Scratch.Of(sums, size.Width);
        var row = sums.AsSpan(0, size.Width);
        for (var y = 0; y < size.Height; y++)
        {
            row.Fill(Half);
            for (var tap = 0; tap < weights.Taps; tap++)
            {
                var weight = weights.Weights[(y * weights.Taps) + tap];
                if (weight != 0) AddScaled(row, across.AsSpan((weights.Firsts[y] + tap) * size.Width, size.Width), weight);
            }

            var scaled = to.Slice(y * size.Width, size.Width);
            for (var x = 0; x < scaled.Length; x++) scaled[x] = (byte)Clip(row[x]);
        }
    }

    private static int Clip(int sum) => Math.Clamp(sum >> ResampleWeights.Precision, 0, 255);

    private static int Dot(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var sum = Vector<int>.Zero;
        var vectorsOfA = MemoryMarshal.Cast<int, Vector<int>>(a);
        var vectorsOfB = MemoryMarshal.Cast<int, Vector<int>>(b);
        for (var i = 0; i < vectorsOfA.Length; i++) sum += vectorsOfA[i] * vectorsOfB[i];
        var total = Vector.Sum(sum);
        for (var i = vectorsOfA.Length * Vector<int>.Count; i < a.Length; i++) total += a[i] * b[i];
        return total;
    }

    private static void AddScaled(Span<int> sums, ReadOnlySpan<int> pixels, int weight)
    {
        var vectorsOfSums = MemoryMarshal.Cast<int, Vector<int>>(sums);
        var vectors = MemoryMarshal.Cast<int, Vector<int>>(pixels);
        for (var i = 0; i < vectorsOfSums.Length; i++) vectorsOfSums[i] += vectors[i] * weight;
        for (var i = vectorsOfSums.Length * Vector<int>.Count; i < sums.Length; i++) sums[i] += pixels[i] * weight;
    }

    private ResampleWeights Weights(int from, int to)
    {
        if (!known.TryGetValue((from, to), out var weights)) known.Add((from, to), weights = ResampleWeights.Of(from, to));
        return weights;
    }
}
