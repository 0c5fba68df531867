using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Translates a user's C# expression over drawn properties. What it lets through is a list, and everything else is an error at its node.
/// Constants are folded as C# folds them, so that <c>1 / 2 * X</c> is zero here as it is there; all that is left is of type double.
/// </summary>
internal sealed class ExpressionParser(SemanticModel model, IEnumerable<IPropertySymbol> drawn, Report report)
{
    // Far beyond what a person writes, and far below what would exhaust the stack of the compiler.
    private const int DeepestNesting = 200;
    private const int LargestExponent = 16;
    private const string Grammar =
        "use numbers, drawn properties, + - * / and 'Math' with 'Abs', 'Cos', 'Exp', 'Log', 'Pow', 'Sin', 'Sqrt' or 'Tanh'";

    private static readonly HashSet<string> Functions = ["Abs", "Cos", "Exp", "Log", "Sin", "Sqrt", "Tanh"];

    private readonly HashSet<ISymbol> properties = new(drawn, SymbolEqualityComparer.Default);

    private int depth;
    private bool isTooDeep;

    /// <summary>The drawn properties that the expression depends on.</summary>
    public ISet<string> Used { get; } = new HashSet<string>();

    /// <summary>Null after an error.</summary>
    public ExpressionSpec? Parse(ExpressionSyntax node)
    {
        if (depth == DeepestNesting && !isTooDeep) Refuse(node, "write a less deeply nested expression");
        isTooDeep |= depth == DeepestNesting;
        if (isTooDeep) return null;
        depth++;
        try
        {
            var constant = model.GetConstantValue(node);
            return constant.HasValue ? Number(node, constant.Value) : Inner(node);
        }
        finally
        {
            depth--;
        }
    }

    private ExpressionSpec? Inner(ExpressionSyntax node) => node switch
    {
        ParenthesizedExpressionSyntax parenthesized => Parse(parenthesized.Expression),
        PrefixUnaryExpressionSyntax minus when minus.IsKind(SyntaxKind.UnaryMinusExpression) => Negate(minus),
        BinaryExpressionSyntax binary when Operator(binary) is { } kind => Binary(kind, binary),
        IdentifierNameSyntax => Property(node),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => Property(node),
        InvocationExpressionSyntax call => Call(call),
        _ => RefuseUnlessUnfinished(node),
    };

    private NumberSpec? Number(ExpressionSyntax node, object? value)
    {
        if (value is null or bool or char or string) return Refuse<NumberSpec>(node, Grammar);
        var number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
        return Numbers.IsFinite(number) ? new NumberSpec(number) : Refuse<NumberSpec>(node, "it is not a finite number; use one that is");
    }

    private NegateSpec? Negate(PrefixUnaryExpressionSyntax node) => Parse(node.Operand) is { } operand ? new NegateSpec(operand) : null;

    private BinarySpec? Binary(BinaryKind kind, BinaryExpressionSyntax node)
    {
        // Both sides, so that a mistake on each is reported.
        var (left, right) = (Parse(node.Left), Parse(node.Right));
        return left is null || right is null ? null : new BinarySpec(kind, left, right);
    }

    private static BinaryKind? Operator(BinaryExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.AddExpression => BinaryKind.Add,
        SyntaxKind.SubtractExpression => BinaryKind.Subtract,
        SyntaxKind.MultiplyExpression => BinaryKind.Multiply,
        SyntaxKind.DivideExpression => BinaryKind.Divide,
        _ => null,
    };

    private ExpressionSpec? Property(ExpressionSyntax node)
    {
        if (model.GetSymbolInfo(node).Symbol is not { } symbol) return Unfinished();
        if (properties.Contains(symbol))
        {
            Used.Add(symbol.Name);
            return new NameSpec(symbol.Name);
        }

        return symbol is IPropertySymbol
            ? Refuse(node, "it is not drawn; put '[Uniform(low, high)]' or '[Normal(mean, standardDeviation)]' on the property")
            : Refuse(node, Grammar);
    }

    private ExpressionSpec? Call(InvocationExpressionSyntax node)
    {
        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method) return Unfinished();
        var arguments = node.ArgumentList.Arguments;
        if (!IsMath(method) || arguments.Any(argument => argument.NameColon is not null)) return Refuse(node, Grammar);
        if (method.Name == "Pow") return Power(arguments[0].Expression, arguments[1].Expression);
        if (!Functions.Contains(method.Name) || arguments.Count != 1) return Refuse(node, Grammar);
        return Parse(arguments[0].Expression) is { } operand ? new CallSpec(method.Name, new([operand])) : null;
    }

    private static bool IsMath(IMethodSymbol method) =>
        method.ReturnType.SpecialType == SpecialType.System_Double
        && method.ContainingType is { Name: "Math", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    // x⁵ = (x²)² x: a program computes a repeated product once, so this is as good as an operation of its own.
    private ExpressionSpec? Power(ExpressionSyntax operand, ExpressionSyntax exponent)
    {
        var power = model.GetConstantValue(exponent).Value switch { double value => value, int whole => whole, _ => 0 };
        if (!(power >= 1 && power <= LargestExponent && power == Math.Floor(power)))
        {
            return Refuse(exponent, $"use a whole number from 1 to {Word.Shown(LargestExponent)} as the exponent");
        }

        return Parse(operand) is { } factor ? Power(factor, (int)power) : null;
    }

    private static ExpressionSpec Power(ExpressionSpec factor, int exponent)
    {
        if (exponent == 1) return factor;
        var half = Power(factor, exponent / 2);
        var even = new BinarySpec(BinaryKind.Multiply, half, half);
        return exponent % 2 == 0 ? even : new BinarySpec(BinaryKind.Multiply, even, factor);
    }

    // C# reports an error at a name that stands for nothing.
    private ExpressionSpec? Unfinished()
    {
        report.Fail();
        return null;
    }

    private ExpressionSpec? RefuseUnlessUnfinished(ExpressionSyntax node) =>
        model.GetTypeInfo(node).Type is null or IErrorTypeSymbol ? Unfinished() : Refuse(node, Grammar);

    private ExpressionSpec? Refuse(ExpressionSyntax node, string wayOut) => Refuse<ExpressionSpec>(node, wayOut);

    private TSpec? Refuse<TSpec>(ExpressionSyntax node, string wayOut)
        where TSpec : ExpressionSpec
    {
        report.Add(TaskRules.NotTranslatable, node.GetLocation(), SourceText.Quote(node), wayOut);
        return null;
    }
}
