namespace MetaDsl;

/// <summary>
/// Reads the rows of a table with separators as RFC 4180 has them: cells may be quoted, and then hold separators, line ends and doubled
/// quotes. Lines end in LF, CR LF or CR; empty ones are passed over.
/// </summary>
internal sealed class CsvReader(ByteInput input, char separator)
{
    private const int LongestRow = 1 << 24;
    private const byte Quote = (byte)'"';

    private readonly byte[] block = new byte[1 << 16];
    private readonly List<(int End, long Line)> cells = [];
    private byte[] row = new byte[256];
    private int rowLength;
    private int blockLength;
    private int next;
    private bool hasStarted;

    /// <summary>The line on which the row begins, from 1.</summary>
    public long Line { get; private set; }

    public int CellCount => cells.Count;

    private long CurrentLine { get; set; } = 1;

    /// <summary>Reads the next row; false at the end of the file.</summary>
    public bool ReadRow()
    {
        if (!hasStarted) SkipByteOrderMark();
        while (Peek() is '\n' or '\r') EndLine();
        (rowLength, Line) = (0, CurrentLine);
        cells.Clear();
        if (Peek() < 0) return false;
        while (true)
        {
            var line = CurrentLine;
            if (Peek() == Quote) ReadQuoted();
            else ReadPlain();
            cells.Add((rowLength, line));
            if (Peek() == separator)
            {
                next++;
                continue;
            }

            if (Peek() >= 0) EndLine();
            return true;
        }
    }

    public ReadOnlySpan<byte> Cell(int column)
    {
        var start = column == 0 ? 0 : cells[column - 1].End;
        return row.AsSpan(start, cells[column].End - start);
    }

    /// <summary>What is wrong with a cell of the row.</summary>
    public DataException Wrong(int column, string reason, string wayOut) =>
        WrongAt(column < cells.Count ? cells[column].Line : Line, column, reason, wayOut);

    private DataException WrongAt(long line, int column, string reason, string wayOut) =>
        new(input.Name, $"line {Text.Count(line)}, column {Text.Count(column + 1)}", reason, wayOut);

    private void SkipByteOrderMark()
    {
        hasStarted = true;
        _ = Peek();
        if (block.AsSpan(0, blockLength).StartsWith("\uFEFF"u8)) next = 3;
    }

    private void ReadPlain()
    {
        for (var one = Peek(); one >= 0 && one != separator && one is not ('\n' or '\r'); one = Peek())
        {
            if (one == Quote)
            {
                throw WrongAt(
                    CurrentLine,
                    cells.Count,
                    "there is a quote within a cell that does not begin with one",
                    "quote the whole cell and double the quotes in it");
            }
            Append((byte)one);
            next++;
        }
    }

    private void ReadQuoted()
    {
        var (line, column) = (CurrentLine, cells.Count);
        next++;
        while (true)
        {
            switch (Peek())
            {
                case < 0:
                    throw WrongAt(
                        line, column, "the quote that begins here is never closed", "close it, or double it if it is part of the text");
                case Quote:
                    next++;
                    if (Peek() != Quote)
                    {
                        if (Peek() is >= 0 and not ('\n' or '\r') && Peek() != separator)
                        {
                            throw WrongAt(
                                CurrentLine,
                                column,
                                "something follows the quote that ends the cell",
                                "double quotes that are part of the text");
                        }
                        return;
                    }

                    Append(Quote);
                    next++;
                    break;
                case '\n' or '\r':
                    Append((byte)'\n');
                    EndLine();
                    break;
                case var one:
                    Append((byte)one);
                    next++;
                    break;
            }
        }
    }

    private void Append(byte one)
    {
        if (one == 0)
            throw WrongAt(CurrentLine, cells.Count, "there is a zero byte, so it is no text", "name a table of text, saved as UTF-8");
        if (rowLength == LongestRow)
            throw WrongAt(Line, cells.Count, $"the row is longer than {Text.Of(LongestRow, "byte")}", "check the separator and the quotes");
        if (rowLength == row.Length) Array.Resize(ref row, 2 * row.Length);
        row[rowLength++] = one;
    }

    private void EndLine()
    {
        var isReturn = Peek() == '\r';
        next++;
        if (isReturn && Peek() == '\n') next++;
        CurrentLine++;
    }

    /// <summary>The next byte, or -1 at the end.</summary>
    private int Peek()
    {
        if (next < blockLength) return block[next];
        blockLength = input.ReadSome(block);
        next = 0;
        return blockLength == 0 ? -1 : block[0];
    }
}
