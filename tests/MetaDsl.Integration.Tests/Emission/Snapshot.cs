using System.Runtime.CompilerServices;
using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>
/// Compares text with a file beside the test, <c>Class.Method.verified.cs</c>. What differs is written to <c>Class.Method.received.cs</c>;
/// with METADSL_ACCEPT=1 it becomes the file instead.
/// </summary>
internal static class Snapshot
{
    private const string Folder = "tests/MetaDsl.Integration.Tests/Emission";

    public static void Verify(string text, string test, [CallerMemberName] string method = "")
    {
        var path = Path.Combine(Repository.Root, Folder, $"{test}.{method}");
        var (verified, received) = (path + ".verified.cs", path + ".received.cs");
        if (Environment.GetEnvironmentVariable("METADSL_ACCEPT") == "1") File.WriteAllText(verified, text);
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : "";
        if (text == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"{Difference(expected, text)}\nIt is in {received}; if it is right, run the tests again with METADSL_ACCEPT=1.");
    }

    private static string Difference(string expected, string text)
    {
        var (old, present) = (expected.Split('\n'), text.Split('\n'));
        var line = old.Zip(present).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\n  verified: {old.ElementAtOrDefault(line)}\n  received: {present.ElementAtOrDefault(line)}";
    }
}
