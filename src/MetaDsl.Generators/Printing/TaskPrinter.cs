using System.Collections.Generic;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints what depends on the kind of tasks: how they are drawn, what a user adapts to, what an evaluation measures.</summary>
internal abstract class TaskPrinter
{
    /// <summary>What the tasks of each part are drawn from.</summary>
    protected const string UseOf =
        """
        // Each part draws tasks of its own.
        private static string UseOf(TaskPart part) => part switch
        {
            TaskPart.Training => "training",
            TaskPart.Validation => "validation",
            _ => "evaluation",
        };

        """;

    /// <summary>The interface of the experiment.</summary>
    public abstract string Interface { get; }

    /// <summary>The constants, as <c>Name = value</c>.</summary>
    public abstract IEnumerable<string> Constants { get; }

    /// <summary>The method that measures each task's predictions, and what it measures.</summary>
    public abstract string Measure { get; }

    public abstract string Measured { get; }

    /// <summary>The expression of a batch of tasks of a part that the options name, after <c>done</c> others.</summary>
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

    /// <summary>The same before an evaluation.</summary>
    public virtual string PrepareEvaluation => "";

    /// <summary>The expression of the tasks of an iteration.</summary>
    public virtual string TrainingTasks => "SampleTasks(SeedOf(\"training\", iteration), MetaBatch)";

    /// <summary>The numbers that the tasks' methods give to tensor operations.</summary>
    public virtual IEnumerable<Factor> Numbers => [];

    /// <summary>The statement that makes everything ready for training, with its line end; or nothing.</summary>
    public virtual string Prepare => "";

    /// <summary>Writes the fields that the experiment has for its tasks.</summary>
    public virtual void WriteState()
    {
    }

    /// <summary>Writes what disposes them.</summary>
    public virtual void WriteDispose()
    {
    }

    /// <param name="records">Where the classes go.</param>
    /// <param name="members">What the class of tasks has beside its tensors.</param>
    public abstract void AddRecords(Records records, string members);

    /// <summary>Writes <c>SampleTasks</c> and what it calls.</summary>
    public abstract void WriteSampling();

    /// <summary>Writes <c>SampleTestTasks</c>.</summary>
    public abstract void WriteTestTasks();

    /// <summary>Writes <c>ShowTasks</c>.</summary>
    /// <param name="mode">The line that keeps autograd from recording, or nothing.</param>
    public abstract void WriteShowTasks(string mode);

    /// <summary>Writes what only experiments on such tasks have.</summary>
    public abstract void WriteMore(InnerLoopPrinter inner);

    /// <summary>
    /// Refuses rows of another length than an example has, which would be read as other examples; nothing where examples are no rows.
    /// </summary>
    protected static string OtherRows(ExperimentSpec spec) =>
        LengthOfRow(spec) is { } length ? $" || x.size(-1) != {CSharpLiteral.Of(length)}" : "";

    /// <summary>The same for examples to predict from.</summary>
    protected static string RowsCheck(ExperimentSpec spec, string numbers) => LengthOfRow(spec) is not { } length ? ""
        : $"if (x.numel() == 0 || x.dim() == 0 || x.size(-1) != {CSharpLiteral.Of(length)}) throw new ArgumentException("
            + $"\"'{spec.Type.Name.TrimStart('@')}' predicts from examples of {CSharpLiteral.Of(length)} {numbers}; "
            + $"give x as [n, {CSharpLiteral.Of(length)}].\");\n";

    /// <summary>The end of a line of a message, and the next line: what <c>Adapt</c> was given.</summary>
    protected const string ShapesGiven = "\"\n        + $\"but x is [{string.Join(\", \", x.size())}] and y has {y.numel()} numbers; \"";

    private static long? LengthOfRow(ExperimentSpec spec) =>
        spec.Model.Input is { Rank: 1, Elements: > 1 } input ? input.Elements : null;

    /// <summary>What reads a tensor as single numbers.</summary>
    protected static string SinglesOf(ExperimentSpec spec) => spec.Precision == Precision.Single ? "Numbers" : "Singles";

    public static TaskPrinter For(SourceWriter writer, ExperimentSpec spec, BodyMaker body, PassPrinter passes) => spec.Tasks switch
    {
        RegressionTaskSpec regression => new RegressionPrinter(writer, spec, regression, body, passes),
        FewShotTaskSpec { IsRanged: true } ranged => new RangedFewShotPrinter(writer, spec, ranged, passes),
        FewShotTaskSpec fewShot => new FewShotPrinter(writer, spec, fewShot, passes),
        TableTaskSpec table => new TableTaskPrinter(writer, spec, table),
        _ => throw new System.ArgumentOutOfRangeException(nameof(spec), spec.Tasks, "no kind of tasks"),
    };
}
