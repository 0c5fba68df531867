using System.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>An expression as its user wrote it, but on one line and without comments: it is quoted in comments and messages.</summary>
internal static class SourceText
{
    public static string Of(ExpressionSyntax syntax)
    {
        var text = new StringBuilder();
        var gap = false;
        foreach (var token in syntax.DescendantTokens())
        {
            if (text.Length > 0 && (gap || token.HasLeadingTrivia)) text.Append(' ');
            text.Append(token.Text);
            gap = token.HasTrailingTrivia;
        }

        return text.ToString();
    }
}
