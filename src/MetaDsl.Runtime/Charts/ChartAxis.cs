using System.Globalization;

namespace MetaDsl;

/// <summary>A range of numbers laid along pixels, with ticks at round numbers.</summary>
internal sealed class ChartAxis
{
    /// <summary>Coordinates far outside are moved to here: viewers draw nonsense where numbers get huge.</summary>
    private const double FarAway = 10_000;

    private readonly double minimum;
    private readonly double maximum;
    private readonly double fromPixel;
    private readonly double toPixel;

    public ChartAxis(double minimum, double maximum, double fromPixel, double toPixel)
    {
        // A single number, or none at all, still needs a range around it.
        if (!double.IsFinite(minimum) || !double.IsFinite(maximum)) (minimum, maximum) = (0, 1);
        var least = Math.Max(1e-9, 1e-6 * Math.Max(Math.Abs(minimum), Math.Abs(maximum)));
        if (maximum - minimum < least) (minimum, maximum) = (minimum - Math.Max(0.5, least), maximum + Math.Max(0.5, least));
        (this.minimum, this.maximum, this.fromPixel, this.toPixel) = (minimum, maximum, fromPixel, toPixel);
    }

    /// <summary>Where a number lies.</summary>
    public double Pixel(double number)
    {
        var pixel = fromPixel + ((number - minimum) / (maximum - minimum) * (toPixel - fromPixel));
        return Math.Clamp(pixel, -FarAway, FarAway);
    }

    /// <summary>Round numbers within the range, about <paramref name="wanted"/>, with their labels.</summary>
    public IEnumerable<(double Number, string Label)> Ticks(int wanted)
    {
        var step = RoundStep((maximum - minimum) / wanted);
        var digits = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 15);
        var first = Math.Ceiling((minimum / step) - 1e-9);
        var last = Math.Floor((maximum / step) + 1e-9);
        var isPlain = Math.Max(Math.Abs(minimum), Math.Abs(maximum)) is >= 1e-3 and < 1e5;
        for (var index = first; index <= last; index++)
        {
            var number = index == 0 ? 0 : index * step; // never "-0"
            yield return (number, number.ToString(isPlain ? $"F{digits}" : "0.##e+0", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The least of 1, 2 and 5 times a power of ten that is not below <paramref name="step"/>.</summary>
    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }
}
