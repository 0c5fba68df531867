using System.Collections.Generic;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>The features divided by the root of their mean square, times a factor for each that is learnt.</summary>
internal sealed record RmsNorm(double Epsilon, bool Affine) : Norm(Epsilon, Affine)
{
    public static LayerSpec Parse(LayerWord word) => new RmsNorm(word.Amount("Epsilon", 1e-5), word.Flag("Affine", true));

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        if (Affine) yield return new Parameter("weight", TensorType.Of(input.Last), InitialSpec.One);
    }

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var program = scope.Program;
        var last = x.Type.Rank - 1;
        var square = program.Average(program.Multiply(x, x, x.Name + "Square"), [last], x.Name + "MeanSquare", keep: true);
        var size = program.Apply(new Tensors.Ops.Rsqrt(), [program.Shift(square, Epsilon)], x.Name + "InverseSize");
        return Channels.Affine(scope, program.Multiply(x, size, Affine ? name + "Scaled" : name), name, alongChannels: false);
    }
}
