namespace MetaDsl.Integration.Tests.Reference;

/// <summary>One layer of a network: a <see cref="Linear"/> one, or an <see cref="Activation"/>.</summary>
internal abstract record NetworkLayer;

/// <summary>y = W x + b, with W of [<paramref name="Width"/>, inputs].</summary>
internal sealed record Linear(int Width) : NetworkLayer;
