using MetaDsl.Generators.Layers;

namespace MetaDsl.Generators.Specs;

/// <summary>
/// A network as declared: the shape of an example, and its layers in the order in which they compute. The class is null where nothing can
/// be added to it, such as a comment that tells its shapes.
/// </summary>
internal sealed record ModelSpec(string Name, Shape Input, Chain Network)
{
    public TypeSpec? Type { get; init; }

    /// <summary>Whether the user has written a comment on it.</summary>
    public bool HasComment { get; init; }
}
