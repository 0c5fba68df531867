using System;

namespace MetaDsl;

/// <summary>
/// Declares a network: its layers are the attributes that follow, applied in the order in which they are written. Every experiment
/// with this network gets its weights, its forward pass and the gradients of both.
/// </summary>
/// <example><code>[Model, Input(1)]
/// [Linear(40), Relu]
/// [Linear(1)]
/// public partial class SineNet;</code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelAttribute : Attribute;
