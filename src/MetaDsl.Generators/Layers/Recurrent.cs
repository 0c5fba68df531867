using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>
/// A layer of cells along a sequence, with weights laid out and named as in PyTorch; it gives the last state, or all of them.
/// </summary>
internal abstract record Recurrent(int Width, bool Whole, int Gates) : LayerSpec
{
    /// <summary>Each is written out, with its two derivatives.</summary>
    private const int MostCells = 100;

    public sealed override bool BeginsStage => true;

    public sealed override string Suffix => "States";

    public sealed override Shape? Infer(Shape input, ShapeCheck check)
    {
        if (!Sequence.Check(this, input, check)) return null;
        if (input.Sizes[0] > MostCells)
        {
            check.Add(ShapeRules.TooLong, this, "", input.Sizes[0], MostCells);
            return null;
        }

        if (!check.Fits(this, "width", Gates * Width, input.Last) || !check.Fits(this, "width", Gates * Width, Width)) return null;
        return Whole ? Shape.Of(input.Sizes[0], Width) : Shape.Of(Width);
    }

    public sealed override IEnumerable<Parameter> Parameters(Shape input)
    {
        var initial = new InitialSpec(InitialKind.PyTorch, 1 / Math.Sqrt(Width));
        yield return new Parameter("weight_ih_l0", TensorType.Of(Gates * Width, input.Last), initial);
        yield return new Parameter("weight_hh_l0", TensorType.Of(Gates * Width, Width), initial);
        yield return new Parameter("bias_ih_l0", TensorType.Of(Gates * Width), initial);
        yield return new Parameter("bias_hh_l0", TensorType.Of(Gates * Width), initial);
    }

    public sealed override Value Build(LayerScope scope, Value x, string name)
    {
        var program = scope.Program;
        var (examples, length) = (x.Type.Dims[0], x.Type.Dims[1]);
        // What the inputs of all cells give is one product.
        var rows = program.Reshape(x, TensorType.Of([examples * length, x.Type.Dims[2]]), x.Name + "Rows");
        var product = program.MatMul(rows, program.Transpose(scope.Weight("weight_ih_l0")), name + "GivenProduct");
        var sum = program.Add(product, scope.Weight("bias_ih_l0"), name + "GivenRows");
        var given = program.Reshape(sum, TensorType.Of([examples, length, new Dim(Gates * Width)]), name + "Given");
        var states = Run(scope, given, length.Count, name).ToArray();
        if (!Whole)
        {
            var last = states[states.Length - 1];
            last.Name = name;
            return last;
        }

        var type = TensorType.Of([examples, new Dim(1), new Dim(Width)]);
        return program.Concat([.. states.Select(state => program.Reshape(state, type, state.Name + "Row"))], 1, name);
    }

    /// <summary>The state after each cell, from what the inputs give to its gates.</summary>
    protected abstract IEnumerable<Value> Run(LayerScope scope, Value given, int length, string name);

    /// <summary>
    /// The state before the first cell. It is zero, of which nothing but biases would come, so there is none; but where there is no other
    /// cell, zeros see to it that the weights of the state have a gradient, which is zero.
    /// </summary>
    protected Value? Start(ProgramBuilder program, Value given, int length, string name)
    {
        if (length > 1) return null;
        var source = Gate(program, At(program, given, 0, name + "Cell1Given"), 0, name + "StartSource");
        return program.Scale(source, 0, name + "Start");
    }

    /// <summary>What the input of one cell gives.</summary>
    protected Value At(ProgramBuilder program, Value given, int step, string name)
    {
        var type = TensorType.Of([given.Type.Dims[0], given.Type.Dims[2]]);
        return program.Reshape(program.Narrow(given, 1, step, 1, name + "Row"), type, name);
    }

    /// <summary>What the state before a cell gives to its gates.</summary>
    protected static Value FromState(LayerScope scope, Value state, string cell)
    {
        var product = scope.Program.MatMul(state, scope.Program.Transpose(scope.Weight("weight_hh_l0")), cell + "RecalledProduct");
        return scope.Program.Add(product, scope.Weight("bias_hh_l0"), cell + "Recalled");
    }

    protected Value Gate(ProgramBuilder program, Value gates, int index, string name) =>
        program.Narrow(gates, 1, index * Width, Width, name);
}
