using System.Runtime.InteropServices;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace SinusoidBench;

// A user's parts of the generated classes: the meta-gradient is private to training, and so it is here that the check can ask for it.
public partial class OneStep
{
    public void Check(string folder)
    {
        using var check = new CheckFiles(folder);
        parameters.copy_(check.Weights);
        using var tasks = new Tasks { SupportX = check.X[0], SupportY = check.Y[0], QueryX = check.X[1], QueryY = check.Y[1] };
        using var query = MetaGradient(tasks);
        using var gradient = query.Gradient.Flatten();
        check.Save(gradient, InnerSteps);
    }
}

public partial class FiveSteps
{
    public void Check(string folder)
    {
        using var check = new CheckFiles(folder);
        parameters.copy_(check.Weights);
        using var tasks = new Tasks { SupportX = check.X[0], SupportY = check.Y[0], QueryX = check.X[1], QueryY = check.Y[1] };
        using var query = MetaGradient(tasks);
        using var gradient = query.Gradient.Flatten();
        check.Save(gradient, InnerSteps);
    }
}

/// <summary>The files of check.py.</summary>
internal sealed class CheckFiles(string folder) : IDisposable
{
    public Tensor Weights { get; } = Read(folder, "weights", -1);

    /// <summary>Of the support and of the query examples: [2, tasks, examples, 1].</summary>
    public Tensor X { get; } = Read(folder, "x", 2, 25, -1, 1);

    public Tensor Y { get; } = Read(folder, "y", 2, 25, -1, 1);

    public void Save(Tensor gradient, int steps)
    {
        using var data = gradient.data<float>();
        File.WriteAllBytes(Path.Combine(folder, $"gradient.csharp.{steps}"), MemoryMarshal.AsBytes<float>(data.ToArray()).ToArray());
    }

    public void Dispose()
    {
        Weights.Dispose();
        X.Dispose();
        Y.Dispose();
    }

    private static Tensor Read(string folder, string name, params long[] shape)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, name));
        using var row = torch.tensor(MemoryMarshal.Cast<byte, float>(bytes).ToArray());
        return row.reshape(shape);
    }
}
