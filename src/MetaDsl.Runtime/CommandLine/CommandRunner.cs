namespace MetaDsl;

/// <summary>Carries out a command line and turns whatever goes wrong into a message and an exit code.</summary>
internal sealed class CommandRunner(ExperimentCatalog catalog, AppConsole console)
{
    private const int QuickIterations = 1000;
    private const int QuickTasks = 100;
    private const int FitCount = 3;
    private const int FitPoints = 200;

    /// <summary>Often enough to look alive on a terminal; in a log each report is a line that stays.</summary>
    private static readonly TimeSpan InteractiveInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(5);

    private static readonly string Help = $"""
        Commands
          list                 the experiments of this program
          train [experiment]   train, evaluate, and draw three adapted fits
          evaluate [experiment]
                               the errors of the initial weights, which training starts from
          inspect [experiment] what is declared, and where the generated C# lies
          help                 this text

        The experiment may be left out where there is only one.

        Options
          --iterations <n>     train: iterations of the outer loop, instead of those declared
          --tasks <n>          train, evaluate: tasks to evaluate on, instead of those declared
          --quick              train, evaluate: at most {Text.Of(QuickIterations, "iteration")} and {Text.Of(QuickTasks, "task")}
          --seed <n>           train, evaluate, inspect: the one number that decides everything random; {Arguments.DefaultSeed} unless given
          --output <folder>    train: where files are written; 'artifacts' unless given
        """.ReplaceLineEndings("\n");

    public int Run(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        try
        {
            var arguments = Arguments.Parse(args);
            return arguments.Command switch
            {
                "list" => List(),
                "train" => Train(arguments, cancellation),
                "evaluate" => Evaluate(arguments, cancellation),
                "inspect" => Inspect(arguments),
                _ => ShowHelp(),
            };
        }
        catch (CommandLineException e)
        {
            console.Error.WriteLine($"error: {e.Message}");
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            console.Error.WriteLine("Cancelled.");
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is TrainingDivergedException or DataException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"error: {e.Message}");
            return ExitCode.Failed;
        }
        catch (Exception e)
        {
            // Nobody foresaw it: where it comes from is what its reader needs.
            console.Error.WriteLine($"error: {e.Message}");
            console.Error.WriteLine(e);
            return ExitCode.Failed;
        }
    }

    private int ShowHelp()
    {
        console.Out.WriteLine(Help);
        if (catalog.Entries.Count > 0)
            console.Out.WriteLine($"\nExperiments: {Text.List([.. catalog.Entries.Select(entry => entry.Name)])}");
        return ExitCode.Success;
    }

    private int List()
    {
        if (catalog.Entries.Count == 0) throw catalog.NoExperiment();

        var width = catalog.Entries.Max(entry => entry.Name.Length);
        var result = ExitCode.Success;
        foreach (var entry in catalog.Entries)
        {
            try
            {
                using var experiment = entry.Create(Arguments.DefaultSeed);
                var summary = experiment.Summary;
                console.Out.WriteLine(
                    $"{entry.Name.PadRight(width)}   {Text.Of(summary.Parameters, "parameter")}, "
                    + $"{Text.Of(summary.InnerSteps, "inner step")}, "
                    + $"{Text.Of(summary.Iterations, "iteration")} of {Text.Of(summary.MetaBatch, "task")}, on {summary.Device}");
            }
            catch (Exception e)
            {
                // One experiment that cannot be made (its device is absent) hides none of the others.
                console.Error.WriteLine($"error: '{entry.Name}' cannot be made: {e.Message}");
                result = ExitCode.Failed;
            }
        }

        return result;
    }

    private int Inspect(Arguments arguments)
    {
        var entry = catalog.Find(arguments.Experiment, "inspect");
        using var experiment = entry.Create(arguments.Seed);
        var summary = experiment.Summary;
        var iterations = Text.Of(summary.Iterations, "iteration");
        console.Out.WriteLine($"""
            {entry.Name}

            {summary.Declaration.Trim()}

            Parameters       {Text.Count(summary.Parameters)}
            Device           {summary.Device}
            Training         {iterations} of {Text.Of(summary.MetaBatch, "task")}, {Text.Of(summary.InnerSteps, "inner step")}
            Evaluation       {Text.Of(summary.EvaluationTasks, "task")}, to {Text.Of(summary.EvaluationSteps, "step")}
            """.ReplaceLineEndings("\n"));
        ShowGeneratedFile(entry);
        return ExitCode.Success;
    }

    private int Train(Arguments arguments, CancellationToken cancellation)
    {
        var entry = catalog.Find(arguments.Experiment, "train");
        using var experiment = entry.Create(arguments.Seed);
        var iterations = arguments.Iterations
            ?? (arguments.Quick ? Math.Min(QuickIterations, experiment.Summary.Iterations) : experiment.Summary.Iterations);
        console.Out.WriteLine(
            $"{entry.Name}: training {Text.Of(experiment.Summary.Parameters, "parameter")} for {Text.Of(iterations, "iteration")} "
            + $"of {Text.Of(experiment.Summary.MetaBatch, "task")} on {experiment.Summary.Device}, seed {arguments.Seed}");

        var options = new TrainingOptions
        {
            Iterations = iterations,
            ReportInterval = console.IsInteractive ? InteractiveInterval : LogInterval,
        };
        var progress = new ProgressLine(console);
        TrainingResult result;
        try
        {
            result = experiment.Train(options, progress, cancellation);
        }
        finally
        {
            progress.End();
        }

        if (result.WasCancelled)
        {
            console.Out.WriteLine(
                $"Stopped after {Text.Count(result.Iterations)} of {Text.Of(iterations, "iteration")}; "
                + "what was learnt until then is evaluated. Ctrl+C again ends at once.");
        }

        // The cancellation that stopped training must not take the evaluation of what was learnt with it.
        ShowEvaluation(experiment, arguments, result.WasCancelled ? CancellationToken.None : cancellation);
        DrawFits(experiment, entry, arguments);
        ShowGeneratedFile(entry);
        return result.WasCancelled ? ExitCode.Cancelled : ExitCode.Success;
    }

    private int Evaluate(Arguments arguments, CancellationToken cancellation)
    {
        var entry = catalog.Find(arguments.Experiment, "evaluate");
        using var experiment = entry.Create(arguments.Seed);
        console.Out.WriteLine(
            $"{entry.Name}: the initial weights of seed {arguments.Seed}, untrained; 'train' evaluates what it has trained");
        ShowEvaluation(experiment, arguments, cancellation);
        return ExitCode.Success;
    }

    private void ShowEvaluation(IExperiment experiment, Arguments arguments, CancellationToken cancellation)
    {
        var tasks = arguments.Tasks ?? (arguments.Quick ? Math.Min(QuickTasks, experiment.Summary.EvaluationTasks) : null as int?);
        var progress = new ProgressLine(console);
        EvaluationResult result;
        try
        {
            result = experiment.Evaluate(new EvaluationOptions { Tasks = tasks }, progress, cancellation);
        }
        finally
        {
            progress.Clear();
        }

        console.Out.WriteLine();
        console.Out.WriteLine(result);
    }

    private void DrawFits(IExperiment experiment, ExperimentEntry entry, Arguments arguments)
    {
        if (experiment is not IRegressionExperiment regression) return;

        var fits = regression.SampleFits(FitCount, FitPoints);
        var path = Path.GetFullPath(Path.Combine(arguments.Output, $"{entry.Name}.svg"), console.WorkingFolder);
        try
        {
            FitChart.Of(entry.Name, fits).Save(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The fits cannot be written to '{path}': {e.Message} Choose another folder with '--output'.", e);
        }

        console.Out.WriteLine($"Fits             {path}");
    }

    private void ShowGeneratedFile(ExperimentEntry entry)
    {
        var file = GeneratedFile.Find(entry.Type, console.ProgramFolder);
        console.Out.WriteLine($"Generated code   {file ?? GeneratedFile.HowToEmit(entry.Type)}");
    }
}
