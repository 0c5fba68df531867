using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>The largest element of each window.</summary>
internal sealed record MaxPool(Window Window) : PlaneOp
{
    public override int Axes => Window.Axes;

    public override TensorType Infer(IReadOnlyList<TensorType> operands) =>
        TensorType.Of([.. Front(operands[0]), .. Window.Slide.Over(operands[0], Window.Kernel)]);

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) =>
        [program.Put(gradient, Places(program, result), Window, Filters.Sizes(Window.Slide, result.Operands[0]))];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) =>
        tangents[0] is { } tangent ? program.Take(tangent, Places(program, result), Window) : null;

    public override long Work(Value result) => result.Type.Elements * Window.Elements;

    public override string Print(Value result, IReadOnlyList<string> operands) =>
        $"torch.nn.functional.max_pool{CSharpLiteral.Of(Axes)}d({operands[0]}, {Window.Arguments()})";

    protected override string Describe() => $"MaxPool {Window}";

    private Value Places(ProgramBuilder program, Value result) =>
        program.Apply(new MaxPoolPlaces(Window), result.Operands, result.Name + "Places");
}
