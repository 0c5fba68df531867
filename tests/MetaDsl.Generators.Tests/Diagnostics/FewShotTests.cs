using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

public sealed class FewShotTests
{
    private const string Test = "internal static TorchSharp.torch.Tensor TestClasses() => null!;";

    [Theory]
    [InlineData("ways: 5", "ways: 1", "ways", "1", "2")]
    [InlineData("ways: 5", "ways: 4097", "ways", "4097", "2")]
    [InlineData("shots: 1", "shots: 0", "shots", "0", "1")]
    [InlineData("Queries = 15", "Queries = -1", "Queries", "-1", "1")]
    public Task An_impossible_number_of_classes_or_examples_is_an_error_on_it(
        string right, string wrong, string name, string value, string least) => Wrong.Error(
        "MDSL0215",
        Net.Program.Replace(right, $"[|{wrong}|]"),
        $"'{name}' of 'Patterns' is '{value}'; use a whole number from {least} to 4096",
        Net.Program.Replace(right, right.Split(' ')[0] + (right.Contains('=') ? " = 4096" : " 4096")));

    [Fact]
    public Task Tasks_that_say_nothing_of_their_classes_are_an_error() => Wrong.Error(
        "MDSL0216",
        Net.Program.Replace(Test, "").Replace("[FewShot(ways: 5, shots: 1, Queries = 15)]", "[[|FewShot(ways: 5, shots: 1, Queries = 15)|]]"),
        "'Patterns' does not say where its classes come from; add a source, such as '[Omniglot]' or '[ImageFolder(\"images\")]', "
            + "or 'internal static Tensor TestClasses()', which gives a tensor of [classes, examples of each, ...]",
        Net.Program);

    [Theory]
    [InlineData("private static TorchSharp.torch.Tensor [|TestClasses|]() => null!;")]
    [InlineData("internal TorchSharp.torch.Tensor [|TestClasses|]() => null!;")]
    [InlineData("internal static TorchSharp.torch.Tensor [|TestClasses|](int seed) => null!;")]
    [InlineData("internal static TorchSharp.torch.Tensor [|TestClasses|]<T>() => null!;")]
    [InlineData("internal static int [|TestClasses|]() => 1;")]
    [InlineData("internal static TorchSharp.torch.Tensor [|TestClasses|] => null!;")]
    public Task A_source_of_classes_that_cannot_be_called_is_an_error_on_its_name(string source) => Wrong.Error(
        "MDSL0217",
        Net.Program.Replace(Test, source),
        "'TestClasses' of 'Patterns' is no source of classes; write it as 'internal static Tensor TestClasses()'",
        Net.Program);

    [Theory]
    [InlineData("MinWays = 6", "MinWays", "6", "2", "5")]
    [InlineData("MinWays = 1", "MinWays", "1", "2", "5")]
    [InlineData("MinShots = 0", "MinShots", "0", "1", "1")]
    [InlineData("MinShots = 2", "MinShots", "2", "1", "1")]
    public Task A_range_of_classes_or_examples_that_is_reversed_is_an_error_on_its_start(
        string argument, string name, string value, string least, string most) => Wrong.Error(
        "MDSL0215",
        Net.Program.Replace("Queries = 15", $"Queries = 15, [|{argument}|]"),
        $"'{name}' of 'Patterns' is '{value}'; use a whole number from {least} to {most}",
        Net.Program.Replace("Queries = 15", "Queries = 15, MinWays = 2, MinShots = 1"));

    [Fact]
    public Task Classes_that_all_have_the_same_shots_cannot_be_unbalanced() => Wrong.Error(
        "MDSL0266",
        Net.Program.Replace("Queries = 15", "[|Balanced = false|]"),
        "'Balanced' of 'Patterns' is 'false', but all its classes have '1' shots; say 'MinShots', or remove it",
        Net.Program.Replace("shots: 1, Queries = 15", "shots: 4, MinShots = 1, Balanced = false"));

    [Fact]
    public Task Tasks_that_differ_in_size_are_not_read_ahead() => Wrong.Error(
        "MDSL0267",
        Data.Of($"{Data.Words}, [|ReadAhead(64)|]", head: "FewShot(5, 5, MinWays = 2)"),
        "'ReadAhead' on 'Patterns' is for tasks of one size, but its tasks differ; remove it, or 'MinWays' and 'MinShots'",
        Data.Of(Data.Words, head: "FewShot(5, 5, MinWays = 2)"));

    [Theory]
    [InlineData("internal static TorchSharp.torch.Tensor [|Classes|]() => null!;")]
    [InlineData("private static ClassSet [|Classes|]() => null!;")]
    [InlineData("internal ClassSet [|Classes|]() => null!;")]
    [InlineData("internal static ClassSet [|Classes|](int seed) => null!;")]
    [InlineData("internal static ClassSet [|Classes|](DataOptions data, DataOptions more) => null!;")]
    public Task A_source_of_a_set_that_cannot_be_called_is_an_error_on_its_name(string source) => Wrong.Error(
        "MDSL0217",
        Data.Of("Split(20, 0, 20)", source),
        "'Classes' of 'Patterns' is no source of classes; write it as 'internal static ClassSet Classes()'",
        Data.Of("Split(20, 0, 20)", "internal static ClassSet Classes(DataOptions data) => null!;"));

    [Theory]
    [InlineData("private static TorchSharp.torch.Tensor [|ValidationClasses|]() => null!;")]
    [InlineData("internal static int [|ValidationClasses|]() => 1;")]
    public Task A_source_for_validation_that_cannot_be_called_is_an_error_on_its_name(string source) => Wrong.Error(
        "MDSL0217",
        Net.Program.Replace(Test, Test + source),
        "'ValidationClasses' of 'Patterns' is no source of classes; write it as 'internal static Tensor ValidationClasses()'",
        Net.Program.Replace(Test, Test + "internal static TorchSharp.torch.Tensor ValidationClasses() => null!;"));

    [Fact]
    public Task Tasks_of_two_kinds_are_an_error_on_the_class() => Wrong.Error(
        "MDSL0218",
        Sample.With("public partial class Sinusoids", "[FewShot(5, 1)]\npublic partial class [|Sinusoids|]"),
        "'Sinusoids' has both '[RegressionTasks]' and '[FewShot]'; keep one, and put the other on a class of its own");
}
