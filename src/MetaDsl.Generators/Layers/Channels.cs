using System.Linq;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>Numbers of channels beside images.</summary>
internal static class Channels
{
    /// <summary>A vector over channels with an axis of length one for each axis of the plane.</summary>
    public static Value Along(ProgramBuilder program, Value vector, Value images) => images.Type.Rank <= 2
        ? vector
        : program.Reshape(vector, TensorType.Of([vector.Type.Dims[0], .. Enumerable.Repeat(new Dim(1), images.Type.Rank - 2)]), vector.Name + "Channels");

    /// <summary>What a normalisation learns: a factor and an addend for each channel, or for each of other numbers.</summary>
    public static Value Affine(LayerScope scope, Value standard, string name, bool alongChannels)
    {
        if (!scope.Has("weight")) return standard;
        Value Of(string weight) => alongChannels ? Along(scope.Program, scope.Weight(weight), standard) : scope.Weight(weight);
        var scaled = scope.Program.Multiply(standard, Of("weight"), scope.Has("bias") ? name + "Scaled" : name);
        return scope.Has("bias") ? scope.Program.Add(scaled, Of("bias"), name) : scaled;
    }
}
