using System.Runtime.InteropServices;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Conv4Bench;

// A user's parts of the generated classes: the meta-gradient is private to training, and so it is here that the check can ask for it.
public partial class SecondOrder1
{
    public void Check(string folder)
    {
        using var check = new CheckFiles(folder);
        parameters.copy_(check.Weights);
        using var tasks = new Tasks { SupportX = check.X[0], SupportY = check.Y[0], QueryX = check.X[1], QueryY = check.Y[1] };
        using var query = MetaGradient(tasks);
        using var gradient = query.Gradient.Flatten();
        check.Save(gradient, "second_order_1");
    }
}

public partial class SecondOrder5
{
    public void Check(string folder)
    {
        using var check = new CheckFiles(folder);
        parameters.copy_(check.Weights);
        using var tasks = new Tasks { SupportX = check.X[0], SupportY = check.Y[0], QueryX = check.X[1], QueryY = check.Y[1] };
        using var query = MetaGradient(tasks);
        using var gradient = query.Gradient.Flatten();
        check.Save(gradient, "second_order_5");
    }
}

public partial class FirstOrder5
{
    public void Check(string folder)
    {
        using var check = new CheckFiles(folder);
        parameters.copy_(check.Weights);
        using var tasks = new Tasks { SupportX = check.X[0], SupportY = check.Y[0], QueryX = check.X[1], QueryY = check.Y[1] };
        using var query = MetaGradient(tasks);
        using var gradient = query.Gradient.Flatten();
        check.Save(gradient, "first_order_5");
    }
}

/// <summary>The files of check.py.</summary>
internal sealed class CheckFiles(string folder) : IDisposable
{
    public Tensor Weights { get; } = Read(folder, "weights", -1);

    /// <summary>The support images, then the query images, of all tasks.</summary>
    public Tensor[] X { get; } = [Read(folder, "x.support", 4, -1, 1, 28, 28), Read(folder, "x.query", 4, -1, 1, 28, 28)];

    /// <summary>One for the class and zero for others.</summary>
    public Tensor[] Y { get; } = [Read(folder, "y.support", 4, -1, 5), Read(folder, "y.query", 4, -1, 5)];

    public void Save(Tensor gradient, string form)
    {
        using var data = gradient.data<float>();
        File.WriteAllBytes(Path.Combine(folder, $"gradient.csharp.{form}"), MemoryMarshal.AsBytes<float>(data.ToArray()).ToArray());
    }

    public void Dispose()
    {
        Weights.Dispose();
        foreach (var tensor in (Tensor[])[.. X, .. Y]) tensor.Dispose();
    }

    private static Tensor Read(string folder, string name, params long[] shape)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, name));
        using var row = torch.tensor(MemoryMarshal.Cast<byte, float>(bytes).ToArray());
        return row.reshape(shape);
    }
}
