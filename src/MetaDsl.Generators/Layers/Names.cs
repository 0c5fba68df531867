using System.Linq;

namespace MetaDsl.Generators.Layers;

/// <summary>Names in a checkpoint as names in C#.</summary>
internal static class Names
{
    /// <summary><c>block1.conv.weight</c> as <c>Block1ConvWeight</c>.</summary>
    public static string Pascal(string path) =>
        string.Concat(path
            .Split('.', '_')
            .Where(part => part.Length > 0)
            .Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
