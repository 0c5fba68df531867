namespace MetaDsl;

/// <summary>An experiment whose tasks are functions of one number to one number, so that its fits can be drawn.</summary>
public interface IRegressionExperiment : IExperiment
{
    /// <summary>
    /// Adapts to the first <paramref name="count"/> evaluation tasks. The curves run over the whole interval of the input in
    /// <paramref name="points"/> even steps.
    /// </summary>
    IReadOnlyList<AdaptedFit> SampleFits(int count, int points);
}
