using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// The names by which generated files refer to types that are not theirs, and what they stand for where a user has others so named.
/// </summary>
internal static class ForeignNames
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

    private static readonly string[] OfSystem =
    [
        "Action", "ArgumentException", "ArgumentNullException", "ArgumentOutOfRangeException", "Array", "IDisposable", "IProgress",
        "InvalidOperationException", "Math",
    ];

    private static readonly Dictionary<string, string> Meanings = new(
        OfRuntime.ToDictionary(name => name, name => "global::MetaDsl." + name)
            .Concat(OfSystem.ToDictionary(name => name, name => "global::System." + name))
            .ToDictionary(pair => pair.Key, pair => pair.Value))
    {
        ["CancellationToken"] = "global::System.Threading.CancellationToken",
        ["IList"] = "global::System.Collections.Generic.IList",
        ["IReadOnlyList"] = "global::System.Collections.Generic.IReadOnlyList",
        ["List"] = "global::System.Collections.Generic.List",
        ["Scalar"] = "global::TorchSharp.Scalar",
        ["Tensor"] = "global::TorchSharp.torch.Tensor",
        ["torch"] = "global::TorchSharp.torch",
    };

    public static IEnumerable<string> All => Meanings.Keys.OrderBy(name => name, StringComparer.Ordinal);

    public static bool Has(string name) => Meanings.ContainsKey(name);

    /// <summary>The file with each shadowed name written out, and without its alias.</summary>
    public static string WriteOut(string file, IEnumerable<string> shadowed) => shadowed.Aggregate(file, (text, name) =>
    {
        text = Regex.Replace(text, $@"^ *using {name} = .*\n", "", RegexOptions.Multiline);
        return Regex.Replace(text, $@"(?<![\w.:]){name}(?=\b)", Meanings[name]);
    });
}
