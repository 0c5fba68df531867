namespace MetaDsl;

/// <summary>The learning rate of the outer loop as a function of the iteration, counted from 0.</summary>
public static class LearningRateSchedule
{
    /// <summary>The same rate throughout.</summary>
    public static double Constant(double rate) => rate;

    /// <summary>
    /// Half a cosine from <paramref name="rate"/> in iteration 0 down to 0 at <paramref name="iterations"/>, where it stays.
    /// </summary>
    public static double Cosine(double rate, long iteration, long iterations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(iteration);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(iterations);
        return iteration >= iterations ? 0 : rate * 0.5 * (1 + Math.Cos(Math.PI * iteration / iterations));
    }

    /// <summary>Multiplied by <paramref name="decay"/> after every <paramref name="period"/> iterations.</summary>
    public static double Step(double rate, long iteration, long period, double decay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(iteration);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(period);
        return rate * Math.Pow(decay, iteration / period);
    }
}
