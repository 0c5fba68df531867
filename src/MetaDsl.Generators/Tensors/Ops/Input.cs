using System;
using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// A value that the program is given: a weight, the inputs of the support examples, the result of an earlier method, whose elements may
/// lie in another order than its axes.
/// </summary>
internal sealed record Input(string Name, TensorType Type, string Expression, bool PerTask = false, bool IsStrided = false) : Op
{
    public override long Work(Value result) => 0;

    public override TensorType Infer(IReadOnlyList<TensorType> operands) => Type;

    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => null;

    public override Value Batch(ProgramBuilder program, Value original, Value[] operands) =>
        throw new InvalidOperationException("an input has no operands to be batched by");

    public override string Print(Value result, IReadOnlyList<string> operands) => Expression;

    protected override string Describe() => $"Input {Name}";
}
