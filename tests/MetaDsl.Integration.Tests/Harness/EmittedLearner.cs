using TorchSharp;

namespace MetaDsl.Integration.Tests.Harness;

/// <summary>An emitted learner, asked and answered in numbers.</summary>
internal sealed class EmittedLearner(
    IDisposable learner, Func<torch.Tensor, torch.Tensor> predict, int inputs, torch.ScalarType type) : IDisposable
{
    /// <summary>The prediction at each point, which is one number or one after another as many as there are inputs.</summary>
    public double[] Predict(params double[] points)
    {
        using var row = torch.tensor(points, dtype: type);
        using var at = inputs == 1 ? row.alias() : row.view(-1, inputs);
        using var prediction = predict(at);
        Assert.Equal([points.Length / inputs, 1], prediction.shape);
        return Emitted.Numbers(prediction);
    }

    public void Dispose() => learner.Dispose();
}
