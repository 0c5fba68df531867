namespace MetaDsl.Integration.Tests.Emission;

/// <summary>What each word of data becomes.</summary>
public sealed class DataPairTests
{
    [Fact]
    public void Omniglot_is_split_as_published_unless_a_split_is_declared() => Generate("Omniglot, Resize(28), Invert").ShouldEmit("ReadClasses", """
        private ClassSplit ReadClasses(CancellationToken cancellation)
        {
            var classes = new OmniglotSource(Data.File("omniglot"))
            {
                Images = new() { Size = new(28, 28), Invert = true },
            }.Load(Data.Progress, cancellation);
            // No split is declared: the published one.
            return ClassSplit.ByGroups(classes, OmniglotSource.BackgroundAlphabets, test: OmniglotSource.EvaluationAlphabets);
        }
        """);

    [Fact]
    public void A_seed_shuffles_and_turned_classes_stay_together() =>
        Generate("ImageFolder(\"a \\\"b\\\"\\\\c\"), Resize(28), Grey, Background(9), Rotations, Split(20, 5, 10, Seed = 3)").ShouldEmit("ReadClasses", """
        private ClassSplit ReadClasses(CancellationToken cancellation)
        {
            var classes = new ImageFolderSource(Data.File("a \"b\"\\c"))
            {
                Images = new() { Size = new(28, 28), Color = ImageColor.Grey, Background = 9 },
            }.Load(Data.Progress, cancellation);
            return ClassSplit.ByCounts(classes, 20, 5, 10, RandomStream.From(3)).WithRotations();
        }
        """);

    [Fact]
    public void Parts_that_are_published_apart_are_read_apart() =>
        Generate("Numpy(Train = \"a.npz\", Test = \"b.npz\", LabelsArray = \"y\", Channels = ChannelAxis.Last)").ShouldEmit("ReadClasses", """
        private ClassSplit ReadClasses(CancellationToken cancellation)
        {
            return ClassSplit.OfSets(train: Read("a.npz"), test: Read("b.npz"), areNumbered: true);

            ClassSet Read(string path) => new NumpySource(Data.File(path))
            {
                LabelsArray = "y",
                Layout = ArrayLayout.ChannelsLast,
            }.Load(Data.Progress, cancellation);
        }
        """);

    [Fact]
    public void A_part_is_put_on_the_device_as_it_is_stored() => Generate("Numpy(\"a.npy\"), Split(5, 0, 5), Normalize(0.5, 0.25)").ShouldEmit("Open", """
        private Part? Open(ClassPart classes, Normalization normalization)
        {
            if (classes.ClassCount == 0) return null;
            classes.CheckShape(new ExampleShape(1, 28, 28), "Net");
            var sampler = new EpisodeSampler(classes, EpisodeShape.Of(Ways, Shots, Queries));
            using var stored = classes.Set.IsBytes
                ? torch.tensor(classes.ReadBytes(), [classes.ExampleCount, 1, 28, 28])
                : torch.tensor(classes.ReadFloats(), [classes.ExampleCount, 1, 28, 28]);
            return new Part
            {
                Sampler = sampler.OfOwnRows(),
                Examples = stored.to(device).DetachFromDisposeScope(),
                Factor = torch.tensor(normalization.Factors(1), [1, 1, 1], dtype: Type, device: device).DetachFromDisposeScope(),
                Shift = torch.tensor(normalization.Shifts(1), [1, 1, 1], dtype: Type, device: device).DetachFromDisposeScope(),
            };
        }
        """);

    [Fact]
    public void Bytes_become_numbers_on_the_device() => Generate("Omniglot, Resize(28)").ShouldEmit("DrawTasks", """
        private Tasks DrawTasks(Part part, RandomStream stream, long first, int count)
        {
            using var rows = torch.tensor(part.Sampler.DrawRows(stream, first, count), device: device);
            using var stored = part.Examples.index_select(0, rows);
            using var numbers = stored.to(Type);
            // From bytes to the unit interval.
            numbers.mul_(OneOver255);
            using var byClass = numbers.view(count, Ways, Shots + Queries, 1, 28, 28);
            // Side by side in memory, as the network wants them.
            using var supportPart = byClass.narrow(2, 0, Shots);
            using var queryPart = byClass.narrow(2, Shots, Queries);
            using var support = supportPart.contiguous();
            using var query = queryPart.contiguous();
            return new Tasks
            {
                SupportX = support.view(count, SupportExamples, 1, 28, 28),
                SupportY = LabelsOf(count, Shots),
                QueryX = query.view(count, QueryExamples, 1, 28, 28),
                QueryY = LabelsOf(count, Queries),
            };
        }
        """);

    [Fact]
    public void What_is_read_ahead_is_the_tasks_of_an_iteration() => Generate("Omniglot, Resize(28), ReadAhead(64, Threads = 2)").ShouldEmit("ReadTasks", """
        private Tasks ReadTasks(long iteration)
        {
            var part = ClassesFor(TaskPart.Training);
            reader ??= new EpisodeReader(
                part.Sampler, batch => RandomStream.From(SeedOf("training", batch)), MetaBatch, (long)ReadAheadMegabytes << 20, threads: 2);
            using var batch = reader.Take(iteration);
            using var examples = torch.tensor(batch.Bytes, [MetaBatch * (SupportExamples + QueryExamples), 1, 28, 28]);
            return Arrange(part, examples, MetaBatch);
        }
        """);

    [Fact]
    public void Tasks_of_different_sizes_are_drawn_into_slots() =>
        Generate("Omniglot, Resize(28)", "FewShot(5, 5, MinWays = 2, MinShots = 1, Balanced = false)").ShouldEmit("DrawTasks", """
        private Tasks DrawTasks(Part part, RandomStream stream, long first, int count)
        {
            var drawn = part.Sampler.DrawPadded(stream, first, count, SupportExamples, QueryExamples);
            return new Tasks
            {
                SupportX = Gather(part, drawn.Support.Rows, count),
                SupportY = WeightedLabels(drawn.Support.Labels, drawn.Support.Weights, count),
                QueryX = Gather(part, drawn.Query.Rows, count),
                QueryY = WeightedLabels(drawn.Query.Labels, drawn.Query.Weights, count),
            };
        }
        """);

    private static Pair Generate(string words, string head = "FewShot(ways: 5, shots: 1)") => Pair.GenerateAll($$"""
        using MetaDsl;

        [Model, Input(1, 28, 28), Flatten, Classifier]
        public partial class Net;

        [{{head}}, {{words}}]
        public partial class Pictures;

        [Experiment<Net, Pictures>]
        [Maml(Steps = 1, LearningRate = 0.01)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 100)]
        public partial class Trained;

        """);
}
