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
    private const string Results =
        "(Activations|ActivationsShared|Gradients|GradientsShared|Masks|Tangents|TangentsShared|Tensor|TestActivations)";
    private const string Step = "(InnerStep|FirstStep)";

    // Behind others where a pass through the network is more than weights and examples, in training and in evaluations.
    private const string Pass = @"(,Masks\[\])?(,Tensor)?(,int)?";
    private const string TestPass = "(,Tensor){0,3}";
    private const string Forward = "Weights,Tensor(,(Masks|Tensor)){0,4}";

    private static readonly HashSet<string> Types =
    [
        "Activations", "ActivationsShared", "FirstStep", "Gradients", "GradientsShared", "InnerStep", "Learner", "LossGradient",
        "Masks", "Part", "Tangents", "TangentsShared", "TaskParameters", "Tasks", "TestActivations", "Weights",
    ];

    private static readonly HashSet<string> Values =
    [
        "AverageRate", "Beta1", "Beta2", "Data", "Epsilon", "EvaluationSteps", "EvaluationTasks", "ExampleNormalization", "InnerSteps",
        "Inputs", "Iterations", "KeptOfFirst", "KeptOfSecond", "MetaBatch", "MinusInnerLearningRate", "MinusUnlikely", "Momentum", "Name",
        "NewOfFirst", "NewOfSecond", "NormChannels", "ParameterCount", "Queries", "QueryExamples", "ReadAheadMegabytes", "Shots",
        "Summary", "SupportExamples", "TestPoints", "Type", "Ways", "WeightDecay", "device", "firstMoment", "generator", "iteration",
        "normalization", "parameters", "parts", "random", "reader", "secondMoment", "statistics", "stepRows", "velocity", "weights",
    ];

    // Each with the types of its parameters: one of the same name is legal where its own are others.
    private static readonly Dictionary<string, string> Methods = new()
    {
        ["AccuracyOfEach"] = "Weights,Tensor,Tensor" + TestPass,
        ["Adapt"] = "Tensor,Tensor,int",
        ["AdaptEach"] = "Tasks,int",
        ["AdaptInTraining"] = "Tasks" + Pass,
        ["AddErrors"] = "TaskErrors,Tasks,int,int",
        ["AddFits"] = "List<AdaptedFit>,int,int,int",
        ["ApplyMetaGradient"] = "Tensor,double",
        ["Arrange"] = "Part,Tensor,int",
        ["BackThroughFirstStep"] = $"Weights,{Step},Tasks,Weights{Pass}",
        ["BackThroughStep"] = $"Weights,({Step},)?Tasks,Weights{Pass}",
        ["Backward"] = $"(Weights,)?({Results},)+{Results}",
        ["BackwardShared"] = $"(Weights,)?({Results},)+{Results}",
        ["CarryBack"] = "Weights,Weights",
        ["Choose"] = "double\\[\\],long\\[\\]",
        ["ChooseDevice"] = "",
        ["Clip"] = "Tensor",
        ["Descend"] = "Weights,Weights",
        ["Dispose"] = "",
        ["ClassesFor"] = "TaskPart(,CancellationToken)?",
        ["DrawMask"] = "double,Scalar,long\\[\\]",
        ["DrawMasks"] = "long",
        ["DrawOrthogonal"] = "Tensor",
        ["DrawTasks"] = "Part,RandomStream,long,int",
        ["DrawTruncatedNormal"] = "Tensor,double",
        ["ErrorOfEach"] = "Weights,Tensor,Tensor" + TestPass,
        ["Evaluate"] = "EvaluationOptions,IProgress<EvaluationProgress>,CancellationToken",
        ["FindErrors"] = "(float|double)\\[\\]\\[\\],Tasks,int",
        ["FindQueryGradient"] = "Weights,Tasks" + Pass,
        ["Forward"] = Forward,
        ["ForEachTask"] = "Tasks,Action<int, Tasks>",
        ["ForwardEach"] = Forward,
        ["ForwardInTraining"] = "Weights,Tensor(,Masks)?(,Tensor){0,2}(,int)?",
        ["ForwardShared"] = Forward,
        ["ForwardTangent"] = $"(Weights,)+({Results},)*{Results}",
        ["ForwardTangentShared"] = $"(Weights,)+({Results},)*{Results}",
        ["HessianProduct"] = $"((Weights|{Results}),)+{Results}",
        ["HessianProductShared"] = $"((Weights|{Results}),)+{Results}",
        ["KeepAverages"] = "Tensor",
        ["Gather"] = "Part,long\\[\\],int",
        ["LabelsOf"] = "int,int",
        ["LearningRate"] = "long",
        ["LossOfEach"] = "Tensor,Tensor",
        ["MasksFor"] = "int",
        ["MetaGradient"] = "Tasks" + Pass,
        ["MetaGradientOf"] = "Tasks" + Pass,
        ["MetaStep"] = "TrainingMonitor",
        ["Note"] = "Tensor,int,Tensor",
        ["Numbers"] = "Tensor",
        ["Observe"] = "Tensor",
        ["Open"] = "(Tensor,string|ClassPart(,Normalization)?)",
        ["OpenParts"] = "(CancellationToken)?",
        ["PredictEach"] = "Weights,Tensor" + TestPass,
        ["ReadTasks"] = "long",
        ["ReadClasses"] = "CancellationToken",
        ["SampleFits"] = "int,int",
        ["SampleFunctions"] = "TaskParameters,Tensor,Tensor",
        ["SampleParameters"] = "int",
        ["SampleTasks"] = "long,int",
        ["SampleTestTasks"] = "TaskPart,long,int",
        ["SampleX"] = "int,int",
        ["SeedOf"] = "string,long",
        ["ShowTasks"] = "TaskPart,int,CancellationToken",
        ["Singles"] = "Tensor",
        ["StepAt"] = "int",
        ["SupportLossGradient"] = "Tensor,Tensor",
        ["SupportLossGradientShared"] = "Tensor,Tensor",
        ["TakeFirstStep"] = "Weights,Tasks" + Pass,
        ["TakeFreeStep"] = "Weights,Tasks(,int)?",
        ["TakeStep"] = $"Weights,(Tensor,)?Tasks{Pass}",
        ["TakeTestStep"] = "Weights,Tasks,int",
        ["Target"] = "TaskParameters,Tensor",
        ["TestBackward"] = $"(Weights,)?({Results},)+{Results}",
        ["TestForward"] = Forward,
        ["WeightedLabels"] = "long\\[\\],double\\[\\],int",
        ["UseOf"] = "TaskPart",
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

    /// <summary>Whether anything generated has that name.</summary>
    public static bool IsAny(string name) => IsType(name) || IsValue(name) || IsMethod(name);

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
