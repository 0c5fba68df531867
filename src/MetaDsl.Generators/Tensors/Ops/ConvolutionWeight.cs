using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// What each element of the kernels receives from what the convolution [N, O, ...] of images [N, C, ...] receives: the gradient with
/// respect to the kernels [O, C / groups, ...].
/// </summary>
internal sealed record ConvolutionWeight(Slide Slide, Dim Groups, EquatableArray<int> Kernel) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var (images, results) = (Filters.Check(Slide, operands[0]), Filters.Check(Slide, operands[1]));
        var (channels, outputs) = (operands[0].Dims[images + 1], operands[1].Dims[results + 1]);
        Filters.CheckGroups(channels, Groups, operands);
        Filters.CheckGroups(outputs, Groups, operands);
        if (images != results || operands[0].Dims[images] != operands[1].Dims[results]
            || !operands[1].Dims.Skip(results + 2).SequenceEqual(Slide.Over(operands[0], Kernel)))
        {
            throw new ShapeException($"{operands[1]} is no convolution of {operands[0]}");
        }

        return TensorType.Of(
            [.. operands[0].Dims.Take(images), outputs, Filters.Share(channels, Groups), .. Kernel.Select(size => new Dim(size))]);
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var (images, results) = (result.Operands[0], result.Operands[1]);
        return
        [
            program.ConvolutionInput(results, gradient, Filters.Sizes(Slide, images), Slide, Groups),
            program.Convolution(images, gradient, Slide, Groups),
        ];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => Filters.Product(
        program, result, tangents, (images, results) => program.ConvolutionWeight(images, results, Kernel, Slide, Groups));

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands)
    {
        var (images, results) = (operands[0], operands[1]);
        Value Of(Value images, Value results) => program.ConvolutionWeight(images, results, Kernel, Slide, Groups, original.Name);
        if (images.Type.IsPerTask && results.Type.IsPerTask) return Of(images, results);
        return images.Type.IsPerTask
            ? Filters.DealInputs(program, Of(Filters.JoinChannels(program, images, Groups), results))
            : Filters.DealOutputs(program, Of(images, Filters.JoinChannels(program, results, Groups)), Groups);
    }

    public override long Work(Value result) => result.Operands[1].Type.Elements * Filters.Products(Slide, result.Type);

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        throw new InvalidOperationException($"{this} is made of other operations before it is printed");

    protected override string Describe() => $"ConvolutionWeight {Filters.Describe(Slide, Groups)} to {string.Join("x", Kernel)}";
}
