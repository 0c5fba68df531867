using System;
using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// Where in its plane the largest element of each window is, counted along the rows: whole numbers, which nothing flows through.
/// </summary>
internal sealed record MaxPoolPlaces(Window Window) : PlaneOp
{
    public override int Axes => Window.Axes;

    public override TensorType Infer(IReadOnlyList<TensorType> operands) => new MaxPool(Window).Infer(operands);

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        throw new NotSupportedException($"{this} is a whole number, which has no gradient");

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => null;

    /// <summary>Torch finds the values and their places in one call, of which this is the second result.</summary>
    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"torch.nn.functional.max_pool{CSharpLiteral.Of(Axes)}d_with_indices({operands[0]}, {Window.Arguments()})";

    protected override string Describe() => $"MaxPoolPlaces {Window}";
}
