using MetaDsl.Integration.Tests.Reference;

namespace MetaDsl.Integration.Tests.Contract;

/// <summary>The slope of a function at zero from its values alone.</summary>
internal static class FiniteDifferences
{
    // The stencil is off by h⁴/30 times the fifth derivative, and by the rounding of f over h: for losses near 1, both are far below
    // 1e-8 with the largest step. The smaller ones are for functions with kinks, which must not lie inside the stencil.
    private static readonly double[] Steps = [2e-3, 2e-4, 2e-5, 2e-6];

    /// <summary>f'(0) ≈ (f(-2h) - 8 f(-h) + 8 f(h) - f(2h)) / 12h</summary>
    public static double Slope(Func<double, double> f, double h) => (f(-2 * h) - (8 * f(-h)) + (8 * f(h)) - f(2 * h)) / (12 * h);

    /// <summary>The slope of the mean adapted query loss along a direction of the shared weights.</summary>
    public static double SlopeOfQueryLoss(Maml maml, double[] weights, IReadOnlyList<RegressionTask> tasks, double[] direction)
    {
        if (maml.IsFirstOrder) return SlopeOfAdapted(maml, weights, tasks, direction);
        var h = StepWithoutKinks(maml.Network, step => tasks.SelectMany(task => Path(maml, Along(weights, direction, step), task)));
        return Slope(step => maml.QueryLoss(Along(weights, direction, step), tasks), h);
    }

    // First order: the weights move after adaptation, as if they did not come out of it.
    private static double SlopeOfAdapted(Maml maml, double[] weights, IReadOnlyList<RegressionTask> tasks, double[] direction)
    {
        var adapted = tasks.Select(task => maml.Adapt(weights, task.Support, maml.Steps)[maml.Steps]).ToArray();
        var h = StepWithoutKinks(maml.Network, step => tasks.Select((task, i) => (Along(adapted[i], direction, step), task.Query)));
        return Slope(step => tasks.Select((task, i) => maml.Network.Loss(Along(adapted[i], direction, step), task.Query)).Average(), h);
    }

    // All weights that the network is evaluated with, and the examples that it is evaluated on.
    private static IEnumerable<(double[] Weights, Examples Examples)> Path(Maml maml, double[] weights, RegressionTask task)
    {
        var path = maml.Adapt(weights, task.Support, maml.Steps);
        return path.Select((at, k) => (at, k < maml.Steps ? task.Support : task.Query));
    }

    /// <summary>The largest step for which every number that goes into an activation has one sign over the whole stencil.</summary>
    private static double StepWithoutKinks(Network network, Func<double, IEnumerable<(double[] Weights, Examples Examples)>> evaluations)
    {
        if (!network.Layers.Any(layer => layer is Activation { HasKink: true })) return Steps[0];
        var middle = Signs(0);
        return Steps.First(h => Signs(-2 * h) == middle && Signs(-h) == middle && Signs(h) == middle && Signs(2 * h) == middle);

        string Signs(double step) => new([.. evaluations(step).SelectMany(one => one.Examples.X.SelectMany(x => Sums(network, one.Weights, x)))
            .Select(sum => sum > 0 ? '+' : '-')]);
    }

    private static IEnumerable<double> Sums(Network network, double[] weights, double[] x)
    {
        var values = network.Forward(weights, x);
        return network.Layers.Zip(values).Where(pair => pair.First is Activation).SelectMany(pair => pair.Second);
    }

    private static double[] Along(double[] weights, double[] direction, double step) =>
        [.. weights.Zip(direction, (weight, part) => weight + (step * part))];
}
