using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Diagnostics;

/// <summary>MDSL05xx: experiments, and what can only be seen where their parts meet.</summary>
internal static class ExperimentRules
{
    public static readonly DiagnosticDescriptor NotAModel = Rule.Error(
        "MDSL0501",
        "An experiment's model is not a model",
        "'{0}' is not a model; put '[Model]' on it, or name a class that has it");

    public static readonly DiagnosticDescriptor NotTasks = Rule.Error(
        "MDSL0502",
        "An experiment's tasks are not tasks",
        "'{0}' describes no tasks; put '[RegressionTasks(Shots = 10, Queries = 10)]' or '[FewShot(ways: 5, shots: 1)]' on it, "
        + "or name a class that has one of them");

    public static readonly DiagnosticDescriptor NoInnerLoop = Rule.Error(
        "MDSL0503",
        "An experiment has no inner loop",
        "'{0}' does not say how it adapts to a task; add '[Maml(Steps = 1, LearningRate = 0.01)]'");

    public static readonly DiagnosticDescriptor NoOuterLoop = Rule.Error(
        "MDSL0504",
        "An experiment has no outer loop",
        "'{0}' does not say how it learns; add '[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]'");

    public static readonly DiagnosticDescriptor InputWidth = Rule.Error(
        "MDSL0505",
        "The model's input is not that of the tasks",
        "'{0}' takes examples of shape {1}, but those of '{2}' have shape {3}; write '[Input({4})]' on '{0}'");

    public static readonly DiagnosticDescriptor OutputWidth = Rule.Error(
        "MDSL0506",
        "The model's output is not that of the tasks",
        "'{0}' ends in shape {1}, but the target of '{2}' is one number; end it in '[{3}Linear(1)]'");

    public static readonly DiagnosticDescriptor DeclaredElsewhere = Rule.Error(
        "MDSL0507",
        "A part of an experiment is declared in another project",
        "'{0}' is declared in '{1}', where its declaration cannot be read; declare it in this project");

    public static readonly DiagnosticDescriptor EvaluationWithoutTasks = Rule.Error(
        "MDSL0508",
        "An evaluation has no tasks",
        "'Tasks' is '{0}', so there is nothing to evaluate '{1}' on; use 1 or more");

    public static readonly DiagnosticDescriptor EvaluationWithoutSteps = Rule.Error(
        "MDSL0509",
        "An evaluation has no steps",
        "'Steps' is '{0}', so the evaluation of '{1}' never adapts; use 1 or more");

    public static readonly DiagnosticDescriptor EvaluationTooLong = Rule.Warning(
        "MDSL0510",
        "An evaluation has more steps than makes sense",
        "'Steps' is '{0}', long after '{1}' has either converged or diverged; use at most {2}");

    public static readonly DiagnosticDescriptor MemberClash = Rule.Error(
        "MDSL0511",
        "A member has the name of a generated one",
        "'{0}' is already a generated member of '{1}'; {2}");

    public static readonly DiagnosticDescriptor ClassifierWithoutClasses = Rule.Error(
        "MDSL0512",
        "A classifier has no classes",
        "'{0}' ends in 'Classifier', but '{1}' are no classification tasks, so it has no classes; "
        + "end it in '[Linear(1)]', or give it '[FewShot]' tasks");

    public static readonly DiagnosticDescriptor NoClassifier = Rule.Error(
        "MDSL0513",
        "A model does not classify the tasks' classes",
        "'{0}' ends in shape {1}, but a task of '{2}' has '{3}' classes; end it in '[{4}Classifier]'");

    public static readonly DiagnosticDescriptor BatchTooLarge = Rule.Error(
        "MDSL0515",
        "A batch of tasks does not fit in memory",
        "'{0}' reads ahead within '{1}' megabytes, but a batch of {2} tasks of '{3}' takes {4}; "
        + "allow that and better several times as much");

    public static readonly DiagnosticDescriptor ForeignName = Rule.Error(
        "MDSL0516",
        "A class has the name of a type that generated code uses",
        "'{0}' is the name of a type that the generated code of '{1}' uses; choose another name");

    public static readonly DiagnosticDescriptor ExampleShape = Rule.Error(
        "MDSL0514",
        "The model's input is not an example of the tasks",
        "'{0}' takes examples of shape {1}, but those of '{2}' are {3}; {4}");
}
