using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Algorithms;

/// <summary>What one iteration of the outer loop takes, told before it runs.</summary>
internal static class MetaIteration
{
    /// <summary>The additions, multiplications and functions of numbers in a meta-gradient derived at compile time.</summary>
    public static long Work(ExperimentSpec spec, Maml maml)
    {
        var later = spec.Inner.Steps - 1;
        // The parts that serve any number of examples are counted for the support's.
        var ofSupport = Of([maml.Later[Maml.Activations], maml.Later[Maml.Gradients]]);
        var query = Of([maml.Query]) + (ofSupport * spec.Tasks.QueryExamples / spec.Tasks.SupportExamples);
        var work = Of(maml.First.Values) + query + (spec.Inner.Steps * Of([maml.Descend])) + (later * Of(maml.Later.Values));
        // The way back takes a step along a direction too, and may begin with the way there.
        if (maml.IsSecondOrder) work += spec.Inner.Steps * Of([maml.Descend]);
        if (maml.IsSecondOrder && maml.Recomputes) work += later * (ofSupport + Of([maml.Later[Maml.PredictionGradient]]));
        return work * spec.Outer.MetaBatch;
    }

    private static long Of(IEnumerable<TensorProgram> programs) =>
        programs.SelectMany(program => program.Values).Sum(value => value.Op.Work(value));
}
