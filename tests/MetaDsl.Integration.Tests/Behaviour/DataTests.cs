using System.Reflection;
using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>What emitted code makes of declared data: the examples that the files hold, transformed as declared, from the classes of a part.</summary>
[Collection(nameof(EmittedExperiments))]
public sealed class DataTests(DataFiles files) : IClassFixture<DataFiles>
{
    private const string Classifier = "[Model, Input({0})]\n[Flatten, Linear(4), Relu]\n[Classifier]\npublic partial class {1}Net;\n";

    private static readonly Lazy<Assembly> Compiled = new(Compile);

    /// <summary>Each with its words, the shape of an example and what is shown of a number that is stored.</summary>
    private static readonly Dictionary<string, (string Words, string Input, Func<double, double> Shown)> Sources = new()
    {
        ["Folder"] = ("ImageFolder(\"marks\"), Split(3, 2, 3)", "1, 4, 4", x => x / 255),
        ["Shuffled"] = ("ImageFolder(\"marks\"), Split(3, 2, 3, Seed = 7), Invert", "4, 4", x => (255 - x) / 255),
        ["Grouped"] = ("ImageFolder(\"marks\"), SplitByGroups(Train = [\"a\"], Validation = [\"b\"], Test = [\"c\"])", "1, 4, 4", x => x / 255),
        ["Listed"] = ("ImageFolder(\"marks\"), SplitByLists(Train = \"train.txt\", Validation = \"val.txt\", Test = \"test.txt\")", "1, 4, 4", x => x / 255),
        ["Parts"] = ("ImageFolder(Train = \"marks/a\", Validation = \"marks/b\", Test = \"marks/c\"), Normalize(0.5, 0.25)", "1, 4, 4", x => ((x / 255) - 0.5) / 0.25),
        ["Pairs"] = ("Idx(\"idx\"), Normalize(Mean = [0.1]), Split(3, 2, 3)", "1, 4, 4", x => (x / 255) - 0.1),
        ["Vectors"] = ("Numpy(\"floats.npy\"), Split(3, 2, 3)", "16", x => x),
        ["Rows"] = ("Table(\"rows.csv\", Label = \"mark\"), SplitByShares(0.4, 0.25, 0.35, Seed = 2)", "16", x => x),
        ["Numbered"] = ("Numpy(Train = \"half1.npy\", Validation = \"half2.npy\", Test = \"half3.npy\")", "16", x => x),
        ["Ahead"] = ("ImageFolder(\"marks\"), Split(3, 2, 3), ReadAhead(megabytes: 1)", "1, 4, 4", x => x / 255),
        ["PairsAhead"] = ("Idx(\"idx\"), Normalize(Mean = [0.1]), Split(3, 2, 3), ReadAhead(1, Threads = 3)", "1, 4, 4", x => (x / 255) - 0.1),
        ["Own"] = ("Split(3, 2, 3)", "1, 4, 4", x => x / 255),
    };

    public static TheoryData<string> Names => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Tasks_show_examples_of_different_classes_as_they_are_declared(string name)
    {
        using var experiment = Make(name);
        foreach (var part in Enum.GetValues<TaskPart>())
        {
            foreach (var task in experiment.ShowTasks(part, 20).Cast<DrawnClasses>())
            {
                Assert.Equal([0, 1], task.SupportLabels);
                Assert.Equal([0, 0, 1, 1], task.QueryLabels);
                var (support, query) = (Marks(task.SupportX, name), Marks(task.QueryX, name));
                Assert.Equal(6, support.Concat(query).Distinct().Count());
                Assert.Equal([.. support.Select(mark => mark.Class)], query.Where((_, i) => i % 2 == 0).Select(mark => mark.Class));
                Assert.Equal([.. support.Select(mark => mark.Class)], query.Where((_, i) => i % 2 == 1).Select(mark => mark.Class));
                // Each file counts its classes from 0.
                if (name is "Own" or "Numbered") continue;
                Assert.All(support.Zip(task.Names), pair => Assert.EndsWith($"{pair.First.Class}", pair.Second));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_class_is_drawn_for_two_parts(string name)
    {
        using var experiment = Make(name);
        var seen = new Dictionary<int, TaskPart>();
        foreach (var part in Enum.GetValues<TaskPart>())
        {
            var drawn = experiment.ShowTasks(part, 200).Cast<DrawnClasses>().SelectMany(task => Marks(task.SupportX, name)).Select(mark => mark.Class).Distinct();
            foreach (var one in drawn) Assert.True(seen.TryAdd(one, part), $"{one} is in {seen[one]} and {part}");
        }

        Assert.Equal(DataFiles.Classes, seen.Count);
    }

    [Theory]
    [InlineData("Folder")]
    [InlineData("Ahead")]
    [InlineData("PairsAhead")]
    [InlineData("Own")]
    [InlineData("Houses")]
    [InlineData("Standard")]
    public void Training_and_evaluation_run_and_leave_no_tensor(string name)
    {
        var before = TensorMemory.IsKnown ? TensorMemory.LiveTensors : 0;
        using (var experiment = Make(name))
        {
            experiment.Train(new() { Iterations = 3 });
            foreach (var part in Enum.GetValues<TaskPart>()) Assert.Equal(5, experiment.Evaluate(new() { Tasks = 5, Part = part }).Rows[0].Tasks);
        }

        if (TensorMemory.IsKnown) Assert.Equal(before, TensorMemory.LiveTensors);
    }

    [Fact]
    public void What_an_evaluation_draws_does_not_depend_on_how_many_tasks_training_takes_at_once()
    {
        using var few = Make("Folder");
        using var many = Make("FolderOfMany");
        Assert.Equal(
            few.ShowTasks(TaskPart.Test, 7).Cast<DrawnClasses>().SelectMany(task => task.QueryX),
            many.ShowTasks(TaskPart.Test, 7).Cast<DrawnClasses>().SelectMany(task => task.QueryX));
        var (one, other) = (few.Evaluate(new() { Tasks = 7 }), many.Evaluate(new() { Tasks = 7 }));
        Assert.Equal(one.Rows.Select(row => row.Mean), other.Rows.Select(row => row.Mean));
    }

    [Theory]
    [InlineData("Folder", "Ahead")]
    [InlineData("Pairs", "PairsAhead")]
    [InlineData("Folder", "AheadOnEight")]
    public void Reading_ahead_trains_on_the_same_tasks_to_the_last_bit_also_after_a_break(string name, string ahead)
    {
        using var one = Make(name);
        using var other = Make(ahead);
        one.Train(new() { Iterations = 7 });
        other.Train(new() { Iterations = 3 });
        other.Evaluate(new() { Tasks = 3, Part = TaskPart.Validation });
        other.Train(new() { Iterations = 4 });
        var (expected, found) = (one.Evaluate(new() { Tasks = 20 }), other.Evaluate(new() { Tasks = 20 }));
        Assert.Equal(expected.Rows.Select(row => row.Mean), found.Rows.Select(row => row.Mean));
        Assert.Equal(((IProbeOfWeights)one).Numbers, ((IProbeOfWeights)other).Numbers);
    }

    [Fact]
    public void Turned_classes_are_classes_of_their_own_in_the_part_of_their_origin()
    {
        using var experiment = Make("Turned");
        var names = experiment.ShowTasks(TaskPart.Test, 100).Cast<DrawnClasses>().SelectMany(task => task.Names).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(
            ["c/mark5", "c/mark5 (180°)", "c/mark5 (270°)", "c/mark5 (90°)", "c/mark6", "c/mark6 (180°)", "c/mark6 (270°)", "c/mark6 (90°)",
                "c/mark7", "c/mark7 (180°)", "c/mark7 (270°)", "c/mark7 (90°)"],
            names);
    }

    [Fact]
    public void Rows_of_a_table_are_regressed_group_by_group()
    {
        using var experiment = Make("Houses");
        var towns = new Dictionary<int, TaskPart>();
        foreach (var part in Enum.GetValues<TaskPart>())
        {
            foreach (var task in experiment.ShowTasks(part, 30).Cast<DrawnFunction>())
            {
                Assert.Equal(("price", 2), (task.Target, task.Inputs.Count));
                var rows = task.SupportX.Concat(task.QueryX).Chunk(2).Zip(task.SupportY.Concat(task.QueryY)).ToArray();
                Assert.Equal(5, rows.Distinct().Count());
                // The price tells the town, the area and the rooms.
                Assert.All(rows, row => Assert.Equal((row.First[0], row.First[1]), (MathF.Floor(row.Second % 1000 / 10), row.Second % 10)));
                var town = (int)rows[0].Second / 1000;
                Assert.All(rows, row => Assert.Equal(town, (int)row.Second / 1000));
                if (!towns.TryAdd(town, part)) Assert.Equal(part, towns[town]);
            }
        }

        Assert.Equal(DataFiles.Classes, towns.Count);
    }

    [Fact]
    public void Numbers_are_standardized_by_the_classes_that_are_trained_on()
    {
        using var experiment = Make("Standard");
        // The first three classes, by name.
        double[] stored = [.. Enumerable.Range(0, 3).SelectMany(one => Enumerable.Range(0, DataFiles.Examples).Select(i => (double)DataFiles.Mark(one, i)))];
        var mean = stored.Average();
        var deviation = Math.Sqrt(stored.Average(x => (x - mean) * (x - mean)));
        foreach (var task in experiment.ShowTasks(TaskPart.Test, 20).Cast<DrawnClasses>())
        {
            Assert.All(task.SupportX, x =>
            {
                var mark = (x * deviation) + mean;
                Assert.Equal(Math.Round(mark), mark, 1e-3);
                Assert.InRange(Math.Round(mark), DataFiles.Mark(5, 0), DataFiles.Mark(7, DataFiles.Examples - 1));
            });
        }
    }

    [Fact]
    public void What_stored_numbers_mean_is_told()
    {
        using var plain = Make("Folder");
        Assert.Equal(Normalization.UnitInterval, Told(plain));
        using var declared = Make("Pairs");
        Assert.Equal((0.1, 1.0), (Told(declared).MeanOf(0), Told(declared).DeviationOf(0)));
        using var standard = Make("Standard");
        var (factor, shift) = (Told(standard).Factors(1)[0], Told(standard).Shifts(1)[0]);
        var stored = Enumerable.Range(0, 3 * DataFiles.Examples).Select(i => DataFiles.Mark(i / DataFiles.Examples, i % DataFiles.Examples));
        Assert.Equal(0, stored.Average(x => (x * factor) + shift), 1e-12);

        static Normalization Told(IExperiment experiment) =>
            (Normalization)experiment.GetType().GetProperty("ExampleNormalization")!.GetValue(experiment)!;
    }

    [Theory]
    [InlineData("Normalization")]
    [InlineData("ClassSplit")]
    [InlineData("ExampleShape")]
    [InlineData("EpisodeSampler")]
    [InlineData("TaskPart")]
    public void A_user_may_have_types_called_like_those_of_the_runtime(string name)
    {
        var source = "namespace Mine;\nusing MetaDsl;\nusing MetaDsl.Integration.Tests.Behaviour;\n"
            + Program("Shadowed", "FewShot(2, 1)", "Idx(\"idx\"), Split(3, 2, 3), Standardize", "4, 4")
            + $"public sealed class {name};\n";
        Assert.Empty(Compiler.Complaints(source));
    }

    [Fact]
    public void Data_are_not_read_before_they_are_needed_and_what_is_missing_is_named_before_the_first_step()
    {
        using var experiment = Make("Folder");
        experiment.Data = new() { Folder = files.Empty };
        Assert.Equal("Folder", experiment.Summary.Name);
        var missing = Assert.Throws<DataException>(() => experiment.Train(new() { Iterations = 1 }));
        Assert.Equal(
            $"'marks': there is no such file or folder in '{files.Empty}'; name the folder that holds it with '--data', with the environment "
            + "variable 'METADSL_DATA' or in 'Data' of the experiment.",
            missing.Message);
        experiment.Data = new() { Folder = files.Path };
        Assert.Equal(1, experiment.Train(new() { Iterations = 1 }).Iterations);
    }

    [Theory]
    [InlineData("TooFew", "The split 'train' has 1 class, but a task needs 2; give 'train' more classes, or declare fewer ways.")]
    [InlineData("TooMany", "The class 'a/mark0' of the split 'train' has 6 examples, but a task needs 7 of a class; declare fewer shots or queries, "
        + "or leave small classes out with 'WithAtLeast'.")]
    [InlineData("Misshapen", "The examples of 'train' are 1x4x4, but 'MisshapenNet' takes 1x5x5; transform them with '[Resize]', '[Grey]' or "
        + "'[Rgb]', or change the model's '[Input]'.")]
    [InlineData("Columns", "A row of 'train' has 2 columns beside the target, but 'ColumnsNet' takes 3; name those that count with 'Columns', or "
        + "write '[Input(2)]'.")]
    [InlineData("WrongMeans", "'Mean' has 3 numbers, but an example of 'train' has 1 channel or columns, a target among them; give one number, or 1.")]
    [InlineData("NoTarget", "There is no column of numbers 'cost'; there are area, price and rooms.")]
    public void Data_that_do_not_fit_are_refused_before_the_first_step(string name, string message)
    {
        using var experiment = Make(name);
        Assert.Equal(message, Assert.Throws<DataException>(() => experiment.Train(new() { Iterations = 1 })).Message);
    }

    [Fact]
    public void A_part_without_classes_is_refused_where_it_is_asked_for()
    {
        using var experiment = Make("Unvalidated");
        Assert.Equal(
            "'UnvalidatedTasks' has no classes for validation; give its split some.",
            Assert.Throws<DataException>(() => experiment.Evaluate(new() { Part = TaskPart.Validation })).Message);
        Assert.Equal(2, experiment.Evaluate(new() { Tasks = 2 }).Rows[0].Tasks);
    }

    /// <summary>Declarations whose generated code is not run here, each on a model that takes them.</summary>
    [Theory]
    [InlineData("FewShot(5, 1)", "Table(\"a\", Label = \"the \\\"kind\\\"\", Separator = ';', HasHeader = false), Split(5, 0, 5)", "7")]
    [InlineData("FewShot(5, 1)", "ImageFolder(@\"c:\\a\\\"), SplitByGroups(Train = [@\"a\\\", \"a name that is so long that the line which holds it is broken in two, at a comma\"], Test = [\"b\"])", "3, 8, 8")]
    [InlineData("FewShot(5, 1)", "ImageFolder(@\"\"\"birds\"\"\"), Split(5, 0, 5)", "3, 8, 8")]
    [InlineData("FewShot(5, 3, MinWays = 2, MinShots = 1, Balanced = false)", "Omniglot, Resize(28), Rotations, Standardize", "28, 28")]
    [InlineData("FewShot(5, 1)", "Idx(\"a\", \"b\"), Split(5, 0, 5), Standardize, ReadAhead(9)", "16")]
    [InlineData("FewShot(5, 1)", "Omniglot(\"a\"), Resize(28, 28), Rgb, SplitByShares(0.5, 0.1, 0.4, Seed = -9)", "3, 28, 28")]
    public void Generated_code_compiles_whatever_the_words(string head, string words, string input)
    {
        foreach (var precision in new[] { "", "[Precision(Precision.Double)]\n", "[Derivatives(DerivativeStrategy.Autograd)]\n" })
        {
            var source = "using MetaDsl;\nusing MetaDsl.Integration.Tests.Behaviour;\n" + Program("Words", head, words, input);
            Assert.Empty(Compiler.Complaints(source.Replace("[Maml(", precision + "[Maml(")));
        }
    }

    [Theory]
    [InlineData("Tasks")]
    [InlineData("Data")]
    [InlineData("Part")]
    [InlineData("Name")]
    public void A_class_of_tasks_may_be_called_like_something_generated(string name)
    {
        var source = "using MetaDsl;\nusing MetaDsl.Integration.Tests.Behaviour;\n" + Program("Clash", "FewShot(2, 1)", "Split(3, 0, 3)", "4, 4", Own);
        Assert.Empty(Compiler.Complaints(source.Replace("ClashTasks", name)));
    }

    [Fact]
    public void A_part_that_cannot_be_used_leaves_no_tensor_of_the_others()
    {
        var before = TensorMemory.IsKnown ? TensorMemory.LiveTensors : 0;
        using (var experiment = Make("TooFewToTest")) Assert.Throws<DataException>(() => experiment.Train(new() { Iterations = 1 }));
        if (TensorMemory.IsKnown) Assert.Equal(before, TensorMemory.LiveTensors);
    }

    [Fact]
    public void Cancelling_ends_the_reading()
    {
        using var experiment = Make("Folder");
        Assert.Throws<OperationCanceledException>(() => experiment.Train(new() { Iterations = 1 }, cancellation: new CancellationToken(canceled: true)));
    }

    private IExperiment Make(string name)
    {
        var experiment = (IExperiment)Activator.CreateInstance(Compiled.Value.GetType(name, throwOnError: true)!, 1L)!;
        experiment.Data = new() { Folder = files.Path };
        return experiment;
    }

    // All pixels of an image, and all numbers of a vector, are the mark of its class and number.
    private static (int Class, int Example)[] Marks(float[] examples, string name) => [.. examples.Chunk(16).Select(example =>
    {
        Assert.Single(example.Distinct());
        var mark = Enumerable.Range(0, DataFiles.Classes * DataFiles.Examples)
            .Select(i => (Class: i / DataFiles.Examples, Example: i % DataFiles.Examples))
            .MinBy(i => Math.Abs(Sources[name].Shown(DataFiles.Mark(i.Class, i.Example)) - example[0]));
        Assert.Equal(Sources[name].Shown(DataFiles.Mark(mark.Class, mark.Example)), example[0], 1e-5);
        return mark;
    })];

    private static Assembly Compile()
    {
        const string FewShot = "FewShot(ways: 2, shots: 1, Queries = 2)";
        const string Regression = "RegressionTasks(Shots = 2, Queries = 3)";
        const string Houses = "Table(\"houses.csv\", Group = \"town\", Target = \"price\")";
        const string Regressor = "[Model, Input({0})]\n[Linear(4), Relu, Linear(1)]\npublic partial class {1}Net;\n";
        const string Marks = "ImageFolder(\"marks\"), ";
        string[] sources =
        [
            "using MetaDsl;\nusing MetaDsl.Integration.Tests.Behaviour;\n",
            .. Sources.Where(source => source.Key != "Own").Select(source => Program(source.Key, FewShot, source.Value.Words, source.Value.Input)),
            Program("Own", FewShot, Sources["Own"].Words, Sources["Own"].Input, Own),
            Program("FolderOfMany", FewShot, Sources["Folder"].Words, "1, 4, 4").Replace("MetaBatch = 2", "MetaBatch = 5"),
            Program("AheadOnEight", FewShot, Marks + "Split(3, 2, 3), ReadAhead(1, Threads = 8)", "1, 4, 4"),
            Program("Turned", FewShot, Marks + "Split(3, 2, 3), Rotations", "1, 4, 4"),
            Program("Standard", FewShot, Marks + "Split(3, 2, 3), Standardize", "1, 4, 4"),
            Program("Houses", Regression, Houses + ", Split(3, 2, 3)", "2", model: Regressor),
            Program("TooFew", FewShot, Marks + "SplitByShares(0.1, 0.4, 0.5)", "1, 4, 4"),
            Program("TooMany", FewShot.Replace("Queries = 2", "Queries = 6"), Marks + "Split(3, 2, 3)", "1, 4, 4"),
            Program("Misshapen", FewShot, Marks + "Split(3, 2, 3)", "1, 5, 5"),
            Program("Columns", Regression, Houses + ", Split(3, 2, 3)", "3", model: Regressor),
            Program("NoTarget", Regression, Houses.Replace("price", "cost") + ", Split(3, 2, 3)", "2", model: Regressor),
            Program("TooFewToTest", FewShot, Marks + "SplitByShares(0.5, 0.25, 0.1)", "1, 4, 4"),
            Program("WrongMeans", FewShot, "Idx(\"idx\"), Split(3, 2, 3), Normalize(Mean = [1, 2, 3])", "1, 4, 4"),
            Program("Unvalidated", FewShot, Marks + "Split(3, 0, 3)", "1, 4, 4"),
        ];
        using var image = Compiler.Compile("Data", [string.Concat(sources)]);
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }

    private const string Own = """
        internal static ClassSet Classes(DataOptions data)
        {
            if (data.Folder.Length == 0) throw new System.InvalidOperationException("no folder");
            var bytes = new byte[8 * 6 * 16];
            for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(10 * (i / 96) + i / 16 % 6);
            return ClassSet.Of(new ExampleShape(1, 4, 4), bytes, [6, 6, 6, 6, 6, 6, 6, 6]);
        }
        """;

    private static string Program(string name, string head, string words, string input, string members = "", string model = Classifier) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, model, input, name).Replace("Flatten, ", input.Contains(',') ? "Flatten, " : "")
        + $$"""
        [{{head}}]
        [{{words}}]
        public partial class {{name}}Tasks
        {
        {{members}}
        }

        [Experiment<{{name}}Net, {{name}}Tasks>]
        [Maml(Steps = 1, LearningRate = 0.1)]
        [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 10)]
        public partial class {{name}} : IProbeOfWeights
        {
            double[] IProbeOfWeights.Numbers => System.Array.ConvertAll(Numbers(parameters), number => (double)number);
        }

        """;
}

/// <summary>The weights of an emitted experiment.</summary>
public interface IProbeOfWeights
{
    double[] Numbers { get; }
}
