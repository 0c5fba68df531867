using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Layers;

/// <summary>One operation of a method <c>Forward</c>.</summary>
/// <param name="Id">The place of its source among those of the model.</param>
/// <param name="Name">What the user calls its result; empty where it has no name.</param>
/// <param name="Operation">A name in <see cref="Operations"/>; empty for a layer.</param>
/// <param name="Layer">The name of the layer that is applied; empty for an operation.</param>
/// <param name="Operands">Earlier results: 0 is what <c>Forward</c> is given, 1 the result of the first step.</param>
/// <param name="Numbers">The numbers among its arguments.</param>
internal sealed record StepSpec(
    int Id, string Name, string Operation, string Layer, EquatableArray<int> Operands, EquatableArray<double> Numbers);
