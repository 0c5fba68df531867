using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads the expression of a ready family, in as much of C# as the families are written in.</summary>
/// <param name="values">What stands for a number.</param>
/// <param name="drawn">What is drawn for each task.</param>
/// <param name="report">Where complaints go.</param>
internal sealed class FamilyExpression(
    IReadOnlyDictionary<string, TargetValue> values, IReadOnlyList<DistributionSpec> drawn, Report report)
{
    private readonly TargetTrace trace = new(report);

    public FunctionSpec Parse(string text) => trace.Function(TargetParser.Target, Read(SyntaxFactory.ParseExpression(text)), text);

    private TargetValue Read(ExpressionSyntax node) => node switch
    {
        ParenthesizedExpressionSyntax parenthesized => Read(parenthesized.Expression),
        LiteralExpressionSyntax literal => new TargetNumber(Convert.ToDouble(literal.Token.Value)),
        IdentifierNameSyntax name => Named(name.Identifier.ValueText),
        BinaryExpressionSyntax binary => Step(node, Operation(binary.Kind()), binary.Left, binary.Right),
        ConditionalExpressionSyntax choice => Step(node, TargetFunctions.Where, choice.Condition, choice.WhenTrue, choice.WhenFalse),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax function } call =>
            Step(node, function.Name.Identifier.ValueText, [.. call.ArgumentList.Arguments.Select(argument => argument.Expression)]),
        ElementAccessExpressionSyntax element => Element(element),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "no part of a family"),
    };

    private TargetValue Named(string name)
    {
        if (values.TryGetValue(name, out var value)) return value;
        var step = trace.Drawn(name);
        return drawn.FirstOrDefault(parameter => parameter.Name == name)?.Length is { } length
            ? new TargetVector(step, name, length)
            : new TargetResult(step);
    }

    // All numbers of a vector that is not drawn are the same one.
    private TargetValue Element(ElementAccessExpressionSyntax node) => Read(node.Expression) is TargetVector vector
        ? new TargetResult(trace.Add(
            node, TargetFunctions.Element, [vector], ((TargetNumber)Read(node.ArgumentList.Arguments[0].Expression)).Value)!.Value)
        : Read(node.Expression);

    private TargetResult Step(ExpressionSyntax node, string operation, params ExpressionSyntax[] operands) =>
        new(trace.Add(node, operation, operands.Select(Read).ToArray())!.Value);

    private static string Operation(SyntaxKind kind) => kind switch
    {
        SyntaxKind.AddExpression => TargetFunctions.Add,
        SyntaxKind.SubtractExpression => TargetFunctions.Subtract,
        SyntaxKind.MultiplyExpression => TargetFunctions.Multiply,
        SyntaxKind.LessThanExpression => TargetFunctions.Less,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no part of a family"),
    };
}
