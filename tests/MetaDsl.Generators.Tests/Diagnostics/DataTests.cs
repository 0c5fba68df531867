using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

public sealed class DataTests
{
    private const string Images = "ImageFolder(\"birds\"), Resize(28), Grey";
    private const string Split = "Split(64, 16, 20)";

    /// <summary>Words that are right, each in a program of its own.</summary>
    public static TheoryData<string> Right =>
    [
        Data.Program,
        Data.TableProgram,
        Data.Of("Omniglot, Resize(28)"),
        Data.Of("Omniglot(\"data/omniglot\"), Resize(28, 28), Invert, Rotations, Split(1200, 0, 423, Seed = 1)"),
        Data.Of("Omniglot", input: "1, 105, 105"),
        Data.Of("Omniglot, Resize(28)", input: "28, 28").Replace("Conv(8), Relu, Flatten", "Flatten"),
        Data.Of("ImageFolder(Train = \"train\", Validation = \"val\", Test = \"test\"), Resize(84), Rgb, Standardize", input: "3, 84, 84"),
        Data.Of("ImageFolder(\"birds\"), Background(255), SplitByGroups(Train = [\"base\"], Test = [\"novel\"])"),
        Data.Of("ImageFolder(\"birds\"), SplitByLists(Train = \"train.txt\", Test = \"test.txt\"), Normalize(0.5, 0.25)"),
        Data.Of("Idx(\"images.gz\", \"labels.gz\"), SplitByShares(train: 0.5, validation: 0.0, test: 0.5, Seed = -3)"),
        Data.Of("Idx(\"fashion\"), Split(5, 0, 5)"),
        Data.Of("Numpy(\"x.npy\", \"y.npy\"), Split(5, 0, 5), Normalize(Mean = [0.1, 0.2, 0.3])"),
        Data.Of("Numpy(Train = \"a.npz\", Test = \"b.npz\", ExamplesArray = \"x\", LabelsArray = \"y\", Channels = ChannelAxis.Last)"),
        Data.Of("Numpy(\"x.npy\"), Split(5, 0, 5)", input: "784").Replace("Conv(8), Relu, Flatten", "Linear(8)"),
        Data.Of("Table(\"iris.csv\", Label = \"species\", Group = \"site\", Columns = [\"a\", \"b\"]), SplitByGroups(Train = [\"x\"], Test = [\"y\"])", input: "2")
            .Replace("Conv(8), Relu, Flatten", "Linear(8)"),
        Data.Of("Split(5, 0, 5)", "internal static ClassSet Classes() => null!;"),
        Data.OfTable("Table(Train = \"a\", Test = \"b\", Target = \"y\", Separator = ';', HasHeader = false)", input: "7"),
        Data.Of("Rotations, ImageFolder(\"birds\"), Split(2, 2, 2)"),
    ];

    [Theory]
    [MemberData(nameof(Right))]
    public Task Data_are_declared(string program) => Wrong.Right(new Project(program));

    [Theory]
    [InlineData("[|ImageFolder(\"birds\")|], Resize(28), Grey")]
    [InlineData("[|Idx(\"digits\")|]")]
    [InlineData("[|Numpy(\"a.npy\")|]")]
    public Task One_source_without_a_split_is_an_error_on_it(string words) => Wrong.Error(
        "MDSL0219",
        Data.Of(words),
        "'Patterns' has one source for training and tests but no split, so both would see the same classes; "
            + "add '[Split(train: 64, validation: 16, test: 20)]' with the numbers of its classes",
        Data.Program);

    [Fact]
    public Task A_method_that_gives_a_set_without_a_split_is_an_error_on_its_name() => Wrong.Error(
        "MDSL0219",
        Data.Of("Standardize", "internal static ClassSet [|Classes|]() => null!;"),
        "'Patterns' has one source for training and tests but no split, so both would see the same classes; "
            + "add '[Split(train: 64, validation: 16, test: 20)]' with the numbers of its classes",
        Data.Program);

    [Theory]
    [InlineData(Images + ", [|Omniglot|], " + Split, "", "[ImageFolder]", "[Omniglot]")]
    [InlineData("ImageFolder(\"a\"), [|ImageFolder(\"b\")|], " + Split, "", "[ImageFolder]", "[ImageFolder]")]
    [InlineData("[|Omniglot|], Resize(28)", "internal static ClassSet Classes() => null!;", "Classes", "[Omniglot]")]
    [InlineData("[|Omniglot|], Resize(28)", "internal static TorchSharp.torch.Tensor TestClasses() => null!;", "TestClasses", "[Omniglot]")]
    [InlineData("ImageFolder(\"a\", [|Train = \"b\"|])", "", "path", "Train")]
    public Task Two_sources_are_an_error_on_the_second(string words, string members, string first, string second) => Wrong.Error(
        "MDSL0220",
        Data.Of(words, members),
        $"'Patterns' takes its examples from '{first}' and from '{second}'; keep one",
        Data.Program);

    [Fact]
    public Task Two_ways_to_split_are_an_error_on_the_second() => Wrong.Error(
        "MDSL0221",
        Data.Of($"{Images}, {Split}, [|SplitByShares(0.5, 0.2, 0.3)|]"),
        "'Patterns' has both '[Split]' and '[SplitByShares]'; keep one",
        Data.Program);

    [Fact]
    public Task The_same_split_twice_is_an_error_on_the_second() => Wrong.Error(
        "MDSL0004",
        Data.Of($"{Images}, {Split}, [|{Split}|]"),
        "'Patterns' has two 'Split' attributes; keep one",
        Data.Program);

    [Fact]
    public Task A_split_of_what_is_split_already_is_an_error_on_it() => Wrong.Error(
        "MDSL0222",
        Data.Of($"ImageFolder(Train = \"a\", Test = \"b\"), Resize(28), Grey, [|{Split}|]"),
        "'Patterns' has a source for each part already, so '[Split]' has nothing to split; remove it",
        Data.Of("ImageFolder(Train = \"a\", Test = \"b\"), Resize(28), Grey"));

    [Theory]
    [InlineData("[|ImageFolder|]", "ImageFolder", "Train")]
    [InlineData("[|Numpy(Train = \"a\")|]", "Numpy", "Test")]
    [InlineData("[|Numpy(Validation = \"a\", Test = \"b\")|]", "Numpy", "Train")]
    public Task A_part_without_a_source_is_an_error_on_the_others(string words, string word, string part) => Wrong.Error(
        "MDSL0223",
        Data.Of(words),
        $"'{word}' on 'Patterns' does not say '{part}'; name a file or folder each for 'Train' and 'Test', or one for all and a split",
        Data.Program);

    [Theory]
    [InlineData("ImageFolder([|\"\"|]), " + Split, "path")]
    [InlineData("Omniglot([|\" \"|])", "path")]
    [InlineData("Omniglot([|null!|])", "path")]
    [InlineData("Idx(\"a\", [|\"\"|]), Split(5, 0, 5)", "labels")]
    [InlineData("Numpy(Train = \"a\", [|Test = \"\"|])", "Test")]
    [InlineData("ImageFolder(\"a\"), SplitByLists([|Train = \"\"|], Test = \"b\")", "Train")]
    public Task An_empty_path_is_an_error_on_it(string words, string argument) => Wrong.Error(
        "MDSL0224",
        Data.Of(words),
        $"'{argument}' of 'Patterns' is empty; name a file or folder in the data folder, which is itself '.'",
        Data.Program);

    [Theory]
    [InlineData("Split([|4|], 16, 20)", "4", "train")]
    [InlineData("Split(train: 64, [|validation: 4|], test: 20)", "4", "validation")]
    [InlineData("Split(64, 16, [|0|])", "0", "test")]
    [InlineData("Split(64, 16, [|-1|])", "-1", "test")]
    public Task A_part_with_fewer_classes_than_a_task_is_an_error_on_it(string split, string count, string part) => Wrong.Error(
        "MDSL0225",
        Data.Of($"{Images}, {split}"),
        $"'Patterns' has '{count}' classes for '{part}', but needs '5'; give '{part}' 5 or more, or declare fewer ways",
        Data.Of($"{Images}, Split(5, 0, 5)"));

    [Fact]
    public Task Turned_classes_count_four_times() => Wrong.Error(
        "MDSL0225",
        Data.Of($"{Images}, Rotations, Split([|1|], 0, 2)"),
        "'Patterns' has '1' classes for 'train', but needs '2'; give 'train' 2 or more, or declare fewer ways",
        Data.Of($"{Images}, Rotations, Split(2, 0, 2)"));

    [Fact]
    public Task A_table_without_a_task_to_test_on_is_an_error() => Wrong.Error(
        "MDSL0225",
        Data.OfTable("Table(\"a\", Target = \"y\"), Split(3, 0, [|0|])"),
        "'Patterns' has '0' tasks for 'test', but needs '1'; give 'test' 1 or more",
        Data.TableProgram);

    [Fact]
    public Task More_classes_than_Omniglot_has_are_an_error_on_the_split() => Wrong.Error(
        "MDSL0225",
        Data.Of("Omniglot, Resize(28), [|Split(1200, 0, 424)|]"),
        "'[Omniglot]' has '1623' classes for 'Patterns', but needs '1624'; declare fewer in its parts",
        Data.Of("Omniglot, Resize(28), Split(1200, 0, 423)"));

    [Fact]
    public Task More_ways_than_Omniglot_has_characters_to_test_on_are_an_error_on_them() => Wrong.Error(
        "MDSL0225",
        Data.Of("Omniglot, Resize(28)", head: "FewShot([|660|], 1)"),
        "'[Omniglot]' has '659' classes for 'test', but needs '660'; declare fewer ways, or add '[Rotations]'",
        Data.Of("Omniglot, Resize(28)", head: "FewShot(659, 1)"));

    [Theory]
    [InlineData("SplitByShares([|64|], 0.2, 0.2)", "train", "64")]
    [InlineData("SplitByShares(0.6, [|-0.1|], 0.2)", "validation", "-0.1")]
    [InlineData("SplitByShares(0.6, 0.3, [|0.2|])", "test", "0.2")]
    [InlineData("SplitByShares(0.6, 0.4, [|0|])", "test", "0")]
    [InlineData("SplitByShares([|double.NaN|], 0.4, 0.1)", "train", "NaN")]
    public Task An_impossible_share_is_an_error_on_it(string split, string name, string value) => Wrong.Error(
        "MDSL0226",
        Data.Of($"{Images}, {split}"),
        $"'{name}' of 'Patterns' is '{value}'; use shares from 0 to 1 that add up to 1 at most, and more than 0 to train and to test on",
        Data.Of($"{Images}, SplitByShares(0.6, 0.2, 0.2)"));

    [Theory]
    [InlineData("SplitByGroups(Train = [\"a\", \"b\"], [|Test = [\"b\"]|])")]
    [InlineData("SplitByGroups([|Train = [\"b\", \"b\"]|], Test = [\"c\"])")]
    public Task A_group_in_two_parts_is_an_error_on_the_second(string split) => Wrong.Error(
        "MDSL0227",
        Data.Of($"{Images}, {split}"),
        "'b' of 'Patterns' is in two parts, so what is trained on would be tested on; leave it out of one",
        Data.Of($"{Images}, SplitByGroups(Train = [\"a\", \"b\"], Test = [\"c\"])"));

    [Theory]
    [InlineData("ImageFolder(Train = \"a\", [|Test = \"a\"|])", "a")]
    [InlineData("ImageFolder(Train = \"a\", [|Test = \"a/b\"|])", "a/b")]
    [InlineData("ImageFolder(Train = \"./a/b\", [|Validation = \"a\"|], Test = \"c\")", "a")]
    public Task A_path_within_that_of_another_part_is_an_error_on_it(string words, string path) => Wrong.Error(
        "MDSL0227",
        Data.Of(words),
        $"'{path}' of 'Patterns' is in two parts, so what is trained on would be tested on; leave it out of one",
        Data.Of("ImageFolder(Train = \"a/b\", Test = \"a/bc\")"));

    [Theory]
    [InlineData("[[|Noise(0.1)|]]\n[FewShot", "", "Noise")]
    [InlineData("[[|Sinusoid|]]\n[FewShot", "", "Sinusoid")]
    [InlineData("[FewShot", "[Uniform(0, 1)] double [|X|] { get; }", "X")]
    public Task What_draws_functions_is_an_error_on_tasks_of_classes(string head, string member, string name) => Wrong.Error(
        "MDSL0259",
        Data.Of(Data.Words, member).Replace("[FewShot", head),
        $"'Patterns' draws its examples from classes, so '{name}' means nothing; remove it",
        Data.Program);

    [Theory]
    [InlineData("[|Resize(28)|]", "Resize")]
    [InlineData("[|Invert|]", "Invert")]
    public Task A_transformation_of_what_a_method_gives_is_an_error_on_it(string words, string word) => Wrong.Error(
        "MDSL0229",
        Data.Of($"Split(5, 0, 5), {words}", "internal static ClassSet Classes() => null!;"),
        $"'{word}' on 'Patterns' is for images, but 'Classes' gives none that are read; remove it",
        Data.Of("Split(5, 0, 5), Rotations, Standardize", "internal static ClassSet Classes() => null!;"));

    [Fact]
    public Task A_normalisation_by_nothing_is_an_error_on_it() => Wrong.Error(
        "MDSL0008",
        Data.Of($"{Images}, [|Normalize|], {Split}"),
        "'Normalize' on 'Patterns' does not say 'Mean'; add 'Mean = [0.5]'",
        Data.Program);

    [Theory]
    [InlineData("Idx(\"a\"), [|SplitByGroups(Train = [\"a\"], Test = [\"b\"])|]", "Idx")]
    [InlineData("Numpy(\"a\"), [|SplitByGroups(Train = [\"a\"], Test = [\"b\"])|]", "Numpy")]
    public Task A_split_by_groups_where_there_are_none_is_an_error_on_it(string words, string source) => Wrong.Error(
        "MDSL0228",
        Data.Of(words),
        $"'Patterns' is split by groups, but the classes of '[{source}]' have none; use '[Split]', '[SplitByShares]' or '[SplitByLists]'",
        Data.Program);

    [Fact]
    public Task A_split_by_no_groups_is_an_error_on_it() => Wrong.Error(
        "MDSL0008",
        Data.Of($"{Images}, [|SplitByGroups(Train = [\"a\"])|]"),
        "'SplitByGroups' on 'Patterns' does not say 'Test'; add 'Test = [\"name of a group\"]'",
        Data.Program);

    [Fact]
    public Task A_split_by_a_missing_list_is_an_error_on_it() => Wrong.Error(
        "MDSL0008",
        Data.Of($"{Images}, [|SplitByLists(Test = \"a.txt\")|]"),
        "'SplitByLists' on 'Patterns' does not say 'Train'; add 'Train = \"names.txt\"'",
        Data.Program);

    [Theory]
    [InlineData("[|Resize(28)|]", "Resize")]
    [InlineData("[|Grey|]", "Grey")]
    [InlineData("[|Rotations|]", "Rotations")]
    [InlineData("[|Background(1)|]", "Background")]
    public Task A_transformation_of_images_where_there_are_none_is_an_error_on_it(string words, string word) => Wrong.Error(
        "MDSL0229",
        Data.OfTable($"{Data.Table}, {words}"),
        $"'{word}' on 'Patterns' is for images, but 'Table' gives none that are read; remove it",
        Data.TableProgram);

    [Theory]
    [InlineData("Resize([|0|])", "size", "0")]
    [InlineData("Resize(28, [|-1|])", "width", "-1")]
    [InlineData("Resize([|32769|], 28)", "height", "32769")]
    public Task An_impossible_size_is_an_error_on_it(string resize, string name, string value) => Wrong.Error(
        "MDSL0250",
        Data.Of($"ImageFolder(\"a\"), {resize}, {Split}"),
        $"'{name}' of 'Patterns' is '{value}' pixels; use 1 to 32768",
        Data.Program);

    [Theory]
    [InlineData("Rgb, [|Grey|]", "Grey", "Rgb")]
    [InlineData("Normalize(0.5, 1), [|Standardize|]", "Normalize", "Standardize")]
    public Task Transformations_that_contradict_each_other_are_an_error(string words, string first, string second)
    {
        var isColor = first == "Grey";
        var marked = isColor ? "[|Rgb|], Grey" : words;
        return Wrong.Error(
            "MDSL0251",
            Data.Of($"ImageFolder(\"a\"), {marked}, {Split}"),
            $"'Patterns' has both '[{first}]' and '[{second}]'; keep one",
            Data.Program);
    }

    [Fact]
    public Task Images_that_are_not_square_cannot_be_turned() => Wrong.Error(
        "MDSL0252",
        Data.Of($"ImageFolder(\"a\"), Resize(28, 14), [|Rotations|], {Split}"),
        "'Patterns' turns images of 28 x 14 pixels by 90 degrees, but these are not square; resize them to a square, or remove '[Rotations]'",
        Data.Program);

    [Theory]
    [InlineData("Normalize(0.5, [|0.0|])", "deviation", "0", "divide by numbers above 0")]
    [InlineData("Normalize(Mean = [0.5], [|Deviation = [-1]|])", "Deviation", "-1", "divide by numbers above 0")]
    [InlineData("Normalize([|double.NaN|], 1)", "mean", "NaN", "subtract a finite number")]
    public Task An_impossible_normalisation_is_an_error_on_its_number(string words, string name, string value, string wayOut) => Wrong.Error(
        "MDSL0253",
        Data.Of($"{Images}, {words}, {Split}"),
        $"'{name}' of 'Patterns' is '{value}'; {wayOut}",
        Data.Of($"{Images}, Normalize(Mean = [-0.5]), {Split}"));

    [Fact]
    public Task A_number_too_many_for_the_channels_is_an_error_on_them() => Wrong.Error(
        "MDSL0254",
        Data.Of($"{Images}, Normalize([|Mean = [0.1, 0.2, 0.3]|]), {Split}"),
        "'Mean' of 'Patterns' has '3' numbers, but an example has '1' channel; give one number, or one for each",
        Data.Program);

    [Fact]
    public Task A_table_without_labels_is_an_error_on_it() => Wrong.Error(
        "MDSL0255",
        Data.Of("[|Table(\"iris.csv\")|], Split(5, 0, 5)"),
        "'Table' on 'Patterns' does not say which column tells the class of a row; add 'Label = \"...\"'",
        Data.TableProgram);

    [Fact]
    public Task A_table_without_a_target_is_an_error_on_it() => Wrong.Error(
        "MDSL0255",
        Data.OfTable("[|Table(\"houses.csv\", Group = \"city\")|], Split(5, 0, 5)"),
        "'Table' on 'Patterns' does not say which column is to be predicted; add 'Target = \"...\"'",
        Data.TableProgram);

    [Theory]
    [InlineData("Target = \"y\", [|Group = \"y\"|]", "y", "Target", "Group")]
    [InlineData("Target = \"y\", [|Columns = [\"a\", \"y\"]|]", "y", "Target", "Columns")]
    [InlineData("Target = \"y\", [|Columns = [\"a\", \"a\"]|]", "a", "Columns", "Columns")]
    public Task A_column_with_two_meanings_is_an_error_on_the_second(string arguments, string column, string first, string second) => Wrong.Error(
        "MDSL0256",
        Data.OfTable($"Table(\"a\", {arguments}), Split(5, 0, 5)"),
        $"The column '{column}' of 'Patterns' is both '{first}' and '{second}'; name it once",
        Data.TableProgram);

    [Fact]
    public Task A_label_where_numbers_are_regressed_is_an_error_on_it() => Wrong.Error(
        "MDSL0257",
        Data.OfTable("Table(\"a\", [|Label = \"y\"|]), Split(5, 0, 5)"),
        "'Label' on 'Patterns' is for classification, but '[RegressionTasks]' are tasks of regression; say 'Target' instead",
        Data.TableProgram);

    [Fact]
    public Task A_target_where_classes_are_told_apart_is_an_error_on_it() => Wrong.Error(
        "MDSL0257",
        Data.Of("Table(\"a\", [|Target = \"y\"|]), Split(5, 0, 5)"),
        "'Target' on 'Patterns' is for regression, but '[FewShot]' are tasks of classification; say 'Label' instead",
        Data.TableProgram);

    [Fact]
    public Task Images_have_nothing_to_regress() => Wrong.Error(
        "MDSL0258",
        Data.OfTable("[|Omniglot|], Resize(28)"),
        "'Omniglot' gives 'Patterns' classes, but '[RegressionTasks]' are functions; use '[FewShot]', or '[Table]' with a 'Target'",
        Data.TableProgram);

    [Theory]
    [InlineData("[Uniform(0, 1)] double [|X|] { get; }", "X")]
    [InlineData("double [|Y|] => 1;", "Y")]
    public Task A_table_beside_what_is_drawn_is_an_error_on_that(string member, string name) => Wrong.Error(
        "MDSL0259",
        Data.OfTable(Data.Table, member),
        $"'Patterns' draws its examples from a table, so '{name}' means nothing; remove it",
        Data.TableProgram);

    [Theory]
    [InlineData("FewShot(5, [|10|])", "10", "15")]
    [InlineData("FewShot(5, [|shots: 1|], Queries = 20)", "1", "20")]
    public Task More_examples_than_Omniglot_has_of_a_character_are_an_error(string head, string shots, string queries) => Wrong.Error(
        "MDSL0260",
        Data.Of("Omniglot, Resize(28)", head: head),
        $"'Patterns' takes '{shots}' shots and '{queries}' queries of each class, but a class of '[Omniglot]' has '20' examples; declare fewer",
        Data.Of("Omniglot, Resize(28)", head: "FewShot(5, 5)"));

    [Theory]
    [InlineData("'.'", ".")]
    [InlineData("'a'", "a")]
    [InlineData("'\\n'", "\\n")]
    public Task A_separator_that_is_part_of_cells_is_an_error_on_it(string separator, string shown) => Wrong.Error(
        "MDSL0261",
        Data.OfTable($"Table(\"a\", Target = \"y\", [|Separator = {separator}|]), Split(5, 0, 5)"),
        $"'Separator' of 'Patterns' is '{shown}', which is part of cells; use a comma, a semicolon or a tab",
        Data.OfTable("Table(\"a\", Target = \"y\", Separator = '\\t'), Split(5, 0, 5)"));

    [Theory]
    [InlineData("Numpy(\"a.npy\", [|ExamplesArray = \"x\"|]), Split(5, 0, 5)", "ExamplesArray", "a.npy")]
    [InlineData("Numpy(Train = \"a.npz\", Test = \"b.NPY\", [|LabelsArray = \"y\"|])", "LabelsArray", "b.NPY")]
    public Task A_named_array_where_there_is_one_without_a_name_is_an_error_on_it(string words, string argument, string file) => Wrong.Error(
        "MDSL0262",
        Data.Of(words),
        $"'{argument}' on 'Patterns' names an array, but '{file}' holds one without a name; remove it, or name an '.npz'",
        Data.Program);

    [Fact]
    public Task A_table_to_regress_is_not_read_ahead() => Wrong.Error(
        "MDSL0264",
        Data.OfTable(Data.Table + ", [|ReadAhead(512)|]"),
        "'ReadAhead' on 'Patterns' is for examples that do not fit in memory, but a table to regress is read whole; remove it",
        Data.TableProgram);

    [Theory]
    [InlineData("ReadAhead([|0|])", "megabytes", "0")]
    [InlineData("ReadAhead(512, [|Threads = -1|])", "Threads", "-1")]
    public Task Nothing_is_read_ahead_in_no_memory_and_by_no_thread(string words, string name, string value) => Wrong.Error(
        "MDSL0265",
        Data.Of($"{Data.Words}, {words}"),
        $"'{name}' of 'Patterns' is '{value}', by which nothing can be read ahead; use 1 or more",
        Data.Of($"{Data.Words}, ReadAhead(1, Threads = 1)"));

    [Fact]
    public Task A_batch_that_does_not_fit_in_the_declared_memory_is_an_error_on_the_tasks() => Wrong.Error(
        "MDSL0515",
        Data.Of($"{Data.Words}, ReadAhead(1)").Replace("MetaBatch = 4", "MetaBatch = 32").Replace("Net, Patterns>", "Net, [|Patterns|]>"),
        "'NetMaml' reads ahead within '1' megabytes, but a batch of 32 tasks of 'Patterns' takes 2; allow that and better several times as much",
        Data.Of($"{Data.Words}, ReadAhead(2)").Replace("MetaBatch = 4", "MetaBatch = 32"));

    [Fact]
    public Task Words_of_data_where_none_are_read_are_an_error_on_the_first() => Wrong.Error(
        "MDSL0263",
        Net.Program.Replace("[FewShot(", "[[|Split(20, 0, 20)|], Invert]\n[FewShot("),
        "'Split' is about data that are read, but 'Patterns' reads none; remove it, or add a source such as '[ImageFolder(\"images\")]'",
        Net.Program);

    [Fact]
    public Task Words_of_data_where_functions_are_drawn_are_an_error_on_the_first() => Wrong.Error(
        "MDSL0263",
        Sample.With("[RegressionTasks(", "[[|Standardize|]]\n[RegressionTasks("),
        "'Standardize' is about data that are read, but 'Sinusoids' reads none; remove it, or add a source such as '[ImageFolder(\"images\")]'");

    [Fact]
    public Task A_choice_that_is_none_is_an_error_on_it() => Wrong.Error(
        "MDSL0009",
        Data.Of("Numpy(\"a\", [|Channels = (ChannelAxis)7|]), Split(5, 0, 5)"),
        "'Channels' on 'Patterns' is '7', which is no 'ChannelAxis'; use 'ChannelAxis.Guess' or 'ChannelAxis.First' or 'ChannelAxis.Last'",
        Data.Program);

    [Fact]
    public Task Data_without_tasks_are_a_warning_on_the_source() => Wrong.Warning(
        "MDSL0010",
        Data.Program + "\n[[|Omniglot|], Resize(28)]\npublic partial class Lonely;\n",
        "'Lonely' has 'Omniglot' but not 'FewShot', so nothing is generated from it; add '[FewShot(ways: 5, shots: 1)]'",
        Data.Program);

    [Fact]
    public Task A_table_with_a_target_without_tasks_is_one_to_regress() => Wrong.Warning(
        "MDSL0010",
        Data.Program + "\n[[|Table(\"a.csv\", Target = \"y\")|]]\npublic partial class Lonely;\n",
        "'Lonely' has 'Table' but not 'RegressionTasks', so nothing is generated from it; add '[RegressionTasks(Shots = 10, Queries = 10)]'",
        Data.Program);

    [Theory]
    [InlineData("Omniglot", "1, 28, 28", "[1, 28, 28]", "[1, 105, 105]", "write '[Input(1, 105, 105)]', or transform them")]
    [InlineData("Omniglot, Resize(28), Rgb", "1, 28, 28", "[1, 28, 28]", "[3, 28, 28]", "write '[Input(3, 28, 28)]', or transform them")]
    [InlineData("ImageFolder(\"a\"), Grey, " + Split, "3, 28, 28", "[3, 28, 28]", "[1, ?, ?]", "change its 'Input', or transform them")]
    [InlineData("ImageFolder(\"a\"), Resize(32), " + Split, "3, 28, 28", "[3, 28, 28]", "[?, 32, 32]", "change its 'Input', or transform them")]
    public Task A_model_that_does_not_take_the_examples_is_an_error_on_it(
        string words, string input, string taken, string given, string wayOut) => Wrong.Error(
        "MDSL0514",
        Data.Of(words, input: input).Replace("Experiment<Net,", "Experiment<[|Net|],"),
        $"'Net' takes examples of shape {taken}, but those of 'Patterns' are {given}; {wayOut}",
        Data.Program);

    [Fact]
    public Task A_model_that_does_not_take_the_columns_is_an_error_on_it() => Wrong.Error(
        "MDSL0505",
        Data.OfTable(Data.Table, input: "3").Replace("Experiment<Net,", "Experiment<[|Net|],"),
        "'Net' takes examples of shape [3], but those of 'Patterns' have shape [2]; write '[Input(2)]' on 'Net'",
        Data.TableProgram);
}
