using System;

namespace MetaDsl;

/// <summary>
/// Sums of two sine waves, the second of twice the frequency of the first:
/// <c>Y => Amplitude1 * Math.Sin(Frequency * X + Phase1) + Amplitude2 * Math.Sin(2 * Frequency * X + Phase2)</c>.
/// </summary>
/// <example><code>[RegressionTasks(Shots = 20, Queries = 20), Harmonic(HighFrequency = 2)]
/// public partial class Functions;</code></example>
public sealed class HarmonicAttribute() : FunctionFamilyAttribute(-4, 4)
{
    /// <summary>The lower bound of both amplitudes.</summary>
    public double LowAmplitude { get; set; } = 0.1;

    /// <summary>The upper bound of both amplitudes.</summary>
    public double HighAmplitude { get; set; } = 2;

    /// <summary>The lower bound of the first frequency.</summary>
    public double LowFrequency { get; set; } = 0.5;

    /// <summary>The upper bound of the first frequency.</summary>
    public double HighFrequency { get; set; } = 2;

    /// <summary>The lower bound of both phases.</summary>
    public double LowPhase { get; set; } = 0;

    /// <summary>The upper bound of both phases.</summary>
    public double HighPhase { get; set; } = 2 * Math.PI;
}
