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
    public SourceWriter Lines(string lines)
    {
        foreach (var line in lines.Replace("\r", "").Split('\n'))
        {
            var trimmed = line.TrimEnd();
            foreach (var part in LineBreaker.Break(trimmed, columns - (4 * level)))
            {
                if (part.Length > 0) text.Append(' ', 4 * level).Append(part);
                text.Append('\n');
            }
        }

        return this;
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
}
