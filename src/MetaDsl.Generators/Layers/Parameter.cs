using System.Linq;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>One weight tensor of a network: its name in a checkpoint, its shape, and how it is drawn before training.</summary>
internal sealed record Parameter(string Name, TensorType Type, InitialSpec Initial)
{
    /// <summary>Its property in generated code.</summary>
    public string Property { get; init; } = "";

    /// <summary>Whether tasks adapt it; else the outer loop alone learns it.</summary>
    public bool IsAdapted { get; init; } = true;

    public int Count => Type.Dims.Aggregate(1, (count, dim) => count * dim.Count);

    public Parameter Under(string path) => path.Length == 0 ? this : this with { Name = path + "." + Name };
}
