using System;
using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>A convolution and a number added to each of its channels, in one call. Put in after derivatives and batching.</summary>
internal sealed record ConvolutionWithBias(Convolution Convolution) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var result = Convolution.Infer([operands[0], operands[1]]);
        return operands[2] == TensorType.Of([result.Dims[1]]) ? result : throw new ShapeException($"{operands[2]} is no bias for {result}");
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => throw Late();

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => throw Late();

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) => throw Late();

    public override long Work(Value result) => Convolution.Work(result);

    public override string Print(Value result, IReadOnlyList<string> operands)
    {
        var groups = Filters.PrintGroups(result, operands[1], Convolution.Groups);
        var arguments = Filters.Arguments(Convolution.Slide, groups, bias: operands[2]);
        return $"torch.nn.functional.conv{CSharpLiteral.Of(Convolution.Slide.Axes)}d({operands[0]}, {operands[1]}{arguments})";
    }

    private NotSupportedException Late() => new($"{this} is put in after all derivatives have been taken");
}
