using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// Breaks a line that is too long as a person would: a comment between words, anything else inside its outermost brackets.
/// </summary>
internal static class LineBreaker
{
    public static IEnumerable<string> Break(string line, int columns)
    {
        if (line.Length <= columns) return [line];
        var indentation = line.Substring(0, line.Length - line.TrimStart().Length);
        var text = line.Substring(indentation.Length);
        if (text.StartsWith("//", System.StringComparison.Ordinal)) return Words(indentation, text, columns);
        var (open, close) = Brackets(text);
        if (open < 0) return [line];

        var inner = indentation + "    ";
        var (before, between, after) = (text.Substring(0, open + 1), text.Substring(open + 1, close - open - 1), text.Substring(close));
        if (inner.Length + between.Length + after.Length <= columns) return [indentation + before, inner + between + after];
        var arguments = Split(between);
        var parts = arguments.Select((argument, i) => argument + (i + 1 < arguments.Count ? "," : after));
        if (text[open] == '[') return [indentation + before, .. Fill(inner, parts, columns)];
        return [indentation + before, .. parts.SelectMany(part => Break(inner + part, columns))];
    }

    // The elements of a list, as many a line as it takes.
    private static IEnumerable<string> Fill(string indentation, IEnumerable<string> elements, int columns)
    {
        var line = indentation;
        foreach (var element in elements)
        {
            if (line.Length + element.Length > columns && line.Length > indentation.Length)
            {
                yield return line.TrimEnd();
                line = indentation;
            }

            line += element + " ";
        }

        yield return line.TrimEnd();
    }

    private static IEnumerable<string> Words(string indentation, string text, int columns)
    {
        var mark = text.Substring(0, text.IndexOf(' ') + 1);
        var line = indentation + mark.TrimEnd();
        foreach (var word in text.Substring(mark.Length).Split(' '))
        {
            if (line.Length + 1 + word.Length > columns && line.Length > indentation.Length + mark.Length)
            {
                yield return line;
                line = indentation + mark.TrimEnd();
            }

            line += " " + word;
        }

        yield return line;
    }

    // The first bracket that closes behind everything that could be broken; that of a list where the text is one.
    private static (int Open, int Close) Brackets(string text)
    {
        var (opening, closing) = text[0] == '[' ? ('[', ']') : ('(', ')');
        var open = new Stack<int>();
        var found = (Open: -1, Close: -1);
        Scan(text, (i, c) =>
        {
            if (c == opening) open.Push(i);
            if (c != closing || open.Count == 0) return;
            var start = open.Pop();
            if (open.Count == 0 && i - start > found.Close - found.Open) found = (start, i);
        });
        return found;
    }

    private static List<string> Split(string arguments)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        Scan(arguments, (i, c) =>
        {
            if (c is '(' or '[' or '{' or '<') depth++;
            if (c is ')' or ']' or '}' or '>') depth--;
            if (c != ',' || depth > 0) return;
            parts.Add(arguments.Substring(start, i - start).Trim());
            start = i + 1;
        });
        parts.Add(arguments.Substring(start).Trim());
        return parts;
    }

    // Every character that is not inside a string.
    private static void Scan(string text, System.Action<int, char> see)
    {
        var isInString = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"') isInString = !isInString;
            else if (isInString && text[i] == '\\') i++;
            else if (!isInString) see(i, text[i]);
        }
    }
}
