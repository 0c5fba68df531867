using MetaDsl.Generators.Diagnostics;

namespace MetaDsl.Generators.Layers;

/// <summary>What layers of sequences [length, features] have in common.</summary>
internal static class Sequence
{
    /// <summary>Whether examples are sequences; else after a complaint.</summary>
    public static bool Check(LayerSpec layer, Shape input, ShapeCheck check)
    {
        if (input.Rank == 2) return true;
        check.Add(ShapeRules.NotASequence, layer, "", input);
        return false;
    }
}
