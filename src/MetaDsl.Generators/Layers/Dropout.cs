using System.Linq;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>In training, numbers or whole channels set to zero at random; else nothing.</summary>
internal sealed record Dropout(double Rate, bool WholeChannels) : LayerSpec
{
    public override string UsualName => "dropout";

    public override string Suffix => "Kept";

    public override string Remark => Printing.CSharpLiteral.Of(Rate) + (WholeChannels ? ", channels" : "");

    public static LayerSpec Parse(LayerWord word) => new Dropout(word.Share("rate", 0.5), word.Flag("Channels", false));

    public override Shape? Infer(Shape input, ShapeCheck check) => input;

    public override Value Build(LayerScope scope, Value x, string name)
    {
        if (scope.Pass.Kind != PassKind.Training || Rate == 0) return x;
        var type = WholeChannels ? TensorType.Of(x.Type.Dims.Select((dim, axis) => axis < 2 ? dim : new Dim(1))) : x.Type;
        return scope.Program.Multiply(x, scope.Pass.Mask(scope.Program, scope.Path, type, Rate), name);
    }
}
