using System;

namespace MetaDsl;

/// <summary>
/// Puts the layers of a block here, with weights of their own under its name: <c>stem.conv.weight</c> for a class <c>Stem</c>.
/// </summary>
/// <typeparam name="TBlock">A class with <c>[Block]</c> or <c>[Model]</c>.</typeparam>
/// <example><code>[Model, Input(3, 32, 32), Use&lt;Stem&gt;, Flatten, Classifier]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class UseAttribute<TBlock> : LayerAttribute;
