using System;

namespace MetaDsl;

/// <summary>
/// The sine waves of Finn, Abbeel and Levine (2017): <c>Y => Amplitude * Math.Sin(X - Phase)</c>, with an amplitude from 0.1 to 5 and a
/// phase from 0 to π.
/// </summary>
/// <example><code>[RegressionTasks(Shots = 10, Queries = 10), Sinusoid]
/// public partial class Functions;</code></example>
public sealed class SinusoidAttribute() : FunctionFamilyAttribute(-5, 5)
{
    /// <summary>The lower bound of the amplitude.</summary>
    public double LowAmplitude { get; set; } = 0.1;

    /// <summary>The upper bound of the amplitude.</summary>
    public double HighAmplitude { get; set; } = 5;

    /// <summary>The lower bound of the phase.</summary>
    public double LowPhase { get; set; } = 0;

    /// <summary>The upper bound of the phase.</summary>
    public double HighPhase { get; set; } = Math.PI;
}
