using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Incremental;

/// <summary>
/// Prints each experiment once. Roslyn tells experiments apart by their places, so that one more in the middle would print all that follow
/// again; and it takes one at a time, where a project that is opened has them all to print, which other cores can share in.
/// </summary>
internal sealed class ExperimentWriter(Func<ExperimentSpec, CancellationToken, string> print)
{
    private readonly ConditionalWeakTable<ExperimentSpec, Outcome<string>> printed = new();

    /// <summary>Prints all that is new.</summary>
    public void Prepare(IEnumerable<Outcome<ExperimentSpec>> experiments, CancellationToken token)
    {
        var open = experiments.Where(experiment => experiment.Value is { } spec && !printed.TryGetValue(spec, out _)).ToArray();
        SideBySide.For(open.Length, token, i => Print(open[i], token));
    }

    public Outcome<string> Print(Outcome<ExperimentSpec> experiment, CancellationToken token)
    {
        if (experiment.Value is not { } spec) return new(experiment.Key, null, experiment.Failure);
        return printed.TryGetValue(spec, out var known)
            ? known
            : printed.GetValue(spec, _ => Outcome<string>.Try(experiment.Key, () => print(spec, token)));
    }
}
