namespace MetaDsl.Tests;

public sealed class DataCommandTests : CommandContract
{
    [Fact]
    public void Tasks_are_shown_in_a_picture_and_nothing_is_trained()
    {
        using var german = Culture.German();
        Assert.Equal(0, Run([typeof(Plain)], "tasks", "show"));
        var svg = Path.Combine(Folder.Path, "artifacts", "Plain.tasks.svg");
        Assert.Equal($"Tasks            {svg}\n", Output.ToString());
        Assert.Contains("Plain: 4 training tasks, seed 1", File.ReadAllText(svg));

        var png = Path.Combine(Folder.Path, "pictures", "two.PNG");
        Assert.Equal(0, Run([typeof(Plain)], "tasks", "show", "plain", "--output", "pictures/two.PNG", "--count", "2", "--part", "test"));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(png)[..4]);
        Assert.Equal(0, Run([typeof(Plain)], "tasks", "show", "--output", "v1.5", "--part", "validation", "--count", "1", "--seed", "-2"));
        Assert.Contains("1 validation task, seed -2", File.ReadAllText(Path.Combine(Folder.Path, "v1.5", "Plain.tasks.svg")));
        Assert.Equal("", Error.ToString());
    }

    [Fact]
    public void Tasks_that_cannot_be_shown_are_an_error()
    {
        Assert.Equal(2, Run([typeof(Plain)], "tasks", "show", "--output", "t.jpg"));
        Assert.Equal("error: '--output' is 't.jpg'; use a file that ends in .svg or .png, or a folder.\n", Errors());
        Assert.Equal(2, Run([typeof(Plain), typeof(WithData)], "tasks", "show"));
        Assert.Equal("error: 'Sample' has 2 experiments; say which to show: Plain and WithData, as in 'tasks show Plain'.\n", Errors());
        Assert.Equal(1, Run([typeof(WithoutData)], "tasks", "show"));
        Assert.Equal("error: 'images.zip': there is no such file; fetch it.\n", Errors());
        Folder.Write("file", "a file where the folder should be");
        Assert.Equal(1, Run([typeof(Plain)], "tasks", "show", "--output", "file"));
        Assert.EndsWith("Choose another place with '--output'.\n", Errors());
        Assert.Equal(130, Run([typeof(Plain)], new CancellationToken(canceled: true), "tasks", "show"));

        string Errors()
        {
            var text = Error.ToString();
            Error.GetStringBuilder().Clear();
            return text;
        }
    }

    [Theory]
    [InlineData("train", "--quick")]
    [InlineData("evaluate")]
    [InlineData("tasks", "show")]
    public void Data_are_looked_for_in_the_folder_that_is_given(params string[] command)
    {
        Directory.CreateDirectory(Path.Combine(Folder.Path, "sets"));
        WithData.Seen = null;
        Assert.Equal(0, Run([typeof(WithData)], [.. command, "--data", "sets"]));
        Assert.Equal(Path.Combine(Folder.Path, "sets"), WithData.Seen!.Folder);
        Assert.NotNull(WithData.Seen.Progress);
        Assert.Equal(0, Run([typeof(WithData)], command));
        Assert.Equal(new DataOptions().Folder, WithData.Seen.Folder);

        Assert.Equal(2, Run([typeof(WithData)], [.. command, "--data", "nowhere"]));
        var nowhere = Path.Combine(Folder.Path, "nowhere");
        Assert.Equal(
            $"error: '--data' is 'nowhere', but there is no folder '{nowhere}'; name the one that the declared paths start from.\n",
            Error.ToString());
    }

    [Fact]
    public void An_evaluation_says_on_which_tasks_it_is()
    {
        Assert.Equal(0, Run([typeof(WithData)], "evaluate", "--on", "validation", "--tasks", "5"));
        Assert.Contains("Fake: 5 validation tasks that training has not seen\n", Output.ToString());
        Assert.Equal(TaskPart.Validation, WithData.Part);
        Assert.Equal(0, Run([typeof(WithData)], "train", "--on", "training", "--quick", "--tasks", "5"));
        Assert.Contains("Fake: 5 tasks of those that training draws\n", Output.ToString());
        Assert.Equal(TaskPart.Training, WithData.Part);
        Assert.Equal(0, Run([typeof(WithData)], "evaluate", "--tasks", "5"));
        Assert.Contains("Fake: 5 tasks that training has not seen\n", Output.ToString());
        Assert.Equal(TaskPart.Test, WithData.Part);
    }

    internal sealed class Plain(long seed) : FakeExperiment(seed);

    internal sealed class WithData(long seed) : FakeExperiment(seed)
    {
        public static DataOptions? Seen { get; set; }

        public static TaskPart Part { get; set; }

        public override ExperimentSummary Summary => Declared with { Iterations = 5 };

        public override EvaluationResult Evaluate(
            EvaluationOptions options, IProgress<EvaluationProgress>? progress, CancellationToken cancellation)
        {
            (Seen, Part) = (Data, options.Part);
            return base.Evaluate(options, progress, cancellation);
        }

        public override IReadOnlyList<DrawnTask> ShowTasks(TaskPart part, int count, CancellationToken cancellation)
        {
            Seen = Data;
            return base.ShowTasks(part, count, cancellation);
        }
    }

    internal sealed class WithoutData(long seed) : FakeExperiment(seed)
    {
        public override IReadOnlyList<DrawnTask> ShowTasks(TaskPart part, int count, CancellationToken cancellation) =>
            throw new DataException("images.zip", "", "there is no such file", "fetch it");
    }
}
