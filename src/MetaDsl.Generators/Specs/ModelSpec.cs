using MetaDsl.Generators.Layers;

namespace MetaDsl.Generators.Specs;

/// <summary>A network as declared: the shape of an example, and its layers in the order in which they compute.</summary>
internal sealed record ModelSpec(string Name, Shape Input, Chain Network);
