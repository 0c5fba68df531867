using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The mean of each window, in which what lies outside the plane counts as zeros.</summary>
internal sealed record AveragePool(Window Window) : PlaneOp
{
    public override int Axes => Window.Axes;

    public override TensorType Infer(IReadOnlyList<TensorType> operands) => Window.Slide.Dilation.All(by => by == 1)
        ? TensorType.Of([.. Front(operands[0]), .. Window.Slide.Over(operands[0], Window.Kernel)])
        : throw new ShapeException("torch has no means of windows with gaps");

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.AveragePoolInput(gradient, Window, Filters.Sizes(Window.Slide, result.Operands[0]))];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.AveragePool(tangent, Window) : null;

    public override long Work(Value result) => result.Type.Elements * Window.Elements;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"torch.nn.functional.avg_pool{CSharpLiteral.Of(Axes)}d({operands[0]}, {Window.Arguments()})";

    protected override string Describe() => $"AveragePool {Window}";
}
