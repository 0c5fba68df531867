using System;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Operators, functions and conditions of a target: at once where all of it is known, else as steps, of all examples together.
/// </summary>
internal sealed class OperatorParser(ExpressionParser expressions, TargetTrace trace)
{
    /// <summary>Null after an error.</summary>
    public TargetValue? Parse(ExpressionSyntax node) => node switch
    {
        PrefixUnaryExpressionSyntax unary => Unary(unary),
        BinaryExpressionSyntax binary => Binary(binary),
        CastExpressionSyntax cast => Cast(cast),
        ConditionalExpressionSyntax choice => Choose(
            choice,
            expressions.Evaluate(choice.Condition),
            () => expressions.Evaluate(choice.WhenTrue),
            () => expressions.Evaluate(choice.WhenFalse)),
        SwitchExpressionSyntax choice => new PatternParser(expressions, this, trace).Switch(choice),
        IsPatternExpressionSyntax match => expressions.Evaluate(match.Expression) is { } value
            ? new PatternParser(expressions, this, trace).Matches(match.Pattern, value)
            : null,
        _ => expressions.RefuseUnlessUnfinished(node),
    };

    /// <summary>The value of a function of <c>Math</c>; null after an error.</summary>
    public TargetValue? Function(ExpressionSyntax node, string name, TargetValue[] arguments)
    {
        if (arguments.All(argument => argument is TargetNumber))
        {
            double[] numbers = [.. arguments.Cast<TargetNumber>().Select(number => number.Value)];
            return expressions.Finite(node, TargetFunctions.Compute(name, numbers));
        }

        if (name == TargetFunctions.Clamp)
        {
            var raised = Function(node, "Max", [arguments[0], arguments[1]]);
            return raised is null ? null : Function(node, "Min", [raised, arguments[2]]);
        }

        return name == TargetFunctions.Pow && arguments[1] is TargetNumber exponent
            ? Power(node, arguments[0], exponent.Value)
            : Step(node, name, arguments);
    }

    /// <summary>
    /// One value where a condition holds, and another elsewhere; both are computed unless it is known which. Null after an error.
    /// </summary>
    public TargetValue? Choose(SyntaxNode node, TargetValue? condition, Func<TargetValue?> whenTrue, Func<TargetValue?> whenFalse)
    {
        if (condition is TargetFlag flag) return flag.Value ? whenTrue() : whenFalse();
        var (first, second) = (whenTrue(), whenFalse());
        return condition is null || first is null || second is null ? null : Select(node, condition, first, second);
    }

    /// <summary>The same of values that are there.</summary>
    public TargetValue? Select(SyntaxNode node, TargetValue condition, TargetValue first, TargetValue second) => (first, second) switch
    {
        _ when Equals(first, second) => first,
        (TargetNumber or TargetResult, TargetNumber or TargetResult) => Step(node, TargetFunctions.Where, condition, first, second),
        (TargetFlag or TargetMask, TargetFlag or TargetMask) =>
            Or(node, And(node, condition, first), And(node, Not(node, condition), second)),
        _ => trace.Refuse(node, ExpressionParser.Types),
    };

    public TargetValue? And(SyntaxNode node, TargetValue? left, TargetValue? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (TargetFlag flag, _) => flag.Value ? right : flag,
        (_, TargetFlag flag) => flag.Value ? left : flag,
        _ => Mask(node, TargetFunctions.And, left, right),
    };

    public TargetValue? Or(SyntaxNode node, TargetValue? left, TargetValue? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (TargetFlag flag, _) => flag.Value ? flag : right,
        (_, TargetFlag flag) => flag.Value ? flag : left,
        _ => Mask(node, TargetFunctions.Or, left, right),
    };

    public TargetValue? Not(SyntaxNode node, TargetValue? value) => value switch
    {
        null => null,
        TargetFlag flag => new TargetFlag(!flag.Value),
        _ => Mask(node, TargetFunctions.Not, value),
    };

    /// <summary>The result of an arithmetic operator; null after an error.</summary>
    public TargetValue? Compute(SyntaxNode node, SyntaxKind kind, bool isWhole, TargetValue? left, TargetValue? right)
    {
        if (left is null || right is null) return null;
        if (Operation(kind) is not { } operation || left is TargetFlag or TargetMask) return trace.Refuse(node, ExpressionParser.Grammar);
        var divides = kind is SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression;
        if (divides && right is TargetNumber { Value: 0 }) return trace.Refuse(node, "it divides by zero; divide by something else");
        if ((left, right) is (TargetNumber a, TargetNumber b))
        {
            var number = TargetFunctions.Compute(operation, [a.Value, b.Value]);
            if (!isWhole) return expressions.Finite(node, number);
            number = Math.Truncate(number);
            return number is >= int.MinValue and <= int.MaxValue
                ? new TargetNumber(number)
                : trace.Refuse(node, "it is beyond what an 'int' holds; write one number as a 'double'");
        }

        if (!isWhole || kind != SyntaxKind.DivideExpression) return Step(node, operation, left, right);
        // Exact where a quotient that is nearly whole would be rounded: what is left over goes first.
        if (Step(node, TargetFunctions.Remainder, left, right) is not { } over) return null;
        if (Step(node, TargetFunctions.Subtract, left, over) is not { } multiple) return null;
        return Step(node, TargetFunctions.Divide, multiple, right) is { } quotient ? Step(node, "Round", quotient) : null;
    }

    /// <summary>A comparison; null after an error.</summary>
    public TargetValue? Compare(SyntaxNode node, SyntaxKind kind, TargetValue? left, TargetValue? right)
    {
        if (left is null || right is null) return null;
        if (left is TargetFlag or TargetMask) return trace.Refuse(node, "compare numbers, and combine conditions with && and ||");
        if ((left, right) is (TargetNumber a, TargetNumber b)) return new TargetFlag(Compare(kind, a.Value, b.Value));
        return Mask(node, Comparison(kind)!, left, right);
    }

    private static bool Compare(SyntaxKind kind, double left, double right) => kind switch
    {
        SyntaxKind.LessThanExpression => left < right,
        SyntaxKind.LessThanOrEqualExpression => left <= right,
        SyntaxKind.GreaterThanExpression => left > right,
        SyntaxKind.GreaterThanOrEqualExpression => left >= right,
        SyntaxKind.EqualsExpression => left == right,
        _ => left != right,
    };

    private static string? Comparison(SyntaxKind kind) => kind switch
    {
        SyntaxKind.LessThanExpression => TargetFunctions.Less,
        SyntaxKind.LessThanOrEqualExpression => TargetFunctions.AtMost,
        SyntaxKind.GreaterThanExpression => TargetFunctions.Greater,
        SyntaxKind.GreaterThanOrEqualExpression => TargetFunctions.AtLeast,
        SyntaxKind.EqualsExpression => TargetFunctions.Equal,
        SyntaxKind.NotEqualsExpression => TargetFunctions.Unequal,
        _ => null,
    };

    private static string? Operation(SyntaxKind kind) => kind switch
    {
        SyntaxKind.AddExpression => TargetFunctions.Add,
        SyntaxKind.SubtractExpression => TargetFunctions.Subtract,
        SyntaxKind.MultiplyExpression => TargetFunctions.Multiply,
        SyntaxKind.DivideExpression => TargetFunctions.Divide,
        SyntaxKind.ModuloExpression => TargetFunctions.Remainder,
        _ => null,
    };

    private TargetValue? Binary(BinaryExpressionSyntax node)
    {
        var kind = node.Kind();
        if (kind is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression)
        {
            var isAnd = kind == SyntaxKind.LogicalAndExpression;
            var left = expressions.Evaluate(node.Left);
            // As in C#, the right side of one that is decided counts for nothing.
            if (left is TargetFlag flag && flag.Value != isAnd) return flag;
            var right = expressions.Evaluate(node.Right);
            return isAnd ? And(node, left, right) : Or(node, left, right);
        }

        var isComparison = Comparison(kind) is not null;
        if (!isComparison && (Operation(kind) is null || !ExpressionParser.IsNumberOrCondition(expressions.Model.GetTypeInfo(node).Type)))
        {
            return expressions.RefuseUnlessUnfinished(node);
        }

        // Both sides, so that a mistake on each is reported.
        var (first, second) = (expressions.Evaluate(node.Left), expressions.Evaluate(node.Right));
        return isComparison ? Compare(node, kind, first, second) : Compute(node, kind, expressions.IsWhole(node), first, second);
    }

    private TargetValue? Unary(PrefixUnaryExpressionSyntax node)
    {
        switch (node.Kind())
        {
            case SyntaxKind.UnaryPlusExpression:
                return expressions.Evaluate(node.Operand);
            case SyntaxKind.UnaryMinusExpression:
                return expressions.Evaluate(node.Operand) switch
                {
                    null => null,
                    TargetNumber number => new TargetNumber(-number.Value),
                    { } value => Step(node, TargetFunctions.Negate, value),
                };
            case SyntaxKind.LogicalNotExpression:
                return Not(node, expressions.Evaluate(node.Operand));
            default:
                return expressions.RefuseUnlessUnfinished(node);
        }
    }

    private TargetValue? Cast(CastExpressionSyntax node)
    {
        var (to, from) = (expressions.Model.GetTypeInfo(node).Type, expressions.Model.GetTypeInfo(node.Expression).Type);
        var areReadable = ExpressionParser.IsNumberOrCondition(to) && ExpressionParser.IsNumberOrCondition(from);
        if (!areReadable) return expressions.RefuseUnlessUnfinished(node);
        var value = expressions.Evaluate(node.Expression);
        if (value is null || to!.SpecialType != SpecialType.System_Int32 || from!.SpecialType == SpecialType.System_Int32) return value;
        return Function(node, "Truncate", [value]);
    }

    // x⁵ = (x²)² x: a program computes a repeated product once, so this is as good as an operation of its own.
    private TargetValue? Power(ExpressionSyntax node, TargetValue factor, double exponent)
    {
        const int LargestProduct = 16;
        if (!(exponent >= 1 && exponent <= LargestProduct && exponent == Math.Floor(exponent)))
        {
            return trace.Add(node, TargetFunctions.Power, [factor], exponent) is { } step ? new TargetResult(step) : null;
        }

        if (exponent == 1) return factor;
        if (Power(node, factor, Math.Floor(exponent / 2)) is not { } half) return null;
        if (Step(node, TargetFunctions.Multiply, half, half) is not { } even) return null;
        return exponent % 2 == 0 ? even : Step(node, TargetFunctions.Multiply, even, factor);
    }

    private TargetResult? Step(SyntaxNode node, string operation, params TargetValue[] operands) =>
        trace.Add(node, operation, operands) is { } step ? new(step) : null;

    private TargetMask? Mask(SyntaxNode node, string operation, params TargetValue[] operands) =>
        trace.Add(node, operation, operands) is { } step ? new(step) : null;
}
