namespace MetaDsl.Tests;

/// <summary>
/// An experiment without tensors: its loss is 1/n in iteration n, its error after k steps 4 / (1 + k) untrained and 1 / (1 + k) trained.
/// What is virtual lets a test spoil it.
/// </summary>
internal class FakeExperiment(long seed) : IRegressionExperiment
{
    public static readonly ExperimentSummary Declared = new()
    {
        Name = "Fake",
        Iterations = 2000,
        MetaBatch = 25,
        InnerSteps = 1,
        EvaluationTasks = 600,
        EvaluationSteps = 10,
        Parameters = 1761,
        Device = "cpu",
        Declaration = "Linear(40), Relu\n[Maml(Steps = 1, LearningRate = 0.01)]\n",
    };

    private long done;

    public string Name => Summary.Name;

    public virtual ExperimentSummary Summary => Declared;

    public DataOptions Data { get; set; } = new();

    public long Seed { get; } = seed;

    public TrainingResult Train(TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var monitor = new TrainingMonitor(Summary, options, progress, cancellation, done);
        while (monitor.Next())
        {
            done++;
            monitor.Record(Loss(done));
        }

        return monitor.Result();
    }

    public virtual EvaluationResult Evaluate(
        EvaluationOptions options, IProgress<EvaluationProgress>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (tasks, steps) = (options.Tasks ?? Summary.EvaluationTasks, options.Steps ?? Summary.EvaluationSteps);
        var errors = new TaskErrors(tasks, steps);
        for (var step = 0; step <= steps; step++)
        {
            var error = (done > 0 ? 1 : 4) / (1.0 + step);
            errors.Add(step, [.. Enumerable.Repeat(error, tasks)]);
        }

        progress?.Report(new EvaluationProgress(tasks, tasks));
        return errors.ToResult(Name) with { Part = options.Part };
    }

    public IReadOnlyList<AdaptedFit> SampleFits(int count, int points) => [.. Enumerable.Range(0, count).Select(i => Fit(i + 1, points))];

    public virtual IReadOnlyList<DrawnTask> ShowTasks(TaskPart part, int count, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return [.. Enumerable.Range(0, count).Select(task => Function(RandomStream.From(Seed).Split((int)part).Split(task)))];
    }

    public virtual void Dispose()
    {
    }

    protected virtual double Loss(long iteration) => 1.0 / iteration;

    /// <summary>A parabola through five support points, and its values at 41 others.</summary>
    private static DrawnFunction Function(RandomStream random)
    {
        var bend = random.Uniform(0, -1, 1);
        float[] supportX = [-4, -2, 0, 1, 3];
        float[] queryX = [.. Enumerable.Range(-20, 41).Select(i => i / 4f)];
        float[] Parabola(float[] at) => [.. at.Select(one => (float)(bend * one * one))];
        return new DrawnFunction
        {
            Inputs = ["X"], Target = "Y", SupportX = supportX, SupportY = Parabola(supportX), QueryX = queryX, QueryY = Parabola(queryX),
        };
    }

    public static AdaptedFit Fit(double amplitude, int points)
    {
        float[] x = [.. Enumerable.Range(0, points).Select(i => (float)((10.0 * i / (points - 1)) - 5))];
        float[] supportX = [-4, -2.5f, -1, 0.5f, 2, 3.5f];
        float[] Sine(float[] at, double scale) => [.. at.Select(one => (float)(scale * Math.Sin(one)))];
        return new AdaptedFit
        {
            SupportX = supportX,
            SupportY = Sine(supportX, amplitude),
            X = x,
            Truth = Sine(x, amplitude),
            Predictions = [new(0, Sine(x, 0.1)), new(1, Sine(x, 0.7 * amplitude)), new(10, Sine(x, 0.95 * amplitude))],
        };
    }
}
