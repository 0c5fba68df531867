using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators;

/// <summary>Names of generated files. Two that differ only in case are one to the compiler, and would end the whole run.</summary>
internal static class HintName
{
    /// <summary>What tells a type from all others: <c>Namespace.Outer+Type</c>.</summary>
    public static string Key(TypeSpec type)
    {
        var nesting = string.Join("+", type.Containing.Select(declaration => declaration.Split(' ').Last()).Append(type.Name));
        return (type.Namespace.Length == 0 ? nesting : type.Namespace + "." + nesting).Replace("@", "");
    }

    /// <summary>The keys that would share a file name with another, in a fixed order.</summary>
    public static EquatableArray<string> Clashing(IEnumerable<string> keys) => new(keys
        .GroupBy(Plain, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Skip(1).Any())
        .SelectMany(group => group)
        .OrderBy(key => key, StringComparer.Ordinal));

    public static string Of(string key, EquatableArray<string> clashing)
    {
        var name = Plain(key);
        var earlier = clashing.TakeWhile(other => other != key).Count(other => StringComparer.OrdinalIgnoreCase.Equals(Plain(other), name));
        return clashing.Contains(key) && earlier > 0 ? $"{name}.{earlier + 1}.g.cs" : name + ".g.cs";
    }

    // The compiler takes letters and digits of the basic plane; C# allows more in a name.
    private static string Plain(string key)
    {
        var name = new StringBuilder(key.Length);
        foreach (var c in key) name.Append(c == '+' ? '.' : char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '_');
        return name.ToString();
    }
}
