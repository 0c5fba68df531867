using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Passes;
using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Algorithms;

/// <summary>The target of a regression task as a tensor program over the parameters of all tasks and the inputs of their examples.</summary>
internal static class TaskTarget
{
    // Support, query and test examples alike, whatever their number.
    private static readonly Dim Examples = new(2, Name: "examples");

    public static TensorProgram Build(RegressionTaskSpec tasks)
    {
        var program = new ProgramBuilder();
        var names = new Dictionary<string, Value>();
        foreach (var parameter in tasks.Parameters)
        {
            names[parameter.Name] = program.Input(parameter.Name, TensorType.Of(1, 1), "parameters." + CSharpLiteral.Identifier(parameter.Name), perTask: true);
        }

        var type = TensorType.Of([Examples, new Dim(1)]);
        foreach (var input in tasks.Inputs) names[input.Name] = program.Input(input.Name, type, VariableOf(tasks, input.Name), perTask: true);
        var target = Translate(program, tasks.Target.Expression, names);
        // One that does not depend on the input still has a value for each example.
        if (target.Type != type) target = AddOrShift(program, program.Scale(names[tasks.Inputs[0].Name], 0), target);
        target.Name = "y";
        return Optimize.Run(new TensorProgram([new("Target", target)]));
    }

    /// <summary>The variable that holds an input of all examples; where there is one input alone, it is the tensor of examples itself.</summary>
    public static string VariableOf(RegressionTaskSpec tasks, string input) =>
        tasks.Inputs.Count == 1 ? "x" : CSharpLiteral.Identifier(CSharpLiteral.Lower(input));

    private static Value Translate(ProgramBuilder program, ExpressionSpec expression, IReadOnlyDictionary<string, Value> names)
    {
        if (Constant(expression) is { } value) return program.Number(value);
        switch (expression)
        {
            case NameSpec name:
                return names[name.Name];
            case NegateSpec negate:
                return program.Negate(Translate(program, negate.Operand, names));
            case BinarySpec binary:
                var (left, right) = (Translate(program, binary.Left, names), Translate(program, binary.Right, names));
                return binary.Kind switch
                {
                    BinaryKind.Add => AddOrShift(program, left, right),
                    BinaryKind.Subtract => AddOrShift(program, left, program.Negate(right), () => program.Subtract(left, right, "difference")),
                    BinaryKind.Multiply => program.Multiply(left, right, "product"),
                    BinaryKind.Divide => Divide(program, left, right),
                    _ => throw new ArgumentOutOfRangeException(nameof(expression), binary.Kind, "not an operator"),
                };
            case CallSpec call:
                return Call(program, call, [.. call.Arguments.Select(argument => Translate(program, argument, names))]);
            default:
                throw new ArgumentOutOfRangeException(nameof(expression), expression, "not an expression");
        }
    }

    private static Value Divide(ProgramBuilder program, Value left, Value right) => (left.Op, right.Op) switch
    {
        (_, Number number) => program.Scale(left, new Factor(number.Value.Denominator, number.Value.Numerator), "quotient"),
        (Number number, _) => program.Scale(program.Apply(new Reciprocal(), [right], "reciprocal"), number.Value, "quotient"),
        _ => program.Divide(left, right, "quotient"),
    };

    // What names nothing that is drawn, computed now.
    private static double? Constant(ExpressionSpec expression) => expression switch
    {
        NumberSpec number => number.Value,
        NegateSpec negate => -Constant(negate.Operand),
        BinarySpec { Kind: BinaryKind.Add } sum => Constant(sum.Left) + Constant(sum.Right),
        BinarySpec { Kind: BinaryKind.Subtract } difference => Constant(difference.Left) - Constant(difference.Right),
        BinarySpec { Kind: BinaryKind.Multiply } product => Constant(product.Left) * Constant(product.Right),
        BinarySpec { Kind: BinaryKind.Divide } quotient => Constant(quotient.Left) / Constant(quotient.Right),
        CallSpec call when Constant(call.Arguments[0]) is { } argument => Compute(call.Function, argument),
        _ => null,
    };

    private static double Compute(string function, double argument) => function switch
    {
        "Sin" => Math.Sin(argument),
        "Cos" => Math.Cos(argument),
        "Exp" => Math.Exp(argument),
        "Log" => Math.Log(argument),
        "Sqrt" => Math.Sqrt(argument),
        "Abs" => Math.Abs(argument),
        "Tanh" => Math.Tanh(argument),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "not a function"),
    };

    private static Value AddOrShift(ProgramBuilder program, Value left, Value right, Func<Value>? otherwise = null) => (left.Op, right.Op) switch
    {
        (_, Number number) => program.Shift(left, number.Value.Value),
        (Number number, _) => program.Shift(right, number.Value.Value),
        _ => otherwise?.Invoke() ?? program.Add(left, right, "sum"),
    };

    private static Value Call(ProgramBuilder program, CallSpec call, IReadOnlyList<Value> arguments)
    {
        Op op = call.Function switch
        {
            "Sin" => new Sin(),
            "Cos" => new Cos(),
            "Exp" => new Exp(),
            "Log" => new Log(),
            "Sqrt" => new Sqrt(),
            "Abs" => new Abs(),
            "Tanh" => new Tanh(),
            _ => throw new ArgumentOutOfRangeException(nameof(call), call.Function, "not a function"),
        };
        return program.Apply(op, arguments, char.ToLowerInvariant(call.Function[0]) + call.Function.Substring(1));
    }
}
