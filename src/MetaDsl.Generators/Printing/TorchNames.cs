using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// The names by which generated files refer to TorchSharp and the runtime, and what they stand for where a user has types so named.
/// </summary>
internal static class TorchNames
{
    private static readonly string[] OfRuntime =
    [
        "AdaptedFit", "ArrayLayout", "ClassPart", "ClassSet", "ClassSplit", "DataException", "DataOptions", "DrawnClasses", "DrawnFunction",
        "DrawnTask", "EpisodeReader", "EpisodeSampler", "EpisodeShape", "EvaluationOptions", "EvaluationProgress", "EvaluationResult",
        "ExampleShape", "ExperimentSummary", "FitPrediction", "IExperiment", "IRegressionExperiment", "IdxSource", "ImageColor",
        "ImageFolderSource", "LearningRateSchedule", "Measure", "Normalization", "NumpySource", "OmniglotSource", "PaddedTasks",
        "RandomStream", "TableClassSource", "TableSource", "TaskErrors", "TaskPart", "TaskThreads", "TrainingMonitor", "TrainingOptions",
        "TrainingProgress", "TrainingResult",
    ];

    private static readonly Dictionary<string, string> Meanings = new(
        OfRuntime.ToDictionary(name => name, name => "global::MetaDsl." + name))
    {
        ["Scalar"] = "global::TorchSharp.Scalar",
        ["Tensor"] = "global::TorchSharp.torch.Tensor",
        ["torch"] = "global::TorchSharp.torch",
    };

    public static IEnumerable<string> All => Meanings.Keys.OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>The file with each shadowed name written out, and without its alias.</summary>
    public static string WriteOut(string file, IEnumerable<string> shadowed) => shadowed.Aggregate(file, (text, name) =>
    {
        text = Regex.Replace(text, $@"^ *using {name} = .*\n", "", RegexOptions.Multiline);
        return Regex.Replace(text, $@"(?<![\w.:]){name}(?=\b)", Meanings[name]);
    });
}
