using System;

namespace MetaDsl;

/// <summary>
/// The property that a layer stands on where a model says in C# how its layers are put together: a method <c>Forward</c>, which the
/// compiler reads, checks, differentiates and batches like any other model.
/// </summary>
/// <example><code>[Model, Input(8)]
/// public partial class Net
/// {
///     [Linear(8)] Layer Hidden { get; }
///     [Linear(1)] Layer Output { get; }
///
///     Tensor Forward(Tensor x) => Output.Forward(x + Hidden.Forward(x).relu());
/// }</code></example>
public readonly struct Layer
{
    /// <summary>What the layer makes of examples, whose axis is the first.</summary>
    /// <typeparam name="T">The tensor's type.</typeparam>
    /// <param name="x">The examples.</param>
    /// <exception cref="NotSupportedException">Always: the compiler reads the call, and nothing runs it.</exception>
    public T Forward<T>(T x) =>
        throw new NotSupportedException("'Forward' is compiled into each experiment with the model; train or adapt one of those.");
}
