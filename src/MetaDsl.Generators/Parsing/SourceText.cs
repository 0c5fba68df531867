using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
            // A string is written on one line, whatever its form.
            text.Append(IsString(token) ? Printing.CSharpLiteral.Of(token.ValueText) : token.Text);
            gap = token.HasTrailingTrivia;
        }

        return text.ToString();
    }

    private static bool IsString(SyntaxToken token) => (SyntaxKind)token.RawKind
        is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;

    /// <summary>The same as far as a message has room for it.</summary>
    public static string Quote(SyntaxNode syntax)
    {
        var text = Of(syntax);
        return text.Length <= LongestQuote ? text : text.Substring(0, LongestQuote) + " ...";
    }
}
