using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>Normalisation of each example over groups of its channels.</summary>
internal sealed record GroupNorm(int Groups, double Epsilon, bool Affine) : Norm(Epsilon, Affine)
{
    public static LayerSpec Parse(LayerWord word) =>
        new GroupNorm(word.Size("groups", "8"), word.Amount("Epsilon", 1e-5), word.Flag("Affine", true));

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        if (input.Sizes[0] % Groups == 0) return input;
        check.Add(ShapeRules.GroupsDoNotDivide, this, "groups", Groups, input.Sizes[0], "channels", "groups");
        return null;
    }

    public override Value Build(LayerScope scope, Value x, string name) =>
        Channels.Affine(scope, Standardize(scope.Program, x, Groups, Epsilon, Standardized(name)), name, alongChannels: true);

    /// <summary>Each group of channels with zero mean and unit variance.</summary>
    public static Value Standardize(ProgramBuilder program, Value x, int groups, double epsilon, string name)
    {
        var members = x.Type.Dims.Skip(1).Aggregate(1, (product, dim) => product * dim.Count) / groups;
        var grouped = program.Reshape(x, TensorType.Of([x.Type.Dims[0], new Dim(groups), new Dim(members)]), x.Name + "Groups");
        return program.Reshape(program.Standardize(grouped, [2], epsilon, name + "Groups"), x.Type, name);
    }
}
