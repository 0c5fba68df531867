using System;

namespace MetaDsl;

/// <summary>
/// Declares a part of networks: layers that stand in a model, or several, by <see cref="UseAttribute{TBlock}"/>,
/// <see cref="RepeatAttribute{TBlock}"/>, <see cref="ResidualAttribute{TBody}"/> or <see cref="ParallelAttribute{TFirst, TSecond}"/>. It
/// has no <c>Input</c>: its shapes are proved where it is used. A model serves as a block too; its <c>Input</c> then does not count.
/// </summary>
/// <example><code>[Block, Conv(64, Kernel = 3), BatchNorm, Relu, MaxPool(2)]
/// public partial class ConvBlock;</code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockAttribute : Attribute;
