using System.Collections.Generic;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints what depends on the kind of tasks: how they are drawn, what a user adapts to, what an evaluation measures.</summary>
internal abstract class TaskPrinter
{
    /// <summary>The interface of the experiment.</summary>
    public abstract string Interface { get; }

    /// <summary>The constants, as <c>Name = value</c>.</summary>
    public abstract IEnumerable<string> Constants { get; }

    /// <summary>The method that measures each task's predictions, and what it measures.</summary>
    public abstract string Measure { get; }

    public abstract string Measured { get; }

    /// <summary>The expression of a batch of tasks that training never sees, after <c>done</c> others.</summary>
    public abstract string TestTasks { get; }

    /// <summary>The tasks in a line for people.</summary>
    public abstract string Summary { get; }

    /// <summary>What <c>Adapt</c> takes, in words.</summary>
    public abstract string AdaptSummary { get; }

    /// <summary>What makes <c>supportX</c> and <c>supportY</c> of its arguments, or refuses them.</summary>
    public abstract string AdaptStatements { get; }

    /// <summary>What <c>Predict</c> gives, in words.</summary>
    public abstract string PredictSummary { get; }

    /// <summary>What refuses a wrong argument of <c>Predict</c>, with its line end; or nothing.</summary>
    public abstract string PredictCheck { get; }

    /// <summary>The tensors that the experiment keeps for its tasks, each with the expression that makes it.</summary>
    public virtual IEnumerable<(string Name, string Value)> State => [];

    /// <param name="records">Where the classes go.</param>
    /// <param name="members">What the class of tasks has beside its tensors.</param>
    public abstract void AddRecords(Records records, string members);

    /// <summary>Writes <c>SampleTasks</c> and what it calls.</summary>
    public abstract void WriteSampling();

    /// <summary>Writes <c>SampleTestTasks</c>.</summary>
    public abstract void WriteTestTasks();

    /// <summary>Writes what only experiments on such tasks have.</summary>
    public abstract void WriteMore(InnerLoopPrinter inner);

    public static TaskPrinter For(SourceWriter writer, ExperimentSpec spec, BodyMaker body, PassPrinter passes) => spec.Tasks switch
    {
        RegressionTaskSpec regression => new RegressionPrinter(writer, spec, regression, body, passes),
        FewShotTaskSpec fewShot => new FewShotPrinter(writer, spec, fewShot, passes),
        _ => throw new System.ArgumentOutOfRangeException(nameof(spec), spec.Tasks, "no kind of tasks"),
    };
}
