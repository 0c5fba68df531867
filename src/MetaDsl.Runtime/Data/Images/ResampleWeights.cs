namespace MetaDsl;

/// <summary>
/// How much each pixel of a line counts for each pixel of a longer or shorter one: Lanczos's windowed sinc of radius 3, stretched when the
/// line gets shorter, so that nothing aliases. Weights are whole numbers of 22 bits after the point, exactly those of Pillow's LANCZOS.
/// </summary>
internal sealed class ResampleWeights
{
    /// <summary>The bits after the point; with 8 of a pixel and 2 for what overshoots, they fill an int.</summary>
    public const int Precision = 32 - 8 - 2;

    private const double Radius = 3;

    private ResampleWeights(int taps, int[] firsts, int[] weights) => (Taps, Firsts, Weights) = (taps, firsts, weights);

    /// <summary>How many weights each new pixel has; those that are not needed are 0.</summary>
    public int Taps { get; }

    /// <summary>The first old pixel that counts for each new one.</summary>
    public int[] Firsts { get; }

    /// <summary>The weights of the first new pixel, then of the second, ...</summary>
    public int[] Weights { get; }

    public static ResampleWeights Of(int from, int to)
    {
        var scale = (double)from / to;
        var stretch = Math.Max(1, scale);
        var reach = Radius * stretch;
        var taps = Math.Min(from, ((int)Math.Ceiling(reach) * 2) + 1);
        var (firsts, weights, exact) = (new int[to], new int[to * taps], new double[taps]);
        for (var pixel = 0; pixel < to; pixel++)
        {
            var center = (pixel + 0.5) * scale;
            var first = Math.Max(0, (int)(center - reach + 0.5));
            var count = Math.Min(from, (int)(center + reach + 0.5)) - first;
            var sum = 0.0;
            for (var i = 0; i < count; i++) sum += exact[i] = Lanczos((i + first - center + 0.5) / stretch);

            // A window of all the line's pixels starts at its first one.
            var moved = Math.Min(first, from - taps);
            for (var i = 0; i < count; i++)
            {
                var weight = exact[i] / sum * (1 << Precision);
                weights[(pixel * taps) + first - moved + i] = (int)Math.Round(weight, MidpointRounding.AwayFromZero);
            }

            firsts[pixel] = moved;
        }

        return new ResampleWeights(taps, firsts, weights);
    }

    private static double Lanczos(double x) => x is >= -Radius and < Radius ? Sinc(x) * Sinc(x / Radius) : 0;

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(x * Math.PI) / (x * Math.PI);
}
