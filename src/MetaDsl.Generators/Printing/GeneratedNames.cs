using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// What the generated part of an experiment declares, whatever the experiment: were it only what one of them needs, then another optimizer
/// or another number of steps could make a user's own part wrong.
/// </summary>
internal static class GeneratedNames
{
    // A class of results for steps from shared weights bears a name of its own where its fields differ.
    private const string Results = "(Activations|ActivationsShared|Gradients|GradientsShared|Tangents|Tensor)";
    private const string Step = "(InnerStep|FirstStep)";

    private static readonly HashSet<string> Types =
    [
        "Activations", "ActivationsShared", "FirstStep", "Gradients", "GradientsShared", "InnerStep", "Learner", "LossGradient",
        "Tangents", "TangentsShared", "TaskParameters", "Tasks", "Weights",
    ];

    private static readonly HashSet<string> Values =
    [
        "Beta1", "Beta2", "Epsilon", "EvaluationSteps", "EvaluationTasks", "InnerSteps", "Iterations", "KeptOfFirst", "KeptOfSecond",
        "MetaBatch", "MinusInnerLearningRate", "Momentum", "Name", "NewOfFirst", "NewOfSecond", "ParameterCount", "Queries", "QueryExamples", "Shots",
        "Summary", "SupportExamples", "TestPoints", "Type", "Ways", "WeightDecay", "device", "firstMoment", "generator", "iteration", "parameters", "random",
        "secondMoment", "testClasses", "trainingClasses", "velocity", "weights",
    ];

    // Each with the types of its parameters: one of the same name is legal where its own are others.
    private static readonly Dictionary<string, string> Methods = new()
    {
        ["AccuracyOfEach"] = "Weights,Tensor,Tensor",
        ["Adapt"] = "Tensor,Tensor,int",
        ["AdaptEach"] = "Tasks,int",
        ["AddErrors"] = "TaskErrors,Tasks,int,int",
        ["AddFits"] = "List<AdaptedFit>,int,int,int",
        ["ApplyMetaGradient"] = "Tensor,double",
        ["BackThroughFirstStep"] = $"Weights,{Step},Tasks,Weights",
        ["BackThroughStep"] = $"Weights,({Step},)?Tasks,Weights",
        ["Backward"] = $"(Weights,)?({Results},)+{Results}",
        ["BackwardShared"] = $"(Weights,)?({Results},)+{Results}",
        ["ChooseDevice"] = "",
        ["Clip"] = "Tensor",
        ["Descend"] = "Weights,Weights",
        ["Dispose"] = "",
        ["ClassesFrom"] = "Tensor,string",
        ["DrawOrthogonal"] = "Tensor",
        ["DrawTasks"] = "Tensor,long,int",
        ["DrawTruncatedNormal"] = "Tensor,double",
        ["ErrorOfEach"] = "Weights,Tensor,Tensor",
        ["Evaluate"] = "EvaluationOptions,IProgress<EvaluationProgress>,CancellationToken",
        ["FindErrors"] = "(float|double)\\[\\]\\[\\],Tasks,int",
        ["FindQueryGradient"] = "Weights,Tasks",
        ["Forward"] = "Weights,Tensor",
        ["ForEachTask"] = "Tasks,Action<int, Tasks>",
        ["ForwardShared"] = "Weights,Tensor",
        ["ForwardTangent"] = $"(Weights,)+({Results},)*{Results}",
        ["ForwardTangentShared"] = $"(Weights,)+({Results},)*{Results}",
        ["HessianProduct"] = $"((Weights|{Results}),)+{Results}",
        ["HessianProductShared"] = $"((Weights|{Results}),)+{Results}",
        ["LabelsOf"] = "int,int",
        ["LearningRate"] = "long",
        ["LossOfEach"] = "Tensor,Tensor",
        ["MetaGradient"] = "Tasks",
        ["MetaGradientOf"] = "Tasks",
        ["MetaStep"] = "TrainingMonitor",
        ["Numbers"] = "Tensor",
        ["PredictEach"] = "Weights,Tensor",
        ["SampleFits"] = "int,int",
        ["SampleParameters"] = "int",
        ["SampleTasks"] = "long,int",
        ["SampleTestTasks"] = "long(,int)?",
        ["SampleX"] = "int,int",
        ["SeedOf"] = "string,long",
        ["Singles"] = "Tensor",
        ["SupportLossGradient"] = "Tensor,Tensor",
        ["SupportLossGradientShared"] = "Tensor,Tensor",
        ["TakeFirstStep"] = "Weights,Tasks",
        ["TakeFreeStep"] = "Weights,Tasks",
        ["TakeStep"] = "Weights,Tasks",
        ["Target"] = "TaskParameters,Tensor",
        ["Train"] = "TrainingOptions,IProgress<TrainingProgress>,CancellationToken",
    };

    // What a class has beside the properties that hold what each task draws.
    private static readonly HashSet<string> OfTaskParameters =
    [
        "Dispose", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "TaskParameters", "ToString",
    ];

    /// <summary>All names but those of numbers, of which there is no end.</summary>
    public static IEnumerable<string> Listed => Types.Concat(Values).Concat(Methods.Keys);

    /// <summary>The parameters' types of the generated constructor.</summary>
    public const string Constructor = "long";

    /// <summary>Whether a generated class has that name.</summary>
    public static bool IsType(string name) => Types.Contains(name);

    /// <summary>Whether a generated field or property has that name.</summary>
    public static bool IsValue(string name) => Values.Contains(name) || CSharpLiteral.IsConstant(name);

    /// <summary>Whether a generated method has that name, whatever its parameters.</summary>
    public static bool IsMethod(string name) => Methods.ContainsKey(name);

    /// <summary>Whether a generated method has that name and may have parameters of these types, with commas between them.</summary>
    public static bool IsMethod(string name, string parameters) =>
        Methods.TryGetValue(name, out var known) && Regex.IsMatch(parameters, $"^({known})$", RegexOptions.CultureInvariant);

    /// <summary>Whether a property of the class that holds what each task draws cannot have that name.</summary>
    public static bool IsInTaskParameters(string name) => OfTaskParameters.Contains(name);
}
