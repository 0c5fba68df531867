using System.Globalization;
using System.Text.Json.Serialization;

namespace MetaDsl.Integration.Tests.Layers;

/// <summary>A layer as it is declared, and the shape that it makes of another, or null where it cannot be applied.</summary>
internal sealed record LayerUse(string Word, [property: JsonIgnore] Func<int[], int[]?> After)
{
    /// <summary>By what it is counted among those that are tested.</summary>
    [JsonIgnore]
    public string Kind { get; init; } = "";

    /// <summary>The arguments without names: numbers, or the word of a choice.</summary>
    public IReadOnlyList<object> Values { get; init; } = [];

    /// <summary>The arguments with names that are said.</summary>
    public IReadOnlyDictionary<string, object> Options { get; init; } = new Dictionary<string, object>();

    /// <summary>The blocks that it names.</summary>
    public IReadOnlyList<BlockUse> Blocks { get; init; } = [];

    /// <summary>It as it is written.</summary>
    public override string ToString()
    {
        var types = Blocks.Count == 0 ? "" : $"<{string.Join(", ", Blocks.Select(block => block.Name))}>";
        string[] arguments = [.. Values.Select(Literal), .. Options.Select(option => $"{option.Key} = {Literal(option.Value)}")];
        return Word + types + (arguments.Length == 0 ? "" : $"({string.Join(", ", arguments)})");
    }

    private string Literal(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        Enum choice => $"{choice.GetType().Name}.{choice}",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string choice when Values.Contains(value) => "Merge." + choice,
        string name => $"\"{name}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}

/// <summary>A class with <c>[Block]</c>.</summary>
internal sealed record BlockUse(string Name, IReadOnlyList<LayerUse> Layers)
{
    /// <summary>The shape after all its layers.</summary>
    public int[]? After(int[] shape) => Shapes.After(Layers, shape);

    public override string ToString() => $"[Block, {string.Join(", ", Layers)}]\npublic partial class {Name};\n";
}
