using TorchSharp;

namespace MetaDsl.Integration.Tests.Harness;

/// <summary>An emitted learner, asked and answered in numbers.</summary>
internal sealed class EmittedLearner(IDisposable learner, Func<torch.Tensor, torch.Tensor> predict, torch.ScalarType type) : IDisposable
{
    public double[] Predict(params double[] points)
    {
        using var at = torch.tensor(points, dtype: type);
        using var prediction = predict(at);
        Assert.Equal([points.Length, 1], prediction.shape);
        return Emitted.Numbers(prediction);
    }

    public void Dispose() => learner.Dispose();
}
