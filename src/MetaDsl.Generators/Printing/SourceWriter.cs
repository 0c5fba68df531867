using System;
using System.Text;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// Text with indentation: '\n' line ends, four spaces a level, no trailing blanks, values of several lines indented as a block, long
/// lines broken.
/// </summary>
/// <param name="columns">The longest line.</param>
internal sealed class SourceWriter(int columns = SourceWriter.Columns)
{
    private const int Columns = 140;

    private readonly StringBuilder text = new();
    private int level;

    /// <summary>One for text that another writer indents, and so breaks.</summary>
    public static SourceWriter Unbroken() => new(int.MaxValue);

    /// <summary>Writes lines at the present indentation.</summary>
    public SourceWriter Lines(string lines) => Lines(lines, lines.Length);

    /// <summary>Writes lines that bring their own line ends, and may be none.</summary>
    public SourceWriter Statements(string statements)
    {
        var length = statements.Length;
        while (length > 0 && statements[length - 1] == '\n') length--;
        return statements.Length == 0 ? this : Lines(statements, length);
    }

    public SourceWriter Blank() => Lines("");

    /// <summary>Writes braces around what <paramref name="body"/> writes.</summary>
    public SourceWriter Block(string header, Action body, string end = "}")
    {
        Lines(header).Lines("{");
        level++;
        body();
        level--;
        return Lines(end);
    }

    public override string ToString() => text.ToString();

    private SourceWriter Lines(string lines, int last)
    {
        for (var start = 0; start <= last;)
        {
            var end = lines.IndexOf('\n', start, last - start);
            if (end < 0) end = last;
            var length = end - start;
            while (length > 0 && char.IsWhiteSpace(lines[start + length - 1])) length--;
            if (length <= columns - (4 * level)) Line(lines, start, length);
            else
            {
                foreach (var part in LineBreaker.Break(lines.Substring(start, length), columns - (4 * level))) Line(part, 0, part.Length);
            }

            start = end + 1;
        }

        return this;
    }

    private void Line(string lines, int start, int length)
    {
        if (length > 0) text.Append(' ', 4 * level).Append(lines, start, length);
        text.Append('\n');
    }
}
