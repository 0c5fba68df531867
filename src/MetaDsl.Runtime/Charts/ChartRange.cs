namespace MetaDsl;

/// <summary>The smallest interval that holds some numbers; empty (and then NaN) before the first finite one.</summary>
internal readonly record struct ChartRange(double Minimum, double Maximum)
{
    public static ChartRange Empty => new(double.NaN, double.NaN);

    public bool IsEmpty => double.IsNaN(Minimum);

    public static ChartRange Of(IEnumerable<IReadOnlyList<float>> lists)
    {
        var range = Empty;
        foreach (var list in lists)
        {
            foreach (var number in list)
            {
                if (!float.IsFinite(number)) continue;
                range = range.IsEmpty ? new(number, number) : new(Math.Min(range.Minimum, number), Math.Max(range.Maximum, number));
            }
        }

        return range;
    }

    /// <summary>Grown to hold another range too, but by at most a share of its own size at either end.</summary>
    public ChartRange GrowTo(ChartRange other, double share)
    {
        if (IsEmpty) return other;
        if (other.IsEmpty) return this;
        var most = share * (Maximum - Minimum);
        return new(Math.Max(Math.Min(Minimum, other.Minimum), Minimum - most), Math.Min(Math.Max(Maximum, other.Maximum), Maximum + most));
    }

    /// <summary>Wider by a share of its own size at either end.</summary>
    public ChartRange Pad(double share) => new(Minimum - (share * (Maximum - Minimum)), Maximum + (share * (Maximum - Minimum)));
}
