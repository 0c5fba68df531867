namespace MetaDsl;

/// <summary>
/// What the compiler makes of a class with <c>[Experiment&lt;TModel, TTasks&gt;]</c>. An experiment owns its weights and its optimizer's
/// state: made from a seed, trained, evaluated, disposed.
/// <code>
/// using var experiment = new SineMaml(seed: 1);
/// experiment.Train(new TrainingOptions());
/// Console.WriteLine(experiment.Evaluate(new EvaluationOptions()));
/// </code>
/// </summary>
public interface IExperiment : IDisposable
{
    /// <summary>The name of the declaring class.</summary>
    string Name { get; }

    /// <summary>What was declared, in numbers and in words.</summary>
    ExperimentSummary Summary { get; }

    /// <summary>Where the data of its tasks lie; to be set before they are first read, and of no effect afterwards.</summary>
    DataOptions Data { get; set; }

    /// <summary>
    /// Trains from where the last call stopped. Cancelling ends it after the iteration that runs, without an exception: the result says so
    /// (<see cref="TrainingResult.WasCancelled"/>), and what was learnt stays in the experiment.
    /// </summary>
    /// <exception cref="TrainingDivergedException">The loss is no longer a number.</exception>
    /// <exception cref="DataException">The declared data cannot be used; nothing was trained.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled while the data were read, before the first iteration.</exception>
    TrainingResult Train(
        TrainingOptions options,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellation = default);

    /// <summary>
    /// Adapts to tasks that training has not seen and measures the error after every number of gradient steps; changes no weight.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    EvaluationResult Evaluate(
        EvaluationOptions options,
        IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellation = default);

    /// <summary>
    /// Draws tasks to look at: the first of a part, the same each time. It changes nothing that is learnt, nor which tasks training draws.
    /// </summary>
    /// <param name="part">What the tasks are drawn for.</param>
    /// <param name="count">How many tasks.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DataException">The data of the tasks cannot be used.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    IReadOnlyList<DrawnTask> ShowTasks(TaskPart part, int count, CancellationToken cancellation = default);
}
