using System.Collections.Generic;
using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>x - log Σ exp(x) along an axis: the logarithm of <see cref="Softmax"/> without its rounding.</summary>
internal sealed record LogSoftmax(int Axis) : Op
{
    public override TensorType Infer(IReadOnlyList<TensorType> operands) => operands[0];

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient)
    {
        var total = program.Sum(gradient, [Axis], gradient.Name + "Total", keep: true);
        return [program.Subtract(gradient, program.Multiply(Chances(program, result), total, gradient.Name + "Terms"))];
    }

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents)
    {
        if (tangents[0] is not { } tangent) return null;
        var terms = program.Multiply(tangent, Chances(program, result), tangent.Name + "Terms");
        return program.Subtract(tangent, program.Sum(terms, [Axis], tangent.Name + "Mean", keep: true));
    }

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        program.Apply(new LogSoftmax(Axis + 1), operands, original.Name);

    public override long Work(Value result) => 3 * result.Type.Elements;

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.log_softmax({CSharpLiteral.Of(Axis)})";

    protected override string Describe() => $"LogSoftmax {Axis}";

    private static Value Chances(ProgramBuilder program, Value result) => program.Apply(new Exp(), [result], result.Name + "Chances");
}
