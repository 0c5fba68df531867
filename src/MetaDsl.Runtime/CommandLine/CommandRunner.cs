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

    /// <summary>Endings that are no folder's, and of which no picture is written.</summary>
    private static readonly string[] OtherPictures = [".bmp", ".gif", ".jpeg", ".jpg", ".pdf", ".webp"];

    private static readonly string Help = $"""
        Commands
          list                 the experiments of this program
          train [experiment]   train, evaluate, and draw three adapted fits
          evaluate [experiment]
                               the errors of the initial weights, which training starts from
          tasks show [experiment]
                               draws tasks, with their classes and examples or their functions, into a picture
          inspect [experiment] what is declared, and where the generated C# lies
          help                 this text

        The experiment may be left out where there is only one.

        Options
          --iterations <n>     train: iterations of the outer loop, instead of those declared
          --tasks <n>          train, evaluate: tasks to evaluate on, instead of those declared
          --on <part>          train, evaluate: evaluate on training, validation or test tasks; test unless given
          --quick              train, evaluate: at most {Text.Of(QuickIterations, "iteration")} and {Text.Of(QuickTasks, "task")}
          --count <n>          tasks show: how many tasks, {Arguments.MostCount} at most; {Arguments.DefaultCount} unless given
          --part <part>        tasks show: training, validation or test tasks; training unless given
          --seed <n>           all but list: the one number that decides everything random; {Arguments.DefaultSeed} unless given
          --data <folder>      train, evaluate, tasks show: where the data of the tasks lie; what {DataOptions.Variable} names unless given
          --output <folder>    train, tasks show: where files are written; 'artifacts' unless given
          --output <file>      tasks show: the picture, which ends in .svg or .png
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
                Arguments.ShowTasks => ShowTasks(arguments, cancellation),
                _ => ShowHelp(),
            };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            console.Error.WriteLine("Cancelled.");
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            return Failure.Show(e, console.Error);
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
        var progress = UseData(experiment, arguments);
        var tasks = TasksToEvaluate(experiment.Summary, arguments);
        var fits = FitsOf(entry, arguments);
        if (experiment is IRegressionExperiment) fits.Check();
        var iterations = arguments.Iterations
            ?? (arguments.Quick ? Math.Min(QuickIterations, experiment.Summary.Iterations) : experiment.Summary.Iterations);
        console.Out.WriteLine(
            $"{entry.Name}: training {Text.Of(experiment.Summary.Parameters, "parameter")} for {Text.Of(iterations, "iteration")} "
            + $"of {Text.Of(experiment.Summary.MetaBatch, "task")} on {experiment.Summary.Device}, seed {arguments.Seed}");

        CheckEvaluation(experiment, arguments, progress, cancellation);
        var options = new TrainingOptions
        {
            Iterations = iterations,
            ReportInterval = console.IsInteractive ? InteractiveInterval : LogInterval,
        };
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
        ShowEvaluation(experiment, arguments.On, tasks, progress, result.WasCancelled ? CancellationToken.None : cancellation);
        if (experiment is IRegressionExperiment regression) DrawFits(regression, entry, fits);
        ShowGeneratedFile(entry);
        return result.WasCancelled ? ExitCode.Cancelled : ExitCode.Success;
    }

    private int Evaluate(Arguments arguments, CancellationToken cancellation)
    {
        var entry = catalog.Find(arguments.Experiment, "evaluate");
        using var experiment = entry.Create(arguments.Seed);
        var progress = UseData(experiment, arguments);
        var tasks = TasksToEvaluate(experiment.Summary, arguments);
        console.Out.WriteLine(
            $"{entry.Name}: the initial weights of seed {arguments.Seed}, untrained; 'train' evaluates what it has trained");
        ShowEvaluation(experiment, arguments.On, tasks, progress, cancellation);
        return ExitCode.Success;
    }

    private int ShowTasks(Arguments arguments, CancellationToken cancellation)
    {
        var entry = catalog.Find(arguments.Experiment, Arguments.ShowTasks, "show");
        var picture = TasksOf(entry, arguments);
        using var experiment = entry.Create(arguments.Seed);
        var progress = UseData(experiment, arguments);
        picture.Check();
        IReadOnlyList<DrawnTask> tasks;
        try
        {
            tasks = experiment.ShowTasks(arguments.Part, arguments.Count, cancellation);
        }
        finally
        {
            progress.Clear();
        }

        try
        {
            picture.Write(TaskPicture.Of(entry.Name, arguments.Part, arguments.Seed, tasks).Save);
        }
        catch (NotSupportedException e)
        {
            throw new CommandLineException(e.Message);
        }

        console.Out.WriteLine($"Tasks            {picture.Path}");
        return ExitCode.Success;
    }

    /// <summary>Where the picture goes: to the file that is named, or to one in the folder.</summary>
    private PictureFile TasksOf(ExperimentEntry entry, Arguments arguments)
    {
        var extension = Path.GetExtension(arguments.Output).ToLowerInvariant();
        if (OtherPictures.Contains(extension))
            throw new CommandLineException($"'--output' is '{arguments.Output}'; use a file that ends in .svg or .png, or a folder.");
        var file = extension is ".svg" or ".png" ? arguments.Output : Path.Combine(arguments.Output, $"{entry.Name}.tasks.svg");
        return new PictureFile("The tasks", Path.GetFullPath(file, console.WorkingFolder), "Choose another place with '--output'.");
    }

    /// <summary>Tells an experiment where its data lie, and the line that shows how far they have been read.</summary>
    private ProgressLine UseData(IExperiment experiment, Arguments arguments)
    {
        var progress = new ProgressLine(console);
        experiment.Data = experiment.Data with { Progress = progress };
        if (arguments.Data is null) return progress;

        var folder = Path.GetFullPath(arguments.Data, console.WorkingFolder);
        if (!Directory.Exists(folder))
        {
            throw new CommandLineException(
                $"'--data' is '{arguments.Data}', but there is no folder '{folder}'; name the one that the declared paths start from.");
        }

        experiment.Data = experiment.Data with { Folder = folder };
        return progress;
    }

    /// <summary>How many tasks are evaluated; that memory holds their errors is found before the work.</summary>
    private static int TasksToEvaluate(ExperimentSummary summary, Arguments arguments)
    {
        var tasks = arguments.Tasks ?? (arguments.Quick ? Math.Min(QuickTasks, summary.EvaluationTasks) : summary.EvaluationTasks);
        var tasksName = arguments.Tasks is null ? "'Tasks' of [Evaluation]" : "'--tasks'";
        var tooMany = TaskErrors.WhyTooMany(tasks, summary.EvaluationSteps, tasksName, "'Steps' of [Evaluation]");
        return tooMany is null ? tasks : throw new CommandLineException(tooMany);
    }

    private void ShowEvaluation(IExperiment experiment, TaskPart part, int tasks, ProgressLine progress, CancellationToken cancellation)
    {
        EvaluationResult result;
        try
        {
            result = experiment.Evaluate(new EvaluationOptions { Tasks = tasks, Part = part }, progress, cancellation);
        }
        finally
        {
            progress.Clear();
        }

        console.Out.WriteLine();
        console.Out.WriteLine(result);
    }

    /// <summary>Draws a task of those to evaluate on: without any, nothing that is trained could be evaluated.</summary>
    private static void CheckEvaluation(
        IExperiment experiment, Arguments arguments, ProgressLine progress, CancellationToken cancellation)
    {
        try
        {
            experiment.ShowTasks(arguments.On, count: 1, cancellation);
        }
        finally
        {
            progress.Clear();
        }
    }

    private PictureFile FitsOf(ExperimentEntry entry, Arguments arguments)
    {
        var path = Path.GetFullPath(Path.Combine(arguments.Output, $"{entry.Name}.svg"), console.WorkingFolder);
        return new PictureFile("The fits", path, "Choose another folder with '--output'.");
    }

    private void DrawFits(IRegressionExperiment experiment, ExperimentEntry entry, PictureFile picture)
    {
        var chart = FitChart.Of(entry.Name, experiment.SampleFits(FitCount, FitPoints));
        picture.Write(chart.Save);
        console.Out.WriteLine($"Fits             {picture.Path}");
    }

    private void ShowGeneratedFile(ExperimentEntry entry)
    {
        var file = GeneratedFile.Find(entry.Type, console.ProgramFolder);
        console.Out.WriteLine($"Generated code   {file ?? GeneratedFile.HowToEmit(entry.Type)}");
    }
}
