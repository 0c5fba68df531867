using System;

namespace MetaDsl;

/// <summary>
/// How gradients are computed. Without it the compiler derives them, but for networks that were measured to be faster by autograd: in
/// experiments declared for the CPU, those in which depthwise or dilated convolutions or attention over long sequences do much of the work.
/// The head of the generated file says which.
/// </summary>
/// <param name="strategy">The strategy.</param>
/// <example><code>[Derivatives(DerivativeStrategy.Autograd)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DerivativesAttribute(DerivativeStrategy strategy) : Attribute
{
    public DerivativeStrategy Strategy { get; } = strategy;
}
