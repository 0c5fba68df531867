using System.Text.RegularExpressions;

namespace MetaDsl.LibTorch.Tests.Conformance;

/// <summary>The public API of TorchSharp as a file lists it, and what of ours is not in it.</summary>
internal sealed class ApiList
{
    private sealed record Listed(string Kind, HashSet<string> Bases, HashSet<string> Members);

    private readonly Dictionary<string, Listed> types = [];

    public ApiList(IEnumerable<string> lines)
    {
        Listed? current = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) current = Heading(line[3..]);
            // A member stands behind a mark ('=' or ' ') and a blank.
            else if (line.Length > 2 && line[0] is '=' or ' ') current?.Members.Add(line[2..]);
        }
    }

    /// <summary>The list of this machine, or null where there is none.</summary>
    public static string? FindFile()
    {
        if (Environment.GetEnvironmentVariable("TORCHSHARP_API") is { Length: > 0 } named) return named;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "MetaDsl.sln"))) continue;
            var file = Path.Combine(folder.FullName, "..", "shared", "torchsharp-api.txt");
            return File.Exists(file) ? Path.GetFullPath(file) : null;
        }

        return null;
    }

    /// <summary>How many members of a type the list has; 0 for a type that it does not have.</summary>
    public int Count(Type type) => types.TryGetValue(ApiTypeName.Full(type), out var listed) ? listed.Members.Count : 0;

    /// <summary>What a type has that the list does not, one readable paragraph a difference.</summary>
    public IEnumerable<string> Differences(Type type)
    {
        var name = ApiTypeName.Full(type);
        if (!types.TryGetValue(name, out var listed))
        {
            yield return Paragraph(name, ApiRenderer.Kind(type), ["no such type"]);
            yield break;
        }

        if (ApiRenderer.Kind(type) != listed.Kind) yield return Paragraph(name, ApiRenderer.Kind(type), [listed.Kind]);
        foreach (var ancestor in ApiRenderer.Bases(type).Where(ancestor => !listed.Bases.Contains(ancestor)))
        {
            var bases = listed.Bases.DefaultIfEmpty("nothing").Select(other => $"derives from {other}");
            yield return Paragraph(name, $"derives from {ancestor}", bases);
        }

        foreach (var member in ApiRenderer.Members(type).Where(member => !listed.Members.Contains(member)))
        {
            yield return Paragraph(name, member, Nearest(member, listed.Members));
        }
    }

    private static string Paragraph(string type, string ours, IEnumerable<string> listed) =>
        $"{type}\n  ours:   {ours}" + string.Concat(listed.Select(line => $"\n  listed: {line}"));

    private static IEnumerable<string> Nearest(string member, HashSet<string> members)
    {
        var sameName = members.Where(other => Name(other) == Name(member)).ToArray();
        return sameName.OrderByDescending(other => CommonEnds(member, other)).Take(3).DefaultIfEmpty("no member of that name");
    }

    // Of "method static Tensor add(Tensor left)" it is "add", of "prop long ndim { get; }" it is "ndim".
    private static string Name(string member)
    {
        var beforeParameters = Regex.Match(member, @"(\w+)(<[\w,]*>)?(\(|\[(?![\],]))");
        return beforeParameters.Success ? beforeParameters.Groups[1].Value : Regex.Match(member, @"(\w+)( [{=\[].*)?$").Groups[1].Value;
    }

    private static int CommonEnds(string a, string b)
    {
        var start = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        return start + a.Reverse().Zip(b.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
    }

    private Listed Heading(string heading)
    {
        var parts = heading.Split(" : ", 2);
        var words = parts[0].Split(' ');
        var listed = new Listed(string.Join(' ', words[..^1]), parts.Length == 1 ? [] : [.. SplitBases(parts[1])], []);
        types[words[^1]] = listed;
        return listed;
    }

    // At commas outside of brackets.
    private static IEnumerable<string> SplitBases(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '<' or '(') depth++;
            if (text[i] is '>' or ')') depth--;
            if (text[i] != ',' || depth > 0) continue;
            yield return text[start..i].Trim();
            start = i + 1;
        }

        yield return text[start..].Trim();
    }
}
