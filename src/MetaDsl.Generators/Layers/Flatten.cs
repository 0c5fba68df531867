using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>The axes of an example from a first one on in one.</summary>
internal sealed record Flatten(int From) : LayerSpec
{
    public override string Suffix => "Flat";

    public static LayerSpec Parse(LayerWord word) => new Flatten(word.Whole("From", 0, least: 0));

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        check.Notice(From > 0 ? this : null);
        // From the last axis on there is nothing to lay in a row; an example that is flat may be flattened, as a block for any shape does.
        if (From < input.Rank - 1 || From == 0)
        {
            return Shape.Of([.. input.Sizes.Take(From), input.Sizes.Skip(From).Aggregate((product, size) => product * size)]);
        }

        check.Add(ShapeRules.NoSuchAxis, this, "From", From, input);
        return null;
    }

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var kept = x.Type.Dims.Take(From + 1).ToArray();
        var row = x.Type.Dims.Skip(From + 1).Aggregate((product, dim) => product * dim);
        return scope.Program.Reshape(x, TensorType.Of([.. kept, row]), name);
    }
}
