using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Reads the expressions of one getter or method of a target, with what its locals hold. What it lets through is a list, and everything
/// else is an error at its node. Constants are folded as C# folds them, so that <c>1 / 2 * X</c> is zero here as it is there.
/// </summary>
internal sealed class ExpressionParser
{
    public const string Types = "use 'double', 'int' and 'bool', and 'Vector' for what a method is given";

    public static readonly string Grammar =
        $"use numbers, properties and methods of this class, operators, conditions, and 'Math' with {TargetFunctions.Names}";

    private readonly TargetParser parser;
    private readonly TargetTrace trace;
    private readonly OperatorParser operators;

    public ExpressionParser(TargetParser parser, TargetTrace trace, SemanticModel model)
    {
        (this.parser, this.trace, Model) = (parser, trace, model);
        operators = new(this, trace);
    }

    public SemanticModel Model { get; }

    public OperatorParser Operators => operators;

    /// <summary>What the locals and parameters hold.</summary>
    public Dictionary<ISymbol, TargetValue> Values { get; set; } = new(SymbolEqualityComparer.Default);

    public static bool IsNumberOrCondition(ITypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Double or SpecialType.System_Int32 or SpecialType.System_Boolean;

    /// <summary>Null after an error.</summary>
    public TargetValue? Evaluate(ExpressionSyntax node)
    {
        if (!trace.Enter(node)) return null;
        try
        {
            var constant = Model.GetConstantValue(node);
            return constant.HasValue ? Constant(node, constant.Value) : Inner(node);
        }
        finally
        {
            trace.Leave();
        }
    }

    /// <summary>Whether an expression gives a whole number: then C# divides it as one.</summary>
    public bool IsWhole(ExpressionSyntax node) => Model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Int32;

    public TargetValue? RefuseUnlessUnfinished(ExpressionSyntax node)
    {
        // Some have no type of their own, like a lambda, but that of their place.
        var info = Model.GetTypeInfo(node);
        return (info.Type ?? info.ConvertedType) is null or IErrorTypeSymbol ? trace.Fail() : trace.Refuse(node, Grammar);
    }

    private TargetValue? Inner(ExpressionSyntax node) => node switch
    {
        ParenthesizedExpressionSyntax parenthesized => Evaluate(parenthesized.Expression),
        IdentifierNameSyntax => Named(node),
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => Named(node),
        MemberAccessExpressionSyntax member => Length(member),
        InvocationExpressionSyntax call => Call(call),
        ElementAccessExpressionSyntax element => Element(element),
        PrefixUnaryExpressionSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax
            or IsPatternExpressionSyntax or CastExpressionSyntax => operators.Parse(node),
        _ => RefuseUnlessUnfinished(node),
    };

    private TargetValue? Constant(ExpressionSyntax node, object? value)
    {
        if (value is bool flag) return new TargetFlag(flag);
        if (value is null or char or string) return trace.Refuse(node, Grammar);
        return Finite(node, Convert.ToDouble(value, CultureInfo.InvariantCulture));
    }

    /// <summary>A number, unless it is none.</summary>
    public TargetValue? Finite(SyntaxNode node, double number) =>
        Numbers.IsFinite(number) ? new TargetNumber(number) : trace.Refuse(node, "it is not a finite number; use one that is");

    private TargetValue? Named(ExpressionSyntax node)
    {
        switch (Model.GetSymbolInfo(node).Symbol)
        {
            case null:
                // C# reports an error at a name that stands for nothing.
                return trace.Fail();
            case IPropertySymbol property when parser.IsOwn(property):
                return parser.Property(property, node);
            case { Kind: SymbolKind.Local or SymbolKind.Parameter } variable when Values.TryGetValue(variable, out var value):
                return value;
            case ILocalSymbol:
                // C# reports a variable that is read before it is assigned.
                return trace.Fail();
            default:
                return trace.Refuse(node, Grammar);
        }
    }

    // X.Length
    private TargetValue? Length(MemberAccessExpressionSyntax node)
    {
        if (Model.GetSymbolInfo(node).Symbol is not { } symbol) return trace.Fail();
        if (symbol.Name != "Length" || !TargetParser.IsVector(symbol.ContainingType)) return trace.Refuse(node, Grammar);
        return Evaluate(node.Expression) is TargetVector vector ? new TargetNumber(vector.Length) : null;
    }

    // X[i]
    private TargetValue? Element(ElementAccessExpressionSyntax node)
    {
        if (Model.GetTypeInfo(node.Expression).Type is not { } type) return trace.Fail();
        if (!TargetParser.IsVector(type)) return RefuseUnlessUnfinished(node);
        if (Model.GetSymbolInfo(node).Symbol is null) return trace.Fail();
        var (vector, index) = (Evaluate(node.Expression) as TargetVector, Evaluate(node.ArgumentList.Arguments[0].Expression));
        if (vector is null || index is null) return null;
        if (index is not TargetNumber number) return trace.Refuse(node, "count over constants, as in 'for (var i = 0; i < 3; i++)'");
        if (number.Value >= 0 && number.Value < vector.Length)
        {
            return Result(trace.Add(node, TargetFunctions.Element, [vector], number.Value));
        }

        var last = Word.Shown(vector.Length - 1);
        return trace.Refuse(node, $"there is no number {Word.Shown(number.Value)} in '{vector.Name}'; use 0 to {last}");
    }

    private TargetValue? Call(InvocationExpressionSyntax node)
    {
        if (Model.GetSymbolInfo(node).Symbol is not IMethodSymbol method) return trace.Fail();
        var arguments = node.ArgumentList.Arguments;
        var isMath = IsMath(method);
        var isOnThis = node.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };
        var isOwn = parser.IsOwn(method) && (method.IsStatic || isOnThis);
        var isVectors = TargetParser.IsVector(method.ContainingType);
        if (!isMath && !isOwn && !isVectors) return trace.Refuse(node, Grammar);
        if (isMath && !TargetFunctions.Has(method.Name, arguments.Count)) return trace.Refuse(node, Grammar);
        if (arguments.Any(argument => argument.NameColon is not null) || arguments.Count != method.Parameters.Length)
        {
            return trace.Refuse(node, isMath ? Grammar : "give all arguments in their order, without names");
        }

        // All of them, so that a mistake in each is reported.
        var all = arguments.Select(argument => Evaluate(argument.Expression)).ToArray();
        var given = all.OfType<TargetValue>().ToArray();
        if (given.Length != all.Length) return null;
        return isMath ? operators.Function(node, method.Name, given)
            : isOwn ? parser.Call(method, given, node)
            : OfVector(node, method, given);
    }

    // X.Sum(), A.Dot(X)
    private TargetValue? OfVector(InvocationExpressionSyntax node, IMethodSymbol method, TargetValue[] arguments)
    {
        if (Evaluate(((MemberAccessExpressionSyntax)node.Expression).Expression) is not TargetVector vector) return null;
        if (arguments.Length == 0) return Result(trace.Add(node, method.Name, [vector]));
        if (arguments[0] is TargetVector other && other.Length != vector.Length)
        {
            var lengths = $"'{vector.Name}' has {Word.Shown(vector.Length)} numbers and '{other.Name}' {Word.Shown(other.Length)}";
            return trace.Refuse(node, lengths + "; give both the same '[Count]'");
        }

        return Result(trace.Add(node, method.Name, [vector, .. arguments]));
    }

    private static TargetResult? Result(int? step) => step is { } place ? new(place) : null;

    private static bool IsMath(IMethodSymbol method) =>
        IsNumberOrCondition(method.ReturnType)
        && method.ContainingType is { Name: "Math", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
