using MetaDsl.Integration.Tests.Reference;

namespace MetaDsl.Integration.Tests.Contract;

/// <summary>The slope of a function at zero from its values alone.</summary>
internal static class FiniteDifferences
{
    private const double LargestStep = 1e-3;
    private const double SmallestStep = 1e-7;

    /// <summary>f'(0) ≈ (f(-2h) - 8 f(-h) + 8 f(h) - f(2h)) / 12h, off by h⁴/30 f⁽⁵⁾ and by the rounding of f over h.</summary>
    public static double Slope(Func<double, double> f, double h) => (f(-2 * h) - (8 * f(-h)) + (8 * f(h)) - f(2 * h)) / (12 * h);

    /// <summary>
    /// The slope on which a step and a quarter of it agree to a billionth of <paramref name="scale"/>: the larger of the two is then free
    /// of kinks and small enough for the curves of the function. Where none agree so well, it is the pair that agrees best.
    /// </summary>
    public static double BestSlope(Func<double, double> f, double scale)
    {
        var (best, before) = (double.NaN, Slope(f, LargestStep));
        var doubt = double.PositiveInfinity;
        for (var h = LargestStep / 4; h > SmallestStep && doubt > 1e-9 * scale; h /= 4)
        {
            var slope = Slope(f, h);
            if (Math.Abs(slope - before) < doubt) (best, doubt) = (slope, Math.Abs(slope - before));
            before = slope;
        }

        return best;
    }

    /// <summary>The slope of the mean adapted query loss along a direction of the shared weights.</summary>
    public static double SlopeOfQueryLoss(
        Maml maml, double[] weights, IReadOnlyList<RegressionTask> tasks, double[] direction, double scale)
    {
        if (!maml.IsFirstOrder) return BestSlope(step => maml.QueryLoss(Along(weights, direction, step), tasks), scale);

        // First order: the weights move after adaptation, as if they did not come out of it.
        var adapted = tasks.Select(task => maml.Adapt(weights, task.Support, maml.Steps)[maml.Steps]).ToArray();
        return BestSlope(
            step => tasks.Select((task, i) => maml.Network.Loss(Along(adapted[i], direction, step), task.Query)).Average(), scale);
    }

    private static double[] Along(double[] weights, double[] direction, double step) =>
        [.. weights.Zip(direction, (weight, part) => weight + (step * part))];
}
