using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Layers;

/// <summary>Normalisation of each channel over examples: those at hand, those adapted to, or all that training has seen.</summary>
internal sealed record BatchNorm(double Epsilon, bool Affine, NormStatistics Statistics) : Norm(Epsilon, Affine)
{
    /// <summary>Whether it keeps averages of what it sees in training.</summary>
    public bool KeepsAverages => Statistics is NormStatistics.Running or NormStatistics.RunningPerStep;

    /// <summary>Whether it is another norm after each number of steps: in what it learns, and in the averages it keeps.</summary>
    public bool IsPerStep => Statistics is NormStatistics.PerStep or NormStatistics.RunningPerStep;

    public override string Remark => Statistics switch
    {
        NormStatistics.Episode => "",
        NormStatistics.PerStep => "per step",
        NormStatistics.RunningPerStep => "running per step",
        _ => Statistics.ToString().ToLowerInvariant(),
    };

    /// <summary>The passes of a task, each with a factor and an addend of its own where statistics are per step.</summary>
    private int Passes { get; init; } = SettingSpec.None.Passes;

    public static LayerSpec Parse(LayerWord word) => new BatchNorm(
        word.Amount("Epsilon", 1e-5), word.Flag("Affine", true), word.Choice("Statistics", NormStatistics.Episode));

    public override LayerSpec For(SettingSpec setting) => this with { Passes = setting.Passes };

    public override IEnumerable<Parameter> Parameters(Shape input) => IsPerStep
        ? base.Parameters(input).Select(parameter => parameter with { Type = parameter.Type.From(0, new Dim(Passes)), IsAdapted = false })
        : base.Parameters(input);

    public override Value Build(LayerScope scope, Value x, string name)
    {
        Value? Learnt(string weight) => !scope.Has(weight) ? null
            : IsPerStep ? scope.Pass.RowOfStep(scope.Program, scope.Weight(weight), name + Names.Pascal(weight))
            : scope.Weight(weight);
        var standard = Standard(scope, x, Standardized(name));
        return Channels.Affine(scope.Program, standard, Learnt("weight"), Learnt("bias"), name, alongChannels: true);
    }

    private Value Standard(LayerScope scope, Value x, string name)
    {
        var (program, pass) = (scope.Program, scope.Pass);
        int[] axes = [.. Enumerable.Range(0, x.Type.Rank).Where(axis => axis != 1)];
        if (KeepsAverages && pass.Kind == PassKind.Test)
        {
            var (mean, variance) = pass.Known(program, scope.Path, IsPerStep, x.Name);
            var shifted = program.Shift(variance, Epsilon, x.Name + "Variance");
            var deviation = program.Apply(new Rsqrt(), [shifted], x.Name + "InverseDeviation");
            var centered = program.Subtract(x, Channels.Along(program, mean, x), x.Name + "Centered");
            return program.Multiply(centered, Channels.Along(program, deviation, x), name);
        }

        if (Statistics == NormStatistics.Support && pass.SupportExamples > 0)
        {
            var support = program.Leading(x, 0, pass.SupportExamples, x.Name + "OfSupport");
            var centered = program.Subtract(x, program.Average(support, axes, support.Name + "Mean", keep: true), x.Name + "Centered");
            return program.Multiply(centered, program.InverseDeviation(support, axes, Epsilon), name);
        }

        if (KeepsAverages && pass.Kind == PassKind.Training) See(scope, x, axes);
        return program.Standardize(x, axes, Epsilon, name);
    }

    // The same mean and deviation that standardise it, which are not computed twice.
    private void See(LayerScope scope, Value x, int[] axes)
    {
        var program = scope.Program;
        var vector = TensorType.Of(x.Type.Dims[1].Count);
        var deviation = program.InverseDeviation(x, axes, Epsilon);
        var precision = program.Multiply(deviation, deviation, x.Name + "Precision");
        var variance = program.Shift(program.Apply(new Reciprocal(), [precision], x.Name + "Variance"), -Epsilon, x.Name + "Variance");
        scope.Pass.See(
            scope.Path,
            program.Reshape(program.Average(x, axes, x.Name + "Mean", keep: true), vector, x.Name + "Mean"),
            program.Reshape(variance, vector, x.Name + "Variance"));
    }
}

/// <summary>Whose mean and variance it takes.</summary>
internal enum NormStatistics
{
    Episode,
    Support,
    Running,
    PerStep,
    RunningPerStep,
}
