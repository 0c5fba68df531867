using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>Checks that a model takes the examples of its tasks, as far as the declarations tell of both.</summary>
internal static class InputCheck
{
    private const int MostAxes = 3;

    public static bool Passes(ModelSpec model, TaskSpec tasks, Word word, Report report) => tasks switch
    {
        RegressionTaskSpec regression => IsWidth(regression.InputWidth, model, tasks, word, report),
        TableTaskSpec { Data.Channels: { } columns } => IsWidth(columns, model, tasks, word, report),
        TableTaskSpec => model.Input.Rank == 1 || IsWidth(1, model, tasks, word, report),
        FewShotTaskSpec { Examples: DataSpec data } => IsExample(data, model, tasks, word, report),
        _ => true,
    };

    /// <summary>A batch that is read ahead has to fit in the memory declared for that.</summary>
    public static void CheckBatch(INamedTypeSymbol type, ModelSpec model, TaskSpec tasks, OuterLoopSpec outer, Word word, Report report)
    {
        const long Megabyte = 1 << 20;
        if (tasks is not FewShotTaskSpec { Examples: DataSpec { ReadAhead: { } ahead } data }) return;
        // Floats take four bytes, but what is no image may be bytes, too.
        var numbers = (long)outer.MetaBatch * (tasks.SupportExamples + tasks.QueryExamples) * model.Input.Elements;
        var bytes = numbers * (data.IsTable ? sizeof(float) : 1);
        var megabytes = (bytes + Megabyte - 1) / Megabyte;
        if (megabytes <= ahead.Megabytes) return;
        report.Add(
            ExperimentRules.BatchTooLarge,
            word.AtType(1),
            type.Name,
            Word.Shown(ahead.Megabytes),
            Word.Shown(outer.MetaBatch),
            tasks.Name,
            Word.Shown(megabytes));
    }

    private static bool IsWidth(int width, ModelSpec model, TaskSpec tasks, Word word, Report report)
    {
        var shape = Shape.Of(width);
        if (model.Input == shape) return true;
        report.Add(ExperimentRules.InputWidth, word.AtType(0), model.Name, model.Input, tasks.Name, shape, Word.Shown(width));
        return false;
    }

    private static bool IsExample(DataSpec data, ModelSpec model, TaskSpec tasks, Word word, Report report)
    {
        var given = data.IsTable
            ? new[] { data.Channels }
            : [data.Channels, data.Size?.Height, data.Size?.Width];
        var input = model.Input;
        // A grey image may do without its channel.
        var taken = input.Rank == 2 && !data.IsTable ? input.Sizes.Prepend(1).ToArray() : [.. input.Sizes];
        var isAnything = !data.IsTable && given.All(size => size is null) && input.Rank <= MostAxes;
        if (isAnything || (taken.Length == given.Length && taken.Zip(given, (one, other) => one == (other ?? one)).All(isEqual => isEqual)))
        {
            return true;
        }

        var shown = string.Join(", ", given.Select(size => size is { } known ? Word.Shown(known) : "?"));
        var transform = data.IsTable ? "" : ", or transform them";
        report.Add(
            ExperimentRules.ExampleShape,
            word.AtType(0),
            model.Name,
            input,
            tasks.Name,
            $"[{shown}]",
            (shown.Contains('?') ? "change its 'Input'" : $"write '[Input({shown})]'") + transform);
        return false;
    }
}
