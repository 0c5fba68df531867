using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>x Wᵀ + b, along the last axis.</summary>
internal sealed record Linear(int Width, bool Bias, InitialChoiceSpec Initial) : LayerSpec
{
    public override string UsualName => "linear";

    public override bool BeginsStage => true;

    public override string Suffix => "Sum";

    public static LayerSpec Parse(LayerWord word) =>
        new Linear(word.Size("width", "1"), word.Flag("Bias", true), word.Initial());

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        if (input.Rank <= 2)
        {
            return check.Fits(this, "width", Width, input.Last) ? Shape.Of([.. input.Sizes.Take(input.Rank - 1), Width]) : null;
        }

        check.Add(ShapeRules.NotFlat, this, "", input, "GlobalAvgPool");
        return null;
    }

    public override IEnumerable<Parameter> Parameters(Shape input) => Parameters(input.Last, Width, Bias, Initial);

    public override Value Build(LayerScope scope, Value x, string name) => Apply(scope, x, name);

    public static IEnumerable<Parameter> Parameters(int inputs, int outputs, bool hasBias, InitialChoiceSpec initial)
    {
        yield return new Parameter("weight", TensorType.Of(outputs, inputs), initial.Weight(inputs, outputs));
        if (hasBias) yield return new Parameter("bias", TensorType.Of(outputs), initial.Bias(inputs));
    }

    /// <summary>The product with the scope's weight, plus its bias where it has one.</summary>
    public static Value Apply(LayerScope scope, Value x, string name)
    {
        var (program, weight, dims) = (scope.Program, scope.Weight("weight"), x.Type.Dims);
        var rows = x.Type.Rank == 2 ? x : program.Reshape(x, TensorType.Of([dims[0] * dims[1], dims[2]]), x.Name + "Rows");
        var hasBias = scope.Has("bias");
        var value = program.MatMul(rows, program.Transpose(weight), hasBias ? name + "Product" : name);
        if (hasBias) value = program.Add(value, scope.Weight("bias"), name);
        return x.Type.Rank == 2 ? value : program.Reshape(value, TensorType.Of([dims[0], dims[1], weight.Type.Dims[0]]), name);
    }
}
