using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Parsing;

/// <summary>Checks that a model takes the examples of its tasks, as far as the declarations tell of both.</summary>
internal static class InputCheck
{
    private const int MostAxes = 3;

    public static bool Passes(ModelSpec model, TaskSpec tasks, Word word, Report report) => tasks switch
    {
        RegressionTaskSpec regression => IsWidth(regression.Inputs.Count, model, tasks, word, report),
        TableTaskSpec { Data.Channels: { } columns } => IsWidth(columns, model, tasks, word, report),
        TableTaskSpec => model.Input.Rank == 1 || IsWidth(1, model, tasks, word, report),
        FewShotTaskSpec { Examples: DataSpec data } => IsExample(data, model, tasks, word, report),
        _ => true,
    };

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
        if (isAnything || (taken.Length == given.Length && taken.Zip(given, (one, other) => one == (other ?? one)).All(isEqual => isEqual))) return true;
        var shown = $"[{string.Join(", ", given.Select(size => size is { } known ? Word.Shown(known) : "?"))}]";
        report.Add(
            ExperimentRules.ExampleShape,
            word.AtType(0),
            model.Name,
            input,
            tasks.Name,
            shown,
            shown.Contains('?') ? "change its 'Input', or transform them" : $"write '[Input({shown.Trim('[', ']')})]'{(data.IsTable ? "" : ", or transform them")}");
        return false;
    }
}
