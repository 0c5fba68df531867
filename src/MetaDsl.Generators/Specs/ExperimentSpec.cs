namespace MetaDsl.Generators.Specs;

/// <summary>A whole experiment, checked: nothing in it can fail to compile. Where derivatives are null, the compiler chooses.</summary>
internal sealed record ExperimentSpec(
    TypeSpec Type,
    ReferenceSpec References,
    ModelSpec Model,
    TaskSpec Tasks,
    MamlSpec Inner,
    OuterLoopSpec Outer,
    EvaluationSpec Evaluation,
    DeviceSpec Device,
    DerivativeStrategy? Derivatives,
    Precision Precision)
{
    /// <summary>
    /// Whether its file tells the shapes of the model's layers where the model is hovered over: one experiment of each model does.
    /// </summary>
    public bool DocumentsModel { get; init; }
}

/// <summary>How the experiment's file refers to the types of its model and its tasks, which may lie in other namespaces.</summary>
internal sealed record ReferenceSpec(string Model, string Tasks);

/// <summary>
/// The partial type to extend, with the types it is nested in, outermost first: each as it is declared (<c>partial class Outer</c>). Where
/// it stands, the names in <paramref name="Shadowed"/> mean types of the user's.
/// </summary>
internal sealed record TypeSpec(
    string Namespace, EquatableArray<string> Containing, string Name, string Declaration, EquatableArray<string> Shadowed);

/// <summary>Adaptation by gradient steps.</summary>
internal sealed record MamlSpec(int Steps, double LearningRate, GradientOrder Order, InnerMemory Memory);

internal enum InnerMemory
{
    Automatic,
    Keep,
    Recompute,
}

internal enum GradientOrder
{
    First,
    Second,
}

internal sealed record OuterLoopSpec(
    OptimizerKind Optimizer,
    double LearningRate,
    int MetaBatch,
    int Iterations,
    double Momentum,
    double WeightDecay,
    ScheduleSpec Schedule,
    double ClipNorm);

internal enum OptimizerKind
{
    Sgd,
    Adam,
    AdamW,
}

/// <summary>
/// How the outer learning rate changes: every <paramref name="Period"/> iterations by <paramref name="Decay"/> for steps.
/// </summary>
internal sealed record ScheduleSpec(ScheduleKind Kind, int Period = 0, double Decay = 1);

internal enum ScheduleKind
{
    Constant,
    Cosine,
    Step,
}

/// <summary>How many new tasks to test on, after up to how many gradient steps, at how many points each.</summary>
internal sealed record EvaluationSpec(int Tasks, int Steps, int Points);

/// <summary>Where the experiment runs, and where it runs when that device is not there; the fallback is empty when there is none.</summary>
internal sealed record DeviceSpec(string Device, string Fallback);

internal enum Precision
{
    Single,
    Double,
}

internal enum DerivativeStrategy
{
    CompileTime,
    Autograd,
}
