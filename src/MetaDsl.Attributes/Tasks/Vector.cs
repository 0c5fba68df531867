using System;

namespace MetaDsl;

/// <summary>
/// Several numbers that are drawn alike: the input <c>X</c> of more than one number, or a parameter. How many says <see
/// cref="CountAttribute"/>.
/// </summary>
/// <example><code>[RegressionTasks(Shots = 20, Queries = 20)]
/// public partial class Planes
/// {
///     [Normal(0.0, 1.0), Count(16)]   Vector Slopes { get; }
///     [Uniform(-1.0, 1.0), Count(16)] Vector X      { get; }
///     double Y => Slopes.Dot(X) + X[0] * X[0];
/// }</code></example>
public readonly struct Vector
{
    /// <summary>How many numbers it has.</summary>
    public int Length => throw Unread();

    /// <summary>One of the numbers.</summary>
    /// <param name="index">From 0, known before the program runs: a constant, or the variable of a loop over constants.</param>
    public double this[int index] => throw Unread();

    /// <summary>The sum of the numbers.</summary>
    public double Sum() => throw Unread();

    /// <summary>The sum of products with the numbers of another vector, which has as many.</summary>
    /// <param name="other">The other vector.</param>
    public double Dot(Vector other) => throw Unread();

    private static NotSupportedException Unread() =>
        new("A target is compiled into each experiment on these tasks, and nothing else runs it; train or adapt one of those.");
}
