namespace MetaDsl.Generators.Tests.Harness;

/// <summary>A few-shot experiment whose tasks have the words that the tests choose, and one that regresses a table.</summary>
internal static class Data
{
    private const string Model = "[Model, Input(1, 28, 28)]\n[Conv(8), Relu, Flatten]\n[Classifier]\npublic partial class Net;\n\n";

    /// <summary>What a test that looks at something else declares.</summary>
    public const string Words = "ImageFolder(\"birds\"), Resize(28), Grey, Split(64, 16, 20)";

    public const string Program = Sample.Using + Model + "[FewShot(ways: 5, shots: 1, Queries = 15)]\n[" + Words + "]\npublic partial class Patterns;\n\n"
        + Net.Experiment;

    public const string Table = "Table(\"houses.csv\", Group = \"city\", Target = \"price\", Columns = [\"area\", \"rooms\"]), Split(20, 0, 20)";

    public const string TableProgram = Sample.Using + "[Model, Input(2)]\n[Linear(8), Relu]\n[Linear(1)]\npublic partial class Net;\n\n"
        + "[RegressionTasks(Shots = 5, Queries = 10)]\n[" + Table + "]\npublic partial class Patterns;\n\n" + Net.Experiment;

    /// <summary>The program with other words, and members of the class of tasks.</summary>
    public static string Of(string words, string members = "", string head = "FewShot(ways: 5, shots: 1, Queries = 15)", string input = "1, 28, 28") =>
        Program.Replace("FewShot(ways: 5, shots: 1, Queries = 15)", head)
            .Replace(Words, words)
            .Replace("Patterns;", $"Patterns\n{{\n{members}\n}}")
            .Replace("Input(1, 28, 28)", $"Input({input})");

    /// <summary>The program that regresses a table with other words, and members of the class of tasks.</summary>
    public static string OfTable(string words, string members = "", string input = "2") =>
        TableProgram.Replace(Table, words).Replace("Patterns;", $"Patterns\n{{\n{members}\n}}").Replace("Input(2)", $"Input({input})");
}
