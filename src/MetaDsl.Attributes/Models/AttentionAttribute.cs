using System;

namespace MetaDsl;

/// <summary>
/// Multi-head self-attention over a sequence <c>[length, features]</c>, with the weights of PyTorch's <c>MultiheadAttention</c>:
/// <c>in_proj_weight</c>, <c>in_proj_bias</c>, <c>out_proj.weight</c>, <c>out_proj.bias</c>.
/// </summary>
/// <param name="heads">How many heads share the features; a divisor of their number.</param>
/// <example><code>[Block, LayerNorm, Attention(4)]
/// public partial class Attend;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class AttentionAttribute(int heads) : LayerAttribute
{
    public int Heads { get; } = heads;
}
