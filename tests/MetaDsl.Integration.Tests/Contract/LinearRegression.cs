using MetaDsl.Integration.Tests.Reference;

namespace MetaDsl.Integration.Tests.Contract;

/// <summary>
/// The meta-gradient of a line w x + b without any iteration. With the design matrix X = [x 1] of n examples the Hessian is
/// A = 2/n XᵀX, and gradient steps from θ = (w, b) lead towards the least-squares fit a: θ_K = a + M^K (θ - a) with M = I - α A.
/// </summary>
internal static class LinearRegression
{
    public static double[] MetaGradient(Maml maml, double[] weights, IReadOnlyList<RegressionTask> tasks)
    {
        var mean = new double[2];
        foreach (var task in tasks)
        {
            var (a, moments) = Normal(task.Support);
            var fit = Solve(a, moments);
            var m = new[,] { { 1 - (maml.Rate * a[0, 0]), -maml.Rate * a[0, 1] }, { -maml.Rate * a[1, 0], 1 - (maml.Rate * a[1, 1]) } };
            var offset = Times(m, [weights[0] - fit[0], weights[1] - fit[1]], maml.Steps);

            // ∇Q = 2/n Xᵀ (X θ_K - y); then each step back is one more M.
            var (q, target) = Normal(task.Query);
            var gradient = Times(q, [fit[0] + offset[0], fit[1] + offset[1]], 1);
            gradient = [gradient[0] - target[0], gradient[1] - target[1]];
            if (!maml.IsFirstOrder) gradient = Times(m, gradient, maml.Steps);
            for (var i = 0; i < 2; i++) mean[i] += gradient[i] / tasks.Count;
        }

        return mean;
    }

    /// <summary>2/n XᵀX and 2/n Xᵀy</summary>
    private static (double[,] Matrix, double[] Vector) Normal(Examples examples)
    {
        var (matrix, vector) = (new double[2, 2], new double[2]);
        for (var n = 0; n < examples.Count; n++)
        {
            double[] row = [examples.X[n][0], 1];
            for (var i = 0; i < 2; i++)
            {
                for (var j = 0; j < 2; j++) matrix[i, j] += 2 * row[i] * row[j] / examples.Count;
                vector[i] += 2 * row[i] * examples.Y[n][0] / examples.Count;
            }
        }

        return (matrix, vector);
    }

    // Cramer's rule.
    private static double[] Solve(double[,] matrix, double[] vector)
    {
        var determinant = (matrix[0, 0] * matrix[1, 1]) - (matrix[0, 1] * matrix[1, 0]);
        return
        [
            ((vector[0] * matrix[1, 1]) - (matrix[0, 1] * vector[1])) / determinant,
            ((matrix[0, 0] * vector[1]) - (vector[0] * matrix[1, 0])) / determinant,
        ];
    }

    private static double[] Times(double[,] matrix, double[] vector, int power)
    {
        for (var k = 0; k < power; k++)
        {
            vector =
            [
                (matrix[0, 0] * vector[0]) + (matrix[0, 1] * vector[1]),
                (matrix[1, 0] * vector[0]) + (matrix[1, 1] * vector[1]),
            ];
        }

        return vector;
    }
}
