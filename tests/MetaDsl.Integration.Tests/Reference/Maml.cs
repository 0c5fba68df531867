namespace MetaDsl.Integration.Tests.Reference;

/// <summary>
/// Model-agnostic meta-learning: adaptation by K gradient steps w ← w - α ∇S(w) on the support loss S of a task, and the gradient of
/// the mean query loss Q(w_K) over tasks with respect to the weights w₀ that they share.
/// </summary>
internal sealed record Maml(Network Network, int Steps, double Rate, bool IsFirstOrder)
{
    /// <summary>w₀, w₁, ... w_K</summary>
    public IReadOnlyList<double[]> Adapt(double[] weights, Examples support, int steps)
    {
        var path = new List<double[]> { weights };
        for (var k = 0; k < steps; k++)
        {
            var (before, gradient) = (path[k], Network.Gradient(path[k], support));
            var after = new double[before.Length];
            for (var i = 0; i < after.Length; i++) after[i] = before[i] - (Rate * gradient[i]);
            path.Add(after);
        }

        return path;
    }

    /// <summary>The mean of Q(w_K) over tasks.</summary>
    public double QueryLoss(double[] weights, IReadOnlyList<RegressionTask> tasks) =>
        tasks.Sum(task => Network.Loss(Adapt(weights, task.Support, Steps)[Steps], task.Query)) / tasks.Count;

    /// <summary>
    /// The mean over tasks of dQ(w_K) / dw₀ = (I - α ∇²S(w₀)) ··· (I - α ∇²S(w_K₋₁)) ∇Q(w_K): from the right, one Hessian-vector product a
    /// step. First order takes every Hessian for zero.
    /// </summary>
    public double[] MetaGradient(double[] weights, IReadOnlyList<RegressionTask> tasks)
    {
        var mean = new double[weights.Length];
        foreach (var task in tasks)
        {
            var path = Adapt(weights, task.Support, Steps);
            var v = Network.Gradient(path[Steps], task.Query);
            for (var k = Steps - 1; k >= 0 && !IsFirstOrder; k--)
            {
                var product = Network.HessianTimes(v, path[k], task.Support);
                for (var i = 0; i < v.Length; i++) v[i] -= Rate * product[i];
            }

            for (var i = 0; i < v.Length; i++) mean[i] += v[i] / tasks.Count;
        }

        return mean;
    }
}
