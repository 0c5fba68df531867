using System.Text;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>An expression as its user wrote it, but on one line and without comments: it is quoted in comments and messages.</summary>
internal static class SourceText
{
    private const int LongestQuote = 60;

    public static string Of(SyntaxNode syntax)
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

    /// <summary>The same as far as a message has room for it.</summary>
    public static string Quote(SyntaxNode syntax)
    {
        var text = Of(syntax);
        return text.Length <= LongestQuote ? text : text.Substring(0, LongestQuote) + " ...";
    }
}
