namespace MetaDsl.Tests;

/// <summary>What would fail at the end of a command's work is found before it.</summary>
public sealed class ForesightTests : CommandContract
{
    [Theory]
    [InlineData("validation")]
    [InlineData("test")]
    public void Tasks_to_evaluate_on_that_are_not_there_are_found_before_training(string part)
    {
        Assert.Equal(1, Run([typeof(TrainingOnly)], "train", "--on", part));
        Assert.Equal($"error: 'Characters' has no classes for {part}; give its split some.\n", Error.ToString());
        Assert.DoesNotContain("2 000 of 2 000", Output.ToString());
        Assert.Equal(0, Run([typeof(TrainingOnly)], "train", "--on", "training"));
    }

    [Theory]
    [InlineData("train")]
    [InlineData("tasks", "show")]
    public void A_folder_that_cannot_be_made_is_found_before_the_work(params string[] command)
    {
        var file = Folder.Write("file", "not a folder");
        Watched.Worked = false;
        Assert.Equal(1, Run([typeof(Watched)], [.. command, "--output", "file"]));
        Assert.Matches($"^error: The (fits|tasks) cannot be written to '{file}/Watched.*svg': ", Error.ToString());
        Assert.Matches("\\. Choose another (folder|place) with '--output'\\.\n$", Error.ToString());
        Assert.Equal("", Output.ToString());
        Assert.False(Watched.Worked);
        Assert.Equal("not a folder", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("Watched.svg", "train")]
    [InlineData("Watched.tasks.svg", "tasks", "show")]
    public void A_picture_that_cannot_be_opened_is_found_before_the_work(string picture, params string[] command)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder.Path, "artifacts", picture)).FullName;
        Watched.Worked = false;
        Assert.Equal(1, Run([typeof(Watched)], command));
        Assert.Contains($"cannot be written to '{folder}': ", Error.ToString());
        Assert.False(Watched.Worked);
    }

    [Fact]
    public void A_picture_that_is_there_stays_as_it_is_until_there_is_a_new_one()
    {
        var picture = Folder.Write("artifacts/Diverging.svg", "an older picture");
        Assert.Equal(1, Run([typeof(Diverging)], "train"));
        Assert.Equal("an older picture", File.ReadAllText(picture));

        File.Delete(picture);
        Assert.Equal(1, Run([typeof(Diverging)], "train"));
        Assert.False(File.Exists(picture));
    }

    [Fact]
    public void A_link_to_a_file_that_is_not_there_yet_stays_a_link()
    {
        var link = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder.Path, "artifacts")).FullName, "Watched.svg");
        File.CreateSymbolicLink(link, Path.Combine(Folder.Path, "elsewhere.svg"));
        Assert.Equal(0, Run([typeof(Watched)], "train"));
        Assert.Contains("<svg", File.ReadAllText(Path.Combine(Folder.Path, "elsewhere.svg")));
    }

    [Fact]
    public void A_picture_that_fails_in_spite_of_that_is_named_after_the_table_was_shown()
    {
        Spoiling.Artifacts = Path.Combine(Folder.Path, "artifacts");
        Assert.Equal(1, Run([typeof(Spoiling)], "train"));
        Assert.Contains("mean squared error", Output.ToString());
        var path = Path.Combine(Spoiling.Artifacts, "Spoiling.svg");
        Assert.StartsWith($"error: The fits cannot be written to '{path}': ", Error.ToString());
        Assert.EndsWith(" Choose another folder with '--output'.\n", Error.ToString());
    }

    [Theory]
    [InlineData("train")]
    [InlineData("evaluate")]
    public void More_tasks_than_memory_holds_the_errors_of_are_found_before_the_work(string command)
    {
        Assert.Equal(2, Run([typeof(Deep)], command, "--tasks", "1073741824"));
        Assert.Matches("^error: '--tasks' is 1073741824, but .* at most [1-9][0-9 ]* tasks? before .*; use no more\\.\n$", Error.ToString());
        Assert.Equal("", Output.ToString());
    }

    [Fact]
    public void More_tasks_or_steps_than_memory_holds_the_errors_of_are_named_as_they_are_declared()
    {
        Assert.Equal(2, Run([typeof(Wide)], "train"));
        Assert.StartsWith("error: 'Tasks' of [Evaluation] is 2147483647, but ", Error.ToString());
        Assert.Equal(0, Run([typeof(Wide)], "train", "--quick"));
        Error.GetStringBuilder().Clear();
        Assert.Equal(2, Run([typeof(Deepest)], "evaluate", "--tasks", "1"));
        Assert.StartsWith("error: 'Steps' of [Evaluation] is 2147483647, but ", Error.ToString());
    }

    internal sealed class TrainingOnly(long seed) : FakeExperiment(seed)
    {
        public override EvaluationResult Evaluate(
            EvaluationOptions options, IProgress<EvaluationProgress>? progress, CancellationToken cancellation)
        {
            Check(options.Part);
            return base.Evaluate(options, progress, cancellation);
        }

        public override IReadOnlyList<DrawnTask> ShowTasks(TaskPart part, int count, CancellationToken cancellation)
        {
            Check(part);
            return base.ShowTasks(part, count, cancellation);
        }

        private static void Check(TaskPart part)
        {
            if (part != TaskPart.Training) throw DataException.NoClasses("Characters", part, "give its split some");
        }
    }

    internal sealed class Watched(long seed) : FakeExperiment(seed)
    {
        public static bool Worked { get; set; }

        public override IReadOnlyList<DrawnTask> ShowTasks(TaskPart part, int count, CancellationToken cancellation)
        {
            Worked = true;
            return base.ShowTasks(part, count, cancellation);
        }

        protected override double Loss(long iteration)
        {
            Worked = true;
            return 1;
        }
    }

    internal sealed class Deep(long seed) : FakeExperiment(seed)
    {
        public override ExperimentSummary Summary => Declared with { EvaluationSteps = 1_000_000 };
    }

    internal sealed class Deepest(long seed) : FakeExperiment(seed)
    {
        public override ExperimentSummary Summary => Declared with { EvaluationSteps = int.MaxValue };
    }

    internal sealed class Wide(long seed) : FakeExperiment(seed)
    {
        public override ExperimentSummary Summary => Declared with { EvaluationTasks = int.MaxValue };
    }

    internal sealed class Diverging(long seed) : FakeExperiment(seed)
    {
        protected override double Loss(long iteration) => double.NaN;
    }

    internal sealed class Spoiling(long seed) : FakeExperiment(seed)
    {
        public static string Artifacts { get; set; } = "";

        protected override double Loss(long iteration)
        {
            // While it trains, a file takes the place of the folder.
            if (Directory.Exists(Artifacts)) Directory.Delete(Artifacts);
            File.WriteAllText(Artifacts, "");
            return 1;
        }
    }
}
