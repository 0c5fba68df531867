using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// What each element of the images receives from what their convolution [N, O, ...] with kernels [O, C / groups, ...] receives: the
/// gradient with respect to the images, and the forward pass of a transposed convolution, of whose input channels there are O.
/// </summary>
internal sealed record ConvolutionInput(Slide Slide, Dim Groups, EquatableArray<int> Sizes) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var (images, kernels) = (Filters.Check(Slide, operands[0]), Filters.Check(Slide, operands[1]));
        Filters.CheckChannels(operands[0].Dims[images + 1], operands[1].Dims[kernels], operands);
        Filters.CheckGroups(operands[1].Dims[kernels], Groups, operands);
        var result = TensorType.Of([
            .. operands[0].Dims.Take(images + 1),
            Groups * operands[1].Dims[kernels + 1],
            .. Sizes.Select(size => new Dim(size)),
        ]);
        var steps = Slide.Over(result, operands[1].Dims.Skip(kernels + 2).Select(dim => dim.Count));
        return images == kernels && operands[0].Dims.Skip(images + 2).SequenceEqual(steps)
            ? result
            : throw new ShapeException($"{operands[0]} is no convolution of {result} with {operands[1]}");
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var (images, kernels) = (result.Operands[0], result.Operands[1]);
        return
        [
            program.Convolution(gradient, kernels, Slide, Groups),
            program.ConvolutionWeight(gradient, images, Filters.Sizes(Slide, kernels), Slide, Groups),
        ];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => Filters.Product(
        program, result, tangents, (images, kernels) => program.ConvolutionInput(images, kernels, Sizes, Slide, Groups));

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands)
    {
        var (images, kernels) = (operands[0], operands[1]);
        Value Of(Value images, Value kernels) => program.ConvolutionInput(images, kernels, Sizes, Slide, Groups, original.Name);
        if (images.Type.IsPerTask && kernels.Type.IsPerTask) return Of(images, kernels);
        if (images.Type.IsPerTask) return Filters.Deal(program, Of(Filters.Join(program, images), kernels), images.Type);
        return Filters.DealChannels(program, Of(images, Filters.JoinInputs(program, kernels)), Groups);
    }

    public override long Work(Value result) => result.Operands[0].Type.Elements * Filters.Products(Slide, result.Operands[1].Type);

    public override string Print(Value result, IReadOnlyList<string> operands)
    {
        var kernel = Filters.Sizes(Slide, result.Operands[1]);
        var rest = Sizes.Select((size, axis) => Slide.Rest(axis, size, kernel[axis])).ToArray();
        var arguments = Filters.Arguments(Slide, Filters.PrintGroups(result, operands[1], Groups), rest);
        return $"torch.nn.functional.conv_transpose{CSharpLiteral.Of(Slide.Axes)}d({operands[0]}, {operands[1]}{arguments})";
    }

    protected override string Describe() => $"ConvolutionInput {Filters.Describe(Slide, Groups)} to {string.Join("x", Sizes)}";
}
