using System.Text.RegularExpressions;
using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>A test that needs the list of TorchSharp's API; where the list is absent it counts as skipped.</summary>
internal sealed class ApiListTheoryAttribute : TheoryAttribute
{
    private static readonly Lazy<ILookup<string, string>> Names = new(() => Read(FindFile()!));

    public ApiListTheoryAttribute()
    {
        if (FindFile() is null)
        {
            Skip = "There is no '../shared/torchsharp-api.txt' beside the repository, and TORCHSHARP_API names no file.";
        }
    }

    /// <summary>The names of a type's members, by the type's full name.</summary>
    public static IEnumerable<string> Members(string type) => Names.Value[type];

    private static string? FindFile()
    {
        if (Environment.GetEnvironmentVariable("TORCHSHARP_API") is { Length: > 0 } named) return named;
        var file = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "torchsharp-api.txt"));
        return File.Exists(file) ? file : null;
    }

    // "## static class TorchSharp.torch.cuda", and below it "  method static bool is_available()" and the like.
    private static ILookup<string, string> Read(string file)
    {
        var (type, members) = ("", new List<(string Type, string Name)>());
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) type = Regex.Match(line, @"(TorchSharp\.[\w.]+)").Value;
            var member = Regex.Match(line, @"^[= ] \w+ .*?(\w+)(<[\w,]*>)?(\(| [{=]|$)");
            if (member.Success) members.Add((type, member.Groups[1].Value));
        }

        return members.ToLookup(member => member.Type, member => member.Name);
    }
}
