using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>Each element added at its place of a plane of zeros: the gradient of pooling.</summary>
internal sealed record Put(Window Window, EquatableArray<int> Sizes) : PlaneOp
{
    public override int Axes => Window.Axes;

    public override TensorType Infer(IReadOnlyList<TensorType> operands) => operands[0] == operands[1]
        ? TensorType.Of([.. Front(operands[0]), .. Sizes.Select(size => new Dim(size))])
        : throw new ShapeException($"{operands[1]} are no places for {operands[0]}");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.Take(gradient, result.Operands[1], Window), null];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Put(tangent, result.Operands[1], Window, Sizes) : null;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        throw new InvalidOperationException($"{this} is made of other operations before it is printed");
}
