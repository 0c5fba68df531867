using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads <c>switch</c> expressions and <c>is</c> over numbers.</summary>
internal sealed class PatternParser(ExpressionParser expressions, OperatorParser operators, TargetTrace trace)
{
    /// <summary>The first arm that matches; null after an error.</summary>
    public TargetValue? Switch(SwitchExpressionSyntax node) =>
        expressions.Evaluate(node.GoverningExpression) is { } value ? Arm(node, value, 0) : null;

    /// <summary>Whether a value matches; null after an error.</summary>
    public TargetValue? Matches(PatternSyntax pattern, TargetValue value) => pattern switch
    {
        DiscardPatternSyntax => new TargetFlag(true),
        ParenthesizedPatternSyntax parenthesized => Matches(parenthesized.Pattern, value),
        ConstantPatternSyntax constant =>
            operators.Compare(constant, SyntaxKind.EqualsExpression, value, expressions.Evaluate(constant.Expression)),
        RelationalPatternSyntax relation =>
            operators.Compare(relation, Kind(relation.OperatorToken.Kind()), value, expressions.Evaluate(relation.Expression)),
        UnaryPatternSyntax not => operators.Not(not, Matches(not.Pattern, value)),
        BinaryPatternSyntax both when both.Kind() == SyntaxKind.AndPattern =>
            operators.And(both, Matches(both.Left, value), Matches(both.Right, value)),
        BinaryPatternSyntax either => operators.Or(either, Matches(either.Left, value), Matches(either.Right, value)),
        _ => trace.Refuse(pattern, "compare with constants, as in '< 0', '1' or '> 1 and < 2'"),
    };

    private TargetValue? Arm(SwitchExpressionSyntax node, TargetValue value, int arm)
    {
        if (arm == node.Arms.Count) return trace.Refuse(node, "nothing says what it is elsewhere; end it in '_ => ...'");
        var (pattern, when) = (node.Arms[arm].Pattern, node.Arms[arm].WhenClause);
        var matches = Matches(pattern, value);
        if (when is not null) matches = operators.And(when, matches, expressions.Evaluate(when.Condition));
        return matches is null ? null
            : operators.Choose(node, matches, () => expressions.Evaluate(node.Arms[arm].Expression), () => Arm(node, value, arm + 1));
    }

    private static SyntaxKind Kind(SyntaxKind token) => token switch
    {
        SyntaxKind.LessThanToken => SyntaxKind.LessThanExpression,
        SyntaxKind.LessThanEqualsToken => SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanToken => SyntaxKind.GreaterThanExpression,
        _ => SyntaxKind.GreaterThanOrEqualExpression,
    };
}
