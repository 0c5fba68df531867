using System;

namespace MetaDsl;

/// <summary>
/// A vector that is learnt for each of some whole numbers: an example of 10 numbers becomes a sequence of 10 vectors. Its weight is
/// <paramref name="count"/> by <paramref name="width"/>.
/// </summary>
/// <param name="count">How many different numbers there are, from 0 on.</param>
/// <param name="width">How many numbers a vector has.</param>
/// <example><code>[Model, Input(10), Embedding(1000, 64), Lstm(32), Classifier]
/// public partial class Net;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class EmbeddingAttribute(int count, int width) : LayerAttribute
{
    public int Count { get; } = count;

    public int Width { get; } = width;
}
