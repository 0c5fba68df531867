namespace MetaDsl;

/// <summary>
/// Undoes what was done to a PNG's row to make it compress well: each byte was replaced by its distance from a prediction.
/// </summary>
internal static class PngFilter
{
    public const int Kinds = 5;

    /// <summary>Restores a row in place.</summary>
    /// <param name="kind">0 none, 1 the byte to the left, 2 the one above, 3 the mean of both, 4 Paeth's choice among left, above and above
    /// left.</param>
    /// <param name="row">The row's bytes.</param>
    /// <param name="above">Those of the row above, restored; zeros above the first row.</param>
    /// <param name="distance">From a byte to the one to its left that belongs to the same sample.</param>
    public static void Undo(int kind, Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        switch (kind)
        {
            case 1:
                for (var i = distance; i < row.Length; i++) row[i] += row[i - distance];
                break;
            case 2:
                for (var i = 0; i < row.Length; i++) row[i] += above[i];
                break;
            case 3:
                for (var i = 0; i < row.Length; i++) row[i] += (byte)(((i < distance ? 0 : row[i - distance]) + above[i]) >> 1);
                break;
            case 4:
                for (var i = 0; i < row.Length; i++)
                    row[i] += i < distance ? above[i] : Paeth(row[i - distance], above[i], above[i - distance]);
                break;
        }
    }

    private static byte Paeth(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return (byte)(toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner);
    }
}
