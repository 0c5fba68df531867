using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// Images [N, C, ...] seen through kernels [O, C / groups, ...]; with one more axis in front, of one pair of images and kernels a task.
/// </summary>
internal sealed record Convolution(Slide Slide, Dim Groups) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands)
    {
        var (images, kernels) = (Filters.Check(Slide, operands[0]), Filters.Check(Slide, operands[1]));
        Filters.CheckChannels(operands[0].Dims[images + 1], Groups * operands[1].Dims[kernels + 1], operands);
        Filters.CheckGroups(operands[1].Dims[kernels], Groups, operands);
        if (images != kernels) throw new ShapeException($"no convolution of {operands[0]} with {operands[1]}");
        return TensorType.Of([
            .. operands[0].Dims.Take(images + 1),
            operands[1].Dims[kernels],
            .. Slide.Over(operands[0], operands[1].Dims.Skip(kernels + 2).Select(dim => dim.Count)),
        ]);
    }

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var (images, kernels) = (result.Operands[0], result.Operands[1]);
        return
        [
            program.ConvolutionInput(gradient, kernels, Filters.Sizes(Slide, images), Slide, Groups),
            program.ConvolutionWeight(images, gradient, Filters.Sizes(Slide, kernels), Slide, Groups),
        ];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => Filters.Product(
        program, result, tangents, (images, kernels) => program.Convolution(images, kernels, Slide, Groups));

    /// <summary>
    /// The images of all tasks in a row where the kernels are shared; the kernels of all tasks in a row where the images are. A pass turns
    /// tasks into groups where each has its own of both.
    /// </summary>
    public override Value Batch(ProgramBuilder program, Value original, Value[] operands)
    {
        var (images, kernels) = (operands[0], operands[1]);
        if (images.Type.IsPerTask && kernels.Type.IsPerTask) return program.Convolution(images, kernels, Slide, Groups, original.Name);
        if (images.Type.IsPerTask)
        {
            var rows = program.Convolution(Filters.Join(program, images), kernels, Slide, Groups, original.Name);
            return Filters.Deal(program, rows, images.Type);
        }

        var result = program.Convolution(images, Filters.JoinOutputs(program, kernels, Groups), Slide, Groups, original.Name);
        return Filters.DealChannels(program, result, Groups);
    }

    public override long Work(Value result) => result.Type.Elements * Filters.Products(Slide, result.Operands[1].Type);

    public override string Print(Value result, IReadOnlyList<string> operands)
    {
        var arguments = Filters.Arguments(Slide, Filters.PrintGroups(result, operands[1], Groups));
        return $"torch.nn.functional.conv{CSharpLiteral.Of(Slide.Axes)}d({operands[0]}, {operands[1]}{arguments})";
    }

    protected override string Describe() => $"Convolution {Filters.Describe(Slide, Groups)}";
}
