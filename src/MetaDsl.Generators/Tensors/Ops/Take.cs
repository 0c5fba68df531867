using System;
using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The elements at given places of each plane: what pooling would have chosen, had it been asked about another tensor.</summary>
internal sealed record Take(Window Window) : PlaneOp
{
    public override int Axes => Window.Axes;

    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        Front(operands[0]).SequenceEqual(Front(operands[1]))
            ? operands[1]
            : throw new ShapeException($"{operands[1]} are no places of {operands[0]}");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.Put(gradient, result.Operands[1], Window, Filters.Sizes(Window.Slide, result.Operands[0])), null];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Take(tangent, result.Operands[1], Window) : null;

    public override long Work(Value result) => result.Type.Elements;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        throw new InvalidOperationException($"{this} is made of other operations before it is printed");
}
