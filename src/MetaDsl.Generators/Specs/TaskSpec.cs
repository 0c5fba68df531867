using System;
using System.Linq;

namespace MetaDsl.Generators.Specs;

/// <summary>A distribution of tasks as declared.</summary>
internal abstract record TaskSpec(string Name, int Shots, int Queries)
{
    /// <summary>The examples of a task from which its learner adapts.</summary>
    public abstract int SupportExamples { get; }

    /// <summary>The examples of a task on which the adapted learner is judged.</summary>
    public abstract int QueryExamples { get; }

    /// <summary>The constant of generated code that counts the support examples.</summary>
    public abstract string SupportName { get; }

    /// <summary>The numbers of a prediction: one, or one for each class.</summary>
    public abstract int Outputs { get; }
}

/// <summary>
/// A family of functions to regress: each task draws <paramref name="Parameters"/> once and <paramref name="Inputs"/> for every example,
/// and computes the target from both.
/// </summary>
internal sealed record RegressionTaskSpec(
    string Name,
    int Shots,
    int Queries,
    EquatableArray<DistributionSpec> Parameters,
    EquatableArray<DistributionSpec> Inputs,
    TargetSpec Target) : TaskSpec(Name, Shots, Queries)
{
    /// <summary>The standard deviation of what is added to the targets that learners see; 0 where nothing is.</summary>
    public double Noise { get; init; }

    /// <summary>How many numbers an example's input has.</summary>
    public int InputWidth => Inputs.Sum(input => input.Width);

    public override int SupportExamples => Shots;

    public override int QueryExamples => Queries;

    public override string SupportName => "Shots";

    public override int Outputs => 1;
}

/// <summary>
/// Regression of a table's column from others: each task is a group of rows, and draws some to adapt to and some to be judged on.
/// </summary>
internal sealed record TableTaskSpec(string Name, int Shots, int Queries, DataSpec Data) : TaskSpec(Name, Shots, Queries)
{
    public override int SupportExamples => Shots;

    public override int QueryExamples => Queries;

    public override string SupportName => "Shots";

    public override int Outputs => 1;
}

/// <summary>
/// Few-shot classification: each task draws <paramref name="Ways"/> classes, and of each class examples to adapt to and to be judged on.
/// </summary>
internal sealed record FewShotTaskSpec(string Name, int Ways, int Shots, int Queries, ExamplesSpec Examples)
    : TaskSpec(Name, Shots, Queries)
{
    // As the runtime has it for tasks of unequal classes.
    private const int MostOfUnequal = 500;

    /// <summary>The fewest classes of a task, where tasks differ.</summary>
    public int MinWays { get; init; } = Ways;

    /// <summary>The fewest shots of a class, where tasks differ.</summary>
    public int MinShots { get; init; } = Shots;

    /// <summary>Whether all classes of a task have the same number of shots.</summary>
    public bool IsBalanced { get; init; } = true;

    /// <summary>Whether tasks differ in their numbers of classes or examples.</summary>
    public bool IsRanged => MinWays < Ways || MinShots < Shots;

    public override int SupportExamples =>
        IsBalanced ? Ways * Shots : Math.Min(Ways * Shots, Math.Max(MostOfUnequal, Ways * MinShots));

    public override int QueryExamples => Ways * Queries;

    public override string SupportName => "SupportExamples";

    public override int Outputs => Ways;
}

/// <summary>A number that is drawn, or a vector of such numbers, by a distribution and the two numbers that it is declared with.</summary>
internal sealed record DistributionSpec(string Name, DistributionKind Kind, double First, double Second)
{
    /// <summary>The numbers of a choice.</summary>
    public EquatableArray<double> Choices { get; init; }

    /// <summary>How many numbers a vector has; null where it is a number.</summary>
    public int? Length { get; init; }

    public int Width => Length ?? 1;
}

internal enum DistributionKind
{
    /// <summary>Between two bounds, all equally likely.</summary>
    Uniform,

    /// <summary>With a mean and a standard deviation.</summary>
    Normal,

    /// <summary>Between two bounds, with a logarithm that is uniform.</summary>
    LogUniform,

    /// <summary>A whole number from the first bound to the second, all equally likely.</summary>
    Integer,

    /// <summary>One of several numbers, all equally likely.</summary>
    Choice,
}
