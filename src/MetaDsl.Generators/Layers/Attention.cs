using System;
using System.Collections.Generic;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>Multi-head self-attention over a sequence, with weights laid out and named as in PyTorch.</summary>
internal sealed record Attention(int Heads) : LayerSpec
{
    public override string UsualName => "attention";

    public override bool BeginsStage => true;

    public override string Suffix => "Attended";

    public static LayerSpec Parse(LayerWord word) => new Attention(word.Size("heads", "4"));

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        if (!Sequence.Check(this, input, check)) return null;
        if (input.Last % Heads == 0) return check.Fits(this, "", 3L * input.Last, input.Last) ? input : null;
        check.Add(ShapeRules.GroupsDoNotDivide, this, "heads", Heads, input.Last, "features", "heads");
        return null;
    }

    public override IEnumerable<Parameter> Parameters(Shape input)
    {
        var width = input.Last;
        // As PyTorch: uniform over inputs and outputs, all three projections as one, and biases that begin at zero.
        var initial = new InitialSpec(InitialKind.Uniform, Math.Sqrt(6.0 / (4 * width)));
        yield return new Parameter("in_proj_weight", TensorType.Of(3 * width, width), initial);
        yield return new Parameter("in_proj_bias", TensorType.Of(3 * width), InitialSpec.Zero);
        yield return new Parameter("out_proj.weight", TensorType.Of(width, width), InitialSpec.PyTorch(width));
        yield return new Parameter("out_proj.bias", TensorType.Of(width), InitialSpec.Zero);
    }

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var program = scope.Program;
        var (examples, length, width) = (x.Type.Dims[0], x.Type.Dims[1], x.Type.Dims[2].Count);
        var (heads, each) = (new Dim(Heads), new Dim(width / Heads));
        var rows = program.Reshape(x, TensorType.Of([examples * length, new Dim(width)]), x.Name + "Rows");
        var product = program.MatMul(rows, program.Transpose(scope.Weight("in_proj_weight")), name + "InProduct");
        var projected = program.Add(product, scope.Weight("in_proj_bias"), name + "In");

        Value Part(int index, string part)
        {
            var columns = program.Narrow(projected, 1, index * width, width, name + part + "Rows");
            var split = program.Reshape(columns, TensorType.Of([examples, length, heads, each]), name + part + "Heads");
            return program.Permute(split, [0, 2, 1, 3], name + part);
        }

        // Scaled before the product: the queries are fewer than the scores.
        var queries = program.Scale(Part(0, "Queries"), 1 / Math.Sqrt(width / Heads), name + "ScaledQueries");
        var scores = program.MatMul(queries, program.Transpose(Part(1, "Keys")), name + "Scores");
        var shares = program.Apply(new Tensors.Ops.Softmax(3), [scores], name + "Shares");
        var mixed = program.Permute(program.MatMul(shares, Part(2, "Values"), name + "Mixed"), [0, 2, 1, 3], name + "ByPlace");
        var joined = program.Reshape(mixed, rows.Type, name + "Joined");
        var result = program.MatMul(joined, program.Transpose(scope.Weight("out_proj.weight")), name + "OutProduct");
        return program.Reshape(program.Add(result, scope.Weight("out_proj.bias"), name + "Out"), x.Type, name);
    }
}
