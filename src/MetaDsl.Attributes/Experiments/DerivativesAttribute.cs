using System;

namespace MetaDsl;

/// <summary>How gradients are computed; without it, they are derived by the compiler.</summary>
/// <param name="strategy">The strategy.</param>
/// <example><code>[Derivatives(DerivativeStrategy.Autograd)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DerivativesAttribute(DerivativeStrategy strategy) : Attribute
{
    public DerivativeStrategy Strategy { get; } = strategy;
}
