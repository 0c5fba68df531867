using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>Each element in equal shares among the elements of its window: the gradient of average pooling.</summary>
internal sealed record AveragePoolInput(Window Window, EquatableArray<int> Sizes) : PlaneOp
{
    public override int Axes => Window.Axes;

    /// <summary>Whether windows cover the plane like tiles.</summary>
    public bool IsTiled => Window.Slide.Stride == Window.Kernel
        && Window.Slide.Padding.All(size => size == 0)
        && Sizes.Select((size, axis) => size % Window.Kernel[axis]).All(rest => rest == 0);

    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var result = TensorType.Of([.. Front(operands[0]), .. Sizes.Select(size => new Dim(size))]);
        return new AveragePool(Window).Infer([result]) == operands[0]
            ? result
            : throw new ShapeException($"{operands[0]} is not made of {result} by {Window}");
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [program.AveragePool(gradient, Window)];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.AveragePoolInput(tangent, Window, Sizes) : null;

    public override long Work(Value result) => result.Operands[0].Type.Elements * Window.Elements;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        throw new InvalidOperationException($"{this} is made of other operations before it is printed");

    protected override string Describe() => $"AveragePoolInput {Window} to {string.Join("x", Sizes)}";
}
