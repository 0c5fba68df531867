using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>
/// A pass through a network, as far as it is more than weights and examples: some layers do in training what they do not do in
/// evaluations, or other things after other numbers of steps.
/// </summary>
/// <param name="Kind">What the pass is for.</param>
/// <param name="Averages">The norms that keep averages of the statistics they see, by their paths, each with its channels.</param>
/// <param name="Passes">How many rows of averages there are: one before adapting, and one after each step.</param>
/// <param name="SupportExamples">How many of the examples, in front of the others, are the support; 0 where all are.</param>
internal sealed record NetworkPass(PassKind Kind, IReadOnlyList<NormAverages> Averages, int Passes = 1, int SupportExamples = 0)
{
    public const string StatisticsName = "statistics";
    public const string StepName = "stepRow";
    public const string MasksName = "masks";

    private readonly Dictionary<string, List<(Value Mean, Value Variance)>> seen = [];
    private readonly List<DropoutMask> masks = [];

    // The members of the class that holds the masks.
    private readonly HashSet<string> taken =
        ["Dispose", "Equals", "Finalize", "GetHashCode", "GetType", "Masks", "MemberwiseClone", "Only", "ReferenceEquals", "ToString"];

    public static NetworkPass Alone => new(PassKind.Alone, []);

    /// <summary>The masks that layers have asked for.</summary>
    public IReadOnlyList<DropoutMask> Masks => masks;

    /// <summary>One in the row of the number of steps taken so far, and zero in others: [passes, 1].</summary>
    public Value Step(ProgramBuilder program) => program.Input(StepName, TensorType.Of(Passes, 1), StepName);

    /// <summary>Of a matrix with a row for each number of steps, the row of this pass.</summary>
    public Value RowOfStep(ProgramBuilder program, Value rows, string name) =>
        program.Sum(program.Multiply(rows, Step(program), name + "OfSteps"), [0], name);

    /// <summary>Zero for each number that drops out, and the inverse of the share that is kept for others.</summary>
    public Value Mask(ProgramBuilder program, string path, TensorType type, double rate)
    {
        var pascal = Names.Pascal(path);
        var name = pascal;
        // A layer that a Forward calls twice drops other numbers out each time; and paths that differ may be one name in C#.
        for (var count = 2; !taken.Add(name); count++) name = pascal + Printing.CSharpLiteral.Of(count);
        masks.Add(new(name, type, rate));
        return program.Input(Printing.CSharpLiteral.Lower(name), type, $"{MasksName}.{name}", perTask: true);
    }

    /// <summary>Notes the mean and variance by which a norm has standardised.</summary>
    public void See(string path, Value mean, Value variance)
    {
        if (!seen.TryGetValue(path, out var values)) seen.Add(path, values = []);
        values.Add((mean, variance));
    }

    /// <summary>All means that were noted, and then all variances, in one row; null where no norm keeps averages of them.</summary>
    public Value? Statistics(ProgramBuilder program)
    {
        if (Averages.Count == 0) return null;
        var means = Averages.Select(norm => Mean(program, norm, value => value.Mean));
        var variances = Averages.Select(norm => Mean(program, norm, value => value.Variance));
        return program.Concat([.. means, .. variances], 0, StatisticsName);
    }

    /// <summary>The averages that a norm has kept in training: [channels] each.</summary>
    public (Value Mean, Value Variance) Known(ProgramBuilder program, string path, bool isPerStep, string name)
    {
        var total = Averages.Sum(norm => norm.Channels);
        var kept = program.Input(StatisticsName, TensorType.Of(Passes, 2 * total), StatisticsName);
        var start = Averages.TakeWhile(norm => norm.Path != path).Sum(norm => norm.Channels);
        var channels = Averages.First(norm => norm.Path == path).Channels;
        return (Part(start, name + "Mean"), Part(total + start, name + "Variance"));

        Value Part(int from, string part)
        {
            var rows = program.Narrow(kept, 1, from, channels, part + "OfSteps");
            return isPerStep ? RowOfStep(program, rows, part) : program.Average(rows, [0], part);
        }
    }

    // A layer that a Forward calls twice has seen two.
    private Value Mean(ProgramBuilder program, NormAverages norm, System.Func<(Value Mean, Value Variance), Value> choose)
    {
        var values = seen[norm.Path].ConvertAll(value => choose(value));
        var sum = values.Aggregate((left, right) => program.Add(left, right, left.Name));
        return program.Scale(sum, Factor.One / values.Count, sum.Name);
    }
}

/// <summary>What a pass through a network is for.</summary>
internal enum PassKind
{
    /// <summary>To learn what the network computes by itself.</summary>
    Alone,

    /// <summary>To train: numbers drop out, and norms see what they are to keep averages of.</summary>
    Training,

    /// <summary>To evaluate, and in learners.</summary>
    Test,
}

/// <summary>A norm that keeps averages of the means and variances of its channels.</summary>
internal sealed record NormAverages(string Path, int Channels);

/// <summary>A tensor of zeros and ones divided by the share of ones, drawn for a pass of a layer.</summary>
internal sealed record DropoutMask(string Name, TensorType Type, double Rate)
{
    /// <summary>The share that is kept, to as many digits as were declared.</summary>
    public double Kept => (double)(1 - (decimal)Rate);
}
