using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>Runs the statements of one method, as far as they are known before the program runs.</summary>
internal sealed class ForwardStatements(ForwardExpressions expressions, ForwardTrace trace)
{
    private const int LongestLoop = 1_000;
    private const string NoConstants = "a loop must count over constants; write it as 'for (var i = 0; i < 3; i++)'";
    private const string Possible =
        "use locals, assignments to them, 'for' loops of constant length, 'if' over constants, methods of this class, and 'return'";

    /// <summary>Runs a statement; what it returns, or null where it goes on.</summary>
    public ForwardValue? Execute(StatementSyntax statement)
    {
        switch (statement)
        {
            case BlockSyntax block:
                foreach (var inner in block.Statements)
                {
                    if (Execute(inner) is { } result) return result;
                    if (trace.Failed) return null;
                }

                return null;
            case LocalDeclarationStatementSyntax local:
                foreach (var variable in local.Declaration.Variables)
                {
                    if (variable.Initializer is null) continue;
                    if (expressions.Evaluate(variable.Initializer.Value) is not { } value) return null;
                    if (expressions.Model.GetDeclaredSymbol(variable) is { } symbol) Assign(symbol, value);
                }

                return null;
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }:
                Assign(assignment);
                return null;
            case ReturnStatementSyntax { Expression: { } expression }:
                return expressions.Evaluate(expression);
            case ForStatementSyntax loop:
                return Repeat(loop);
            case IfStatementSyntax choice:
                if (expressions.Condition(choice.Condition) is not { } isTrue) return null;
                return isTrue ? Execute(choice.Statement) : choice.Else is { } other ? Execute(other.Statement) : null;
            case EmptyStatementSyntax:
                return null;
            default:
                return trace.Refuse(statement, Possible);
        }
    }

    private void Assign(AssignmentExpressionSyntax assignment)
    {
        var target = expressions.Model.GetSymbolInfo(assignment.Left).Symbol;
        if (target is not (ILocalSymbol or IParameterSymbol))
        {
            trace.Refuse(assignment, Possible);
            return;
        }

        var right = expressions.Evaluate(assignment.Right);
        SyntaxKind? kind = assignment.Kind() switch
        {
            SyntaxKind.AddAssignmentExpression => SyntaxKind.AddExpression,
            SyntaxKind.SubtractAssignmentExpression => SyntaxKind.SubtractExpression,
            SyntaxKind.MultiplyAssignmentExpression => SyntaxKind.MultiplyExpression,
            SyntaxKind.DivideAssignmentExpression => SyntaxKind.DivideExpression,
            _ => null,
        };
        if (kind is { } operation) right = expressions.Compute(assignment, operation, expressions.Evaluate(assignment.Left), right);
        else if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)) right = trace.Refuse(assignment, Possible);
        if (right is not null) Assign(target, right);
    }

    private void Assign(ISymbol target, ForwardValue value)
    {
        expressions.Set(target, value);
        if (value is ForwardTensor tensor) trace.Name(tensor, target.Name);
    }

    private ForwardValue? Repeat(ForStatementSyntax loop)
    {
        if (loop.Declaration?.Variables is not { Count: 1 } variables
            || variables[0].Initializer is not { } start
            || loop.Condition is null
            || expressions.Model.GetDeclaredSymbol(variables[0]) is not { } counter
            || expressions.Evaluate(start.Value) is not ForwardNumber first)
        {
            return trace.Refuse(loop, NoConstants);
        }

        expressions.Set(counter, first);
        for (var count = 0; ; count++)
        {
            if (expressions.Condition(loop.Condition) is not true) return null;
            if (count == LongestLoop) return trace.Refuse(loop, $"it runs more than {LongestLoop} times; write a shorter loop");
            if (Execute(loop.Statement) is { } result) return result;
            if (trace.Failed) return null;
            foreach (var incrementor in loop.Incrementors)
            {
                if (!Count(incrementor, counter)) return trace.Refuse(incrementor, NoConstants);
            }
        }
    }

    private bool Count(ExpressionSyntax node, ISymbol counter)
    {
        var counted = node switch
        {
            PostfixUnaryExpressionSyntax postfix => postfix.Operand,
            PrefixUnaryExpressionSyntax prefix => prefix.Operand,
            AssignmentExpressionSyntax assignment => assignment.Left,
            _ => node,
        };
        if (!SymbolEqualityComparer.Default.Equals(expressions.Model.GetSymbolInfo(counted).Symbol, counter)) return false;
        var by = node switch
        {
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) ? 1 : -1,
            PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreIncrementExpression) => 1,
            PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreDecrementExpression) => -1,
            AssignmentExpressionSyntax added when added.IsKind(SyntaxKind.AddAssignmentExpression)
                && expressions.Evaluate(added.Right) is ForwardNumber number => number.Value,
            _ => double.NaN,
        };
        if (double.IsNaN(by) || expressions.Get(counter) is not ForwardNumber before) return false;
        expressions.Set(counter, new ForwardNumber(before.Value + by));
        return true;
    }
}
