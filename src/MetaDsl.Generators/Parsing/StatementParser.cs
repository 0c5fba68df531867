using System.Collections.Generic;
using MetaDsl.Generators.Printing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Runs the statements of one getter or method of a target. Where a condition differs from example to example, both branches run, and what
/// they assigned or returned is chosen example by example.
/// </summary>
internal sealed class StatementParser(ExpressionParser expressions, TargetTrace trace)
{
    private const int LongestLoop = 1_000;
    private const string NoConstants = "a loop must count over constants; write it as 'for (var i = 0; i < 3; i++)'";
    private const string Possible = "use locals, assignments to them, 'for' loops of constant length, 'if', and 'return'";

    // What was returned so far, each under its condition; the first that holds is the result.
    private readonly List<(TargetValue Condition, TargetValue Value, SyntaxNode Node)> returned = [];

    // What must hold for the statements to count; null where they always do.
    private TargetValue? path;

    /// <summary>What the block returns; null after an error.</summary>
    public TargetValue? Run(BlockSyntax block)
    {
        Execute(block);
        if (trace.Failed) return null;
        // C# reports a path without a result.
        if (returned.Count == 0) return trace.Fail();
        var result = returned[returned.Count - 1].Value;
        for (var i = returned.Count - 2; i >= 0 && result is not null; i--)
        {
            result = expressions.Operators.Select(returned[i].Node, returned[i].Condition, returned[i].Value, result);
        }

        return result;
    }

    // Whether the statements behind it are reached.
    private bool Execute(StatementSyntax statement)
    {
        if (trace.Failed) return false;
        switch (statement)
        {
            case BlockSyntax block:
                foreach (var inner in block.Statements)
                {
                    if (!Execute(inner)) return false;
                }

                return true;
            case LocalDeclarationStatementSyntax local:
                return Declare(local.Declaration);
            case ExpressionStatementSyntax { Expression: var expression }:
                return Assign(expression);
            case ReturnStatementSyntax { Expression: { } expression }:
                if (expressions.Evaluate(expression) is not { } value) return Fail();
                returned.Add((path ?? new TargetFlag(true), value, statement));
                return false;
            case ForStatementSyntax loop:
                return Repeat(loop);
            case IfStatementSyntax choice:
                return Choose(choice);
            case EmptyStatementSyntax:
                return true;
            default:
                return Refuse(statement, Possible);
        }
    }

    private bool Declare(VariableDeclarationSyntax declaration)
    {
        foreach (var variable in declaration.Variables)
        {
            if (expressions.Model.GetDeclaredSymbol(variable) is not ILocalSymbol { Type.TypeKind: not TypeKind.Error } local)
            {
                return Fail();
            }

            if (!ExpressionParser.IsNumberOrCondition(local.Type) && !TargetParser.IsVector(local.Type))
            {
                return Refuse(declaration.Type, ExpressionParser.Types);
            }

            if (variable.Initializer is null) continue;
            if (expressions.Evaluate(variable.Initializer.Value) is not { } value) return Fail();
            Set(local, value);
        }

        return true;
    }

    // An assignment, or one more or less.
    private bool Assign(ExpressionSyntax node)
    {
        var (left, operation, right) = node switch
        {
            AssignmentExpressionSyntax assignment => (assignment.Left, Operation(assignment.Kind()), assignment.Right),
            PostfixUnaryExpressionSyntax postfix => (postfix.Operand, Operation(postfix.Kind()), null),
            PrefixUnaryExpressionSyntax prefix => (prefix.Operand, Operation(prefix.Kind()), null),
            _ => (node, SyntaxKind.None, null),
        };
        var isNamed = left is IdentifierNameSyntax or MemberAccessExpressionSyntax;
        if (operation == SyntaxKind.None || !isNamed) return Refuse(node, Possible);
        var target = expressions.Model.GetSymbolInfo(left).Symbol;
        if (target is null) return Fail();
        if (target is not (ILocalSymbol or IParameterSymbol)) return Refuse(node, Possible);
        var value = right is null ? new TargetNumber(1) : expressions.Evaluate(right);
        if (operation != SyntaxKind.SimpleAssignmentExpression)
        {
            var before = expressions.Evaluate(left);
            value = expressions.Operators.Compute(node, operation, expressions.IsWhole(left), before, value);
        }

        if (value is null) return Fail();
        Set(target, value);
        return true;
    }

    private static SyntaxKind Operation(SyntaxKind kind) => kind switch
    {
        SyntaxKind.SimpleAssignmentExpression => kind,
        SyntaxKind.AddAssignmentExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PreIncrementExpression =>
            SyntaxKind.AddExpression,
        SyntaxKind.SubtractAssignmentExpression or SyntaxKind.PostDecrementExpression or SyntaxKind.PreDecrementExpression =>
            SyntaxKind.SubtractExpression,
        SyntaxKind.MultiplyAssignmentExpression => SyntaxKind.MultiplyExpression,
        SyntaxKind.DivideAssignmentExpression => SyntaxKind.DivideExpression,
        SyntaxKind.ModuloAssignmentExpression => SyntaxKind.ModuloExpression,
        _ => SyntaxKind.None,
    };

    private void Set(ISymbol target, TargetValue value)
    {
        expressions.Values[target] = value;
        if (value is TargetResult result) trace.Name(result.Step, CSharpLiteral.Lower(target.Name));
    }

    private bool Choose(IfStatementSyntax choice)
    {
        switch (expressions.Evaluate(choice.Condition))
        {
            case null:
                return Fail();
            case TargetFlag { Value: true }:
                return Execute(choice.Statement);
            case TargetFlag:
                return choice.Else is null || Execute(choice.Else.Statement);
            case var condition:
                var (before, outer) = (expressions.Values, path);
                var first = Branch(choice, choice.Statement, condition, before, outer);
                var second = Branch(choice, choice.Else?.Statement, expressions.Operators.Not(choice, condition), before, outer);
                (expressions.Values, path) = (before, outer);
                if (trace.Failed) return false;
                if (first is null || second is null) expressions.Values = first ?? second ?? before;
                else if (!Merge(choice, condition, first, second)) return Fail();
                return first is not null || second is not null;
        }
    }

    // What the variables hold behind one branch; null where nothing behind it is reached.
    private Dictionary<ISymbol, TargetValue>? Branch(
        IfStatementSyntax choice,
        StatementSyntax? branch,
        TargetValue? condition,
        Dictionary<ISymbol, TargetValue> before,
        TargetValue? outer)
    {
        expressions.Values = new(before, SymbolEqualityComparer.Default);
        path = outer is null ? condition : expressions.Operators.And(choice, outer, condition);
        return branch is null || Execute(branch) ? expressions.Values : null;
    }

    private bool Merge(
        SyntaxNode node, TargetValue condition, Dictionary<ISymbol, TargetValue> first, Dictionary<ISymbol, TargetValue> second)
    {
        foreach (var pair in first)
        {
            // A variable that only one branch has cannot be read behind them.
            if (!second.TryGetValue(pair.Key, out var other)) continue;
            if (expressions.Operators.Select(node, condition, pair.Value, other) is not { } merged) return false;
            expressions.Values[pair.Key] = merged;
        }

        return true;
    }

    private bool Repeat(ForStatementSyntax loop)
    {
        if (loop.Declaration is { } declaration && !Declare(declaration)) return false;
        foreach (var initializer in loop.Initializers)
        {
            if (!Assign(initializer)) return false;
        }

        if (loop.Condition is null) return Refuse(loop, NoConstants);
        for (var count = 0; ; count++)
        {
            switch (expressions.Evaluate(loop.Condition))
            {
                case null:
                    return Fail();
                case TargetFlag { Value: false }:
                    return true;
                case not TargetFlag:
                    return Refuse(loop.Condition, NoConstants);
            }

            if (count == LongestLoop) return Refuse(loop, $"it runs more than {Word.Shown(LongestLoop)} times; write a shorter loop");
            if (!Execute(loop.Statement)) return false;
            foreach (var incrementor in loop.Incrementors)
            {
                if (!Assign(incrementor)) return false;
            }
        }
    }

    private bool Refuse(SyntaxNode node, string wayOut) => trace.Refuse(node, wayOut) is not null;

    private bool Fail() => trace.Fail() is not null;
}
