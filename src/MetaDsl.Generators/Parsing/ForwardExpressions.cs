using System;
using System.Collections.Generic;
using System.Globalization;
using MetaDsl.Generators.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>Evaluates the expressions of one method, with what its locals hold: numbers at once, tensors as steps of the trace.</summary>
internal sealed class ForwardExpressions(ForwardParser parser, ForwardTrace trace, SemanticModel model)
{
    private static readonly string Possible =
        $"use the layers of this class, + - * /, methods of this class, and the tensor operations {Operations.Names}";

    private readonly Dictionary<ISymbol, ForwardValue> values = new(SymbolEqualityComparer.Default);

    public SemanticModel Model => model;

    /// <summary>What a local or parameter holds; null where it holds nothing.</summary>
    public ForwardValue? Get(ISymbol variable) => values.TryGetValue(variable, out var value) ? value : null;

    public void Set(ISymbol variable, ForwardValue value) => values[variable] = value;

    /// <summary>Null after an error.</summary>
    public ForwardValue? Evaluate(ExpressionSyntax node)
    {
        if (!trace.Enter(node)) return null;
        try
        {
            if (model.GetConstantValue(node) is { HasValue: true, Value: var constant }) return Constant(node, constant);
            return node switch
            {
                ParenthesizedExpressionSyntax parenthesized => Evaluate(parenthesized.Expression),
                IdentifierNameSyntax => Local(node),
                PrefixUnaryExpressionSyntax minus when minus.IsKind(SyntaxKind.UnaryMinusExpression) => Negate(minus),
                BinaryExpressionSyntax binary => Compute(binary, binary.Kind(), Evaluate(binary.Left), Evaluate(binary.Right)),
                InvocationExpressionSyntax call => Call(call),
                _ => trace.Refuse(node, Possible),
            };
        }
        finally
        {
            trace.Leave();
        }
    }

    /// <summary>Whether a condition holds; null after an error.</summary>
    public bool? Condition(ExpressionSyntax node)
    {
        if (node is ParenthesizedExpressionSyntax parenthesized) return Condition(parenthesized.Expression);
        if (node is BinaryExpressionSyntax binary
            && Evaluate(binary.Left) is ForwardNumber left
            && Evaluate(binary.Right) is ForwardNumber right)
        {
            switch (binary.Kind())
            {
                case SyntaxKind.LessThanExpression: return left.Value < right.Value;
                case SyntaxKind.LessThanOrEqualExpression: return left.Value <= right.Value;
                case SyntaxKind.GreaterThanExpression: return left.Value > right.Value;
                case SyntaxKind.GreaterThanOrEqualExpression: return left.Value >= right.Value;
                case SyntaxKind.EqualsExpression: return left.Value == right.Value;
                case SyntaxKind.NotEqualsExpression: return left.Value != right.Value;
            }
        }

        if (!trace.Failed) trace.Refuse(node, "a condition must compare constants");
        return null;
    }

    /// <summary>The result of an operator; null after an error.</summary>
    public ForwardValue? Compute(SyntaxNode node, SyntaxKind kind, ForwardValue? left, ForwardValue? right)
    {
        if (left is null || right is null) return null;
        var operation = kind switch
        {
            SyntaxKind.AddExpression => "add",
            SyntaxKind.SubtractExpression => "sub",
            SyntaxKind.MultiplyExpression => "mul",
            SyntaxKind.DivideExpression => "div",
            SyntaxKind.ModuloExpression when (left, right) is (ForwardNumber, ForwardNumber) => "mod",
            _ => "",
        };
        return (left, right, operation) switch
        {
            (_, _, "") => trace.Refuse(node, Possible),
            (ForwardNumber, ForwardNumber { Value: 0 }, "div" or "mod") =>
                trace.Refuse(node, "it divides by zero; divide by something else"),
            (ForwardNumber a, ForwardNumber b, _) => new ForwardNumber(Fold(operation, a.Value, b.Value, IsWhole(node))),
            (ForwardTensor a, ForwardTensor b, _) => trace.Operation(node, operation, [a.Step, b.Step], []),
            (ForwardTensor a, ForwardNumber b, _) => trace.Operation(node, operation, [a.Step], [b.Value]),
            (ForwardNumber a, ForwardTensor b, "add" or "mul") => trace.Operation(node, operation, [b.Step], [a.Value]),
            // What torch has no operation for is made of two: a - x = -x + a, a / x = 1/x · a.
            (ForwardNumber a, ForwardTensor b, "sub") => Twice(node, b, "neg", "add", a),
            (ForwardNumber a, ForwardTensor b, _) => Twice(node, b, "reciprocal", "mul", a),
            _ => trace.Refuse(node, Possible),
        };
    }

    private ForwardTensor? Twice(SyntaxNode node, ForwardTensor x, string first, string second, ForwardNumber number) =>
        trace.Operation(node, first, [x.Step], []) is { } between ? trace.Operation(node, second, [between.Step], [number.Value]) : null;

    private ForwardValue? Constant(ExpressionSyntax node, object? value) =>
        value is int or long or double or float or short or byte && model.GetTypeInfo(node).Type?.TypeKind != TypeKind.Enum
            ? new ForwardNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture))
            : trace.Refuse(node, Possible);

    private ForwardValue? Local(ExpressionSyntax node) =>
        model.GetSymbolInfo(node).Symbol is { } symbol ? Get(symbol) ?? trace.Refuse(node, Possible) : trace.Fail();

    private ForwardValue? Negate(PrefixUnaryExpressionSyntax node) => Evaluate(node.Operand) switch
    {
        ForwardNumber number => new ForwardNumber(-number.Value),
        ForwardTensor tensor => trace.Operation(node, "neg", [tensor.Step], []),
        _ => null,
    };

    private bool IsWhole(SyntaxNode node) => node is ExpressionSyntax expression
        && model.GetTypeInfo(expression).Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

    private static double Fold(string operation, double left, double right, bool isWhole) => operation switch
    {
        "add" => left + right,
        "sub" => left - right,
        "mul" => left * right,
        "div" => isWhole ? Math.Truncate(left / right) : left / right,
        _ => left % right,
    };

    private ForwardValue? Call(InvocationExpressionSyntax node)
    {
        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method) return trace.Fail();
        var receiver = (node.Expression as MemberAccessExpressionSyntax)?.Expression;
        if (method.ContainingType is { Name: "Layer", ContainingNamespace.Name: "MetaDsl" }) return Layer(node, receiver);
        if (parser.IsHelper(method)) return Helper(node, method);
        var isTensorMethod = ForwardParser.IsTensor(method.ContainingType);
        var isTorchs = isTensorMethod || IsTorch(method.ContainingType);
        if (!isTorchs || !Operations.IsKnown(method.Name)) return trace.Refuse(node, Possible);
        var arguments = new ForwardArguments(this, trace);
        if (isTensorMethod && !method.IsStatic)
        {
            if (receiver is null || Evaluate(receiver) is not ForwardTensor tensor)
            {
                return trace.Failed ? null : trace.Refuse(node, Possible);
            }

            arguments.Operands.Add(tensor.Step);
        }

        return arguments.Read(node, method) ? trace.Operation(node, method.Name, arguments.Operands, arguments.Numbers) : null;
    }

    private static bool IsTorch(INamedTypeSymbol type) =>
        type.Name == "torch" || (type.Name == "functional" && type.ContainingType is { Name: "nn", ContainingType.Name: "torch" });

    private ForwardValue? Layer(InvocationExpressionSyntax node, ExpressionSyntax? receiver)
    {
        if (receiver is null || model.GetSymbolInfo(receiver).Symbol is not IPropertySymbol property) return trace.Refuse(node, Possible);
        if (parser.LayerOf(property) is not { } name)
        {
            return trace.Refuse(receiver, "it is no layer; put one on the property, as in '[Linear(40)]'");
        }

        if (Evaluate(node.ArgumentList.Arguments[0].Expression) is ForwardTensor x) return trace.Layer(node, name, x);
        return trace.Failed ? null : trace.Refuse(node, Possible);
    }

    private ForwardValue? Helper(InvocationExpressionSyntax node, IMethodSymbol method)
    {
        var given = new List<ForwardValue>();
        foreach (var argument in node.ArgumentList.Arguments)
        {
            if (argument.NameColon is not null) return trace.Refuse(argument, "give arguments in their order, without names");
            if (Evaluate(argument.Expression) is not { } value) return null;
            given.Add(value);
        }

        return given.Count == method.Parameters.Length ? parser.Run(method, given) : trace.Refuse(node, "give all arguments");
    }
}
