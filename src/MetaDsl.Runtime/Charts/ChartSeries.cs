namespace MetaDsl;

/// <summary>A curve, or a set of points, in a panel of a chart. Series with the same name share one entry of the legend.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<float> X, IReadOnlyList<float> Y)
{
    /// <summary>Any CSS colour.</summary>
    public string Color { get; init; } = "#0072b2";

    /// <summary>The width of the curve in pixels.</summary>
    public double Width { get; init; } = 2;

    /// <summary>Whether the curve is dashed.</summary>
    public bool Dashed { get; init; }

    /// <summary>Whether each point is drawn as a dot, instead of a curve through all.</summary>
    public bool Dots { get; init; }

    /// <summary>
    /// Whether the vertical axis must show all of it. What may leave the panel (a prediction that diverged) is cut off at its edge, so that
    /// it does not flatten everything else.
    /// </summary>
    public bool SetsRange { get; init; } = true;
}

/// <summary>One coordinate system of a chart.</summary>
public sealed record ChartPanel(string Title, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>What the horizontal axis shows.</summary>
    public string XLabel { get; init; } = "";

    /// <summary>What the vertical axis shows.</summary>
    public string YLabel { get; init; } = "";
}
