using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads <c>[Evaluation]</c>, which may be left out.</summary>
internal static class EvaluationParser
{
    public const string Head = "Evaluation";
    private const int UsualTasks = 600;
    private const int TestPoints = 100;
    private const int MostSteps = 100;

    /// <param name="type">The experiment.</param>
    /// <param name="trainedSteps">The steps of the inner loop, which hold where the evaluation does not say how many.</param>
    public static ParseResult<EvaluationSpec> Parse(INamedTypeSymbol type, int trainedSteps)
    {
        var report = new Report();
        if (Words.Single(type, Head, report) is not { } word)
        {
            return report.Result(() => new EvaluationSpec(UsualTasks, trainedSteps, TestPoints));
        }


        var tasks = word.Optional("Tasks", UsualTasks);
        if (tasks < 1) report.Add(ExperimentRules.EvaluationWithoutTasks, word.At("Tasks"), Word.Shown(tasks.Value), type.Name);
        var steps = word.Optional("Steps", trainedSteps);
        if (word.Says("Steps") && steps is { } count)
        {
            var (location, shown) = (word.At("Steps"), Word.Shown(count));
            if (count < 1) report.Add(ExperimentRules.EvaluationWithoutSteps, location, shown, type.Name);
            if (count > MostSteps) report.Add(ExperimentRules.EvaluationTooLong, location, shown, type.Name, Word.Shown(MostSteps));
        }

        return report.Result(() => new EvaluationSpec(tasks!.Value, steps!.Value, TestPoints));
    }
}
