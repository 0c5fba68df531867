using System;

namespace MetaDsl;

/// <summary>A layer of a network. Layers stand on the class, in the order in which they compute.</summary>
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// What the layer is called in the names of its weights (<c>head.weight</c>); without it, after its kind: <c>hidden1</c>,
    /// <c>output</c>, <c>conv2</c>, <c>norm2</c>.
    /// </summary>
    public string? Name { get; set; }
}
