using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// A convolution of each task's own images with its own kernels is one convolution of all, with tasks as groups: [T, N, C, ...] and
/// [T, O, C, ...] become [N, T·C, ...] and [T·O, C, ...].
/// </summary>
internal static class GroupPass
{
    private static readonly Dim One = new(1);

    public static TensorProgram Run(TensorProgram program) => program.Rewrite(
        static value => value.Op is Convolution or ConvolutionInput or ConvolutionWeight,
        static (builder, value, operands) => value.Op switch
    {
        Convolution op when IsEachTasks(op.Slide, value) => Filters.DealChannels(
            builder,
            builder.Convolution(Images(builder, operands[0]), Kernels(builder, operands[1]), op.Slide, Dim.Tasks * op.Groups, value.Name),
            One),
        ConvolutionInput op when IsEachTasks(op.Slide, value) => Filters.DealChannels(
            builder,
            builder.ConvolutionInput(
                Images(builder, operands[0]), Kernels(builder, operands[1]), op.Sizes, op.Slide, Dim.Tasks * op.Groups, value.Name),
            One),
        ConvolutionWeight op when IsEachTasks(op.Slide, value) => Filters.DealOutputs(
            builder,
            builder.ConvolutionWeight(
                Images(builder, operands[0]), Images(builder, operands[1]), op.Kernel, op.Slide, Dim.Tasks * op.Groups, value.Name),
            One),
        _ => null,
    });

    private static bool IsEachTasks(Slide slide, Value value) => Filters.Check(slide, value.Type) == 1;

    private static Value Images(ProgramBuilder builder, Value images) => Filters.JoinChannels(builder, images, One);

    private static Value Kernels(ProgramBuilder builder, Value kernels) => Filters.JoinOutputs(builder, kernels, One);
}
