using System.Linq;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>Numbers of channels beside images.</summary>
internal static class Channels
{
    /// <summary>A vector over channels with an axis of length one for each axis of the plane.</summary>
    public static Value Along(ProgramBuilder program, Value vector, Value images)
    {
        if (images.Type.Rank <= 2) return vector;
        var type = TensorType.Of([vector.Type.Dims[0], .. Enumerable.Repeat(new Dim(1), images.Type.Rank - 2)]);
        return program.Reshape(vector, type, vector.Name + "Channels");
    }

    /// <summary>What a normalisation learns: a factor and an addend for each channel, or for each of other numbers.</summary>
    public static Value Affine(LayerScope scope, Value standard, string name, bool alongChannels) => Affine(
        scope.Program,
        standard,
        scope.Has("weight") ? scope.Weight("weight") : null,
        scope.Has("bias") ? scope.Weight("bias") : null,
        name,
        alongChannels);

    public static Value Affine(ProgramBuilder program, Value standard, Value? weight, Value? bias, string name, bool alongChannels)
    {
        if (weight is null) return standard;
        Value Of(Value vector) => alongChannels ? Along(program, vector, standard) : vector;
        var scaled = program.Multiply(standard, Of(weight), bias is null ? name : name + "Scaled");
        return bias is null ? scaled : program.Add(scaled, Of(bias), name);
    }
}
