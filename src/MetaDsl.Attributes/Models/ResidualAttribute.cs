using System;

namespace MetaDsl;

/// <summary>
/// What goes in, plus what a block makes of it. Where the block changes the shape, what goes in is projected first: by a convolution of one
/// pixel with the stride that fits, or by a linear layer, without bias.
/// </summary>
/// <typeparam name="TBody">The block: a class with <c>[Block]</c> or <c>[Model]</c>.</typeparam>
/// <example><code>[Model, Input(8), Residual&lt;Hidden&gt;, Linear(1)]
/// public partial class Net;
///
/// [Block, Linear(8), Relu, Linear(8)]
/// public partial class Hidden;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ResidualAttribute<TBody> : LayerAttribute
{
    /// <summary>
    /// Whether batch normalisation follows the projection of an image, as in residual networks as published, by the statistics that the
    /// first one of the block takes.
    /// </summary>
    public bool NormedProjection { get; set; }
}

/// <summary>The same with a shortcut of the user's in place of a projection.</summary>
/// <typeparam name="TBody">The block: a class with <c>[Block]</c> or <c>[Model]</c>.</typeparam>
/// <typeparam name="TShortcut">What is applied to what goes in before the sum; it must give the shape that the block gives.</typeparam>
/// <example><code>[Model, Input(8), Residual&lt;Hidden, Across&gt;, Linear(1)]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ResidualAttribute<TBody, TShortcut> : LayerAttribute;
