namespace MetaDsl.Tests;

public sealed class CommandRunnerTests : CommandContract
{
    [Fact]
    public void Help_lists_commands_options_and_experiments()
    {
        Assert.Equal(0, Run([typeof(Good)], "help"));
        string[] words =
        [
            "list", "train", "evaluate", "inspect", "tasks show", "--iterations", "--seed", "--quick", "--tasks", "--output", "--data", "--on", "--count",
        ];
        Assert.All(words, word => Assert.Contains(word, Output.ToString()));
        Assert.Contains("Experiments: Good", Output.ToString());
        Assert.All(Output.ToString().Split('\n'), line => Assert.InRange(line.Length, 0, 140));
    }

    [Fact]
    public void Help_works_in_a_program_without_experiments()
    {
        Assert.Equal(0, Run([]));
        Assert.DoesNotContain("Experiments:", Output.ToString());
    }

    [Fact]
    public void List_shows_each_experiment_on_a_line()
    {
        Assert.Equal(0, Run([typeof(Good), typeof(Other)], "list"));
        Assert.Equal(
            "Good    1 761 parameters, 1 inner step, 2 000 iterations of 25 tasks, on cpu\n"
            + "Other   1 761 parameters, 1 inner step, 2 000 iterations of 25 tasks, on cpu\n",
            Output.ToString());
    }

    [Fact]
    public void List_shows_the_others_where_one_cannot_be_made()
    {
        Assert.Equal(1, Run([typeof(WithoutDevice), typeof(Good)], "list"));
        Assert.StartsWith("Good ", Output.ToString());
        Assert.Equal("error: 'WithoutDevice' cannot be made: There is no device 'cuda:7'.\n", Error.ToString());
    }

    [Fact]
    public void Train_trains_evaluates_draws_and_says_where_everything_lies()
    {
        using var german = Culture.German();
        Assert.Equal(0, Run([typeof(Good)], "train"));
        var text = Output.ToString();
        Assert.StartsWith("Good: training 1 761 parameters for 2 000 iterations of 25 tasks on cpu, seed 1\n", text);
        Assert.Contains("[████████████████████] 2 000 of 2 000   loss 5.", text);
        Assert.Contains("Fake: 600 tasks that training has not seen", text);
        Assert.Contains("before               1.0000", text);
        Assert.Contains("10               0.0909", text);

        var svg = Path.Combine(Folder.Path, "artifacts", "Good.svg");
        Assert.Contains($"\nFits             {svg}\n", text);
        Assert.Contains("Good: 3 tasks that training has not seen", File.ReadAllText(svg));
        Assert.Contains("\nGenerated code   Not on disk.", text);
        Assert.Equal("", Error.ToString());
    }

    [Fact]
    public void Train_takes_seed_iterations_tasks_and_folder_from_the_command_line()
    {
        Assert.Equal(0, Run([typeof(Good)], "train", "good", "--iterations", "12", "--seed", "9", "--tasks", "7", "--output", "out/fits"));
        Assert.Contains("for 12 iterations of 25 tasks on cpu, seed 9", Output.ToString());
        Assert.Contains("12 of 12", Output.ToString());
        Assert.Contains("Fake: 7 tasks", Output.ToString());
        Assert.True(File.Exists(Path.Combine(Folder.Path, "out", "fits", "Good.svg")));
    }

    [Fact]
    public void Quick_is_less_of_everything_that_is_not_asked_for()
    {
        Assert.Equal(0, Run([typeof(Good)], "train", "--quick"));
        Assert.Contains("for 1 000 iterations", Output.ToString());
        Assert.Contains("Fake: 100 tasks", Output.ToString());

        Output.GetStringBuilder().Clear();
        Assert.Equal(0, Run([typeof(Good)], "train", "--quick", "--iterations", "1500", "--tasks", "300"));
        Assert.Contains("for 1 500 iterations", Output.ToString());
        Assert.Contains("Fake: 300 tasks", Output.ToString());

        Output.GetStringBuilder().Clear();
        Assert.Equal(0, Run([typeof(Short)], "train", "--quick"));
        Assert.Contains("for 5 iterations", Output.ToString());
        Assert.Contains("Fake: 8 tasks", Output.ToString());
    }

    [Fact]
    public void Evaluate_says_that_the_weights_are_untrained()
    {
        Assert.Equal(0, Run([typeof(Good)], "evaluate", "--seed", "3", "--quick"));
        Assert.Contains("Good: the initial weights of seed 3, untrained", Output.ToString());
        Assert.Contains("Fake: 100 tasks", Output.ToString());
        Assert.Contains("before               4.0000", Output.ToString());
        Assert.Empty(Directory.GetFiles(Folder.Path, "*.svg", SearchOption.AllDirectories));
    }

    [Fact]
    public void Inspect_prints_the_declaration_and_where_the_generated_file_lies()
    {
        Folder.Write("Sample.csproj");
        var file = Folder.Write("obj/Debug/MetaDsl.Tests.CommandRunnerTests.Good.g.cs");
        Assert.Equal(0, Run([typeof(Good)], "inspect"));
        Assert.Equal(
            $"""
            Good

            Linear(40), Relu
            [Maml(Steps = 1, LearningRate = 0.01)]

            Parameters       1 761
            Device           cpu
            Training         2 000 iterations of 25 tasks, 1 inner step
            Evaluation       600 tasks, to 10 steps
            Generated code   {file}

            """,
            Output.ToString());
    }

    [Fact]
    public void A_wrong_command_line_is_exit_code_2_and_one_line_on_the_error_stream()
    {
        Assert.Equal(2, Run([typeof(Good)], "trian"));
        Assert.Equal(2, Run([typeof(Good)], "train", "Bad"));
        Assert.Equal(2, Run([typeof(Good), typeof(Other)], "train"));
        Assert.Equal(2, Run([], "list"));
        Assert.Equal("", Output.ToString());
        Assert.Equal(4, Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(Error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("error: ", line));
    }

    [Fact]
    public void A_loss_that_diverges_is_exit_code_1_with_its_message_alone()
    {
        Assert.Equal(1, Run([typeof(Diverging)], "train"));
        Assert.StartsWith(
            "error: The loss of 'Fake' is not a number in iteration 10 of 2 000; the last finite one was 1.0000 in iteration 9.",
            Error.ToString());
        Assert.DoesNotContain("   at ", Error.ToString());
    }

    [Fact]
    public void An_unforeseen_failure_is_exit_code_1_with_where_it_came_from()
    {
        Assert.Equal(1, Run([typeof(WithoutDevice)], "train"));
        Assert.StartsWith("error: There is no device 'cuda:7'.\n", Error.ToString());
        Assert.Contains("   at ", Error.ToString());
    }

    [Theory]
    [InlineData("train")]
    [InlineData("evaluate")]
    [InlineData("inspect")]
    [InlineData("tasks", "show")]
    public void A_device_that_is_absent_is_exit_code_1_with_its_message_alone(params string[] command)
    {
        Assert.Equal(1, Run([typeof(WithoutGpu)], command));
        Assert.Equal(
            "error: WithoutGpu wants 'cuda:0', which this machine has not; add 'Fallback = \"cpu\"' to its [Device].\n",
            Error.ToString());
    }

    [Fact]
    public void What_an_experiment_itself_refuses_is_exit_code_1_with_its_message_alone()
    {
        Assert.Equal(1, Run([typeof(WithoutClasses)], "train"));
        Assert.Equal("error: 'Tasks.TrainClasses' gives no classes; return a set.\n", Error.ToString());
    }

    [Fact]
    public void A_library_that_is_absent_is_exit_code_1_with_its_message_alone()
    {
        Assert.Equal(1, Run([typeof(WithoutLibrary)], "evaluate"));
        Assert.Equal("error: There is no libtorch; install it.\n", Error.ToString());
    }

    [Fact]
    public void What_fails_in_code_that_an_experiment_calls_comes_with_where_it_came_from()
    {
        Assert.Equal(1, Run([typeof(Careless)], "train"));
        Assert.StartsWith("error: Sequence contains no elements\n", Error.ToString());
        Assert.Contains("   at ", Error.ToString());
    }

    [Fact]
    public void Too_little_memory_is_exit_code_1_and_one_line_with_the_way_out()
    {
        Assert.Equal(1, Run([typeof(Huge)], "train"));
        Assert.Equal(
            "error: There is not enough memory; ask for fewer tasks, or declare a smaller batch, network or set of data.\n",
            Error.ToString());
    }

    [Fact]
    public void Ctrl_C_while_training_evaluates_what_was_learnt()
    {
        using var cancel = new CancellationTokenSource();
        Cancelling.At = (30, cancel);
        Assert.Equal(130, Run([typeof(Cancelling)], cancel.Token, "train"));
        Assert.Contains("Stopped after 30 of 2 000 iterations; what was learnt until then is evaluated.", Output.ToString());
        Assert.Contains("before               1.0000", Output.ToString());
        Assert.True(File.Exists(Path.Combine(Folder.Path, "artifacts", "Cancelling.svg")));
    }

    [Fact]
    public void Ctrl_C_while_evaluating_ends_it()
    {
        Assert.Equal(130, Run([typeof(Good)], new CancellationToken(canceled: true), "evaluate"));
        Assert.Equal("Cancelled.\n", Error.ToString());
    }

    [Fact]
    public void The_experiment_is_disposed_even_when_it_fails()
    {
        Diverging.Disposed = 0;
        Run([typeof(Diverging)], "train");
        Assert.Equal(1, Diverging.Disposed);
    }

    [Fact]
    public async Task A_program_without_experiments_says_so_with_exit_code_2()
    {
        // The entry assembly is the test host, which declares none.
        Assert.Equal(2, await MetaDslApp.RunAsync(["list"]));
        Assert.Equal(0, await MetaDslApp.RunAsync([]));
    }

    internal sealed class Good(long seed) : FakeExperiment(seed);

    internal sealed class Other(long seed) : FakeExperiment(seed);

    internal sealed class Short(long seed) : FakeExperiment(seed)
    {
        public override ExperimentSummary Summary => Declared with { Iterations = 5, EvaluationTasks = 8 };
    }

    internal sealed class Diverging(long seed) : FakeExperiment(seed)
    {
        public static int Disposed { get; set; }

        public override void Dispose() => Disposed++;

        protected override double Loss(long iteration) => iteration < 10 ? 1 : double.NaN;
    }

    internal sealed class Cancelling(long seed) : FakeExperiment(seed)
    {
        public static (long Iteration, CancellationTokenSource Source) At { get; set; }

        protected override double Loss(long iteration)
        {
            if (iteration == At.Iteration) At.Source.Cancel();
            return 1;
        }
    }

    internal sealed class Huge(long seed) : FakeExperiment(seed)
    {
        protected override double Loss(long iteration) => throw new OutOfMemoryException("Array dimensions exceeded supported range.");
    }

    internal sealed class WithoutGpu : FakeExperiment
    {
        public WithoutGpu(long seed)
            : base(seed) => ChooseDevice();

        private static void ChooseDevice() => throw new InvalidOperationException(
            "WithoutGpu wants 'cuda:0', which this machine has not; add 'Fallback = \"cpu\"' to its [Device].");
    }

    internal sealed class WithoutLibrary : FakeExperiment
    {
        public WithoutLibrary(long seed)
            : base(seed) => throw new DllNotFoundException("There is no libtorch; install it.");
    }

    internal sealed class WithoutClasses(long seed) : FakeExperiment(seed)
    {
        protected override double Loss(long iteration)
        {
            TaskThreads.ForEach(1, 1, task => throw new InvalidOperationException("'Tasks.TrainClasses' gives no classes; return a set."));
            return 1;
        }
    }

    internal sealed class Careless(long seed) : FakeExperiment(seed)
    {
        protected override double Loss(long iteration) => Enumerable.Empty<double>().First();
    }

    internal sealed class WithoutDevice : FakeExperiment
    {
        public WithoutDevice(long seed)
            : base(seed) => throw new NotSupportedException("There is no device 'cuda:7'.");
    }
}
