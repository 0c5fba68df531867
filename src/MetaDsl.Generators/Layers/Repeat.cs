using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Parsing;

namespace MetaDsl.Generators.Layers;

/// <summary>A block, once or several times one after another, each time with weights of its own.</summary>
internal static class Repeat
{
    public static IEnumerable<LayerSpec> Parse(LayerWord word)
    {
        var times = word.Name == "Use" ? 1 : word.Size("times", "2");
        var name = word.Word.Text("Name") ?? word.BlockName(0);
        var block = new Chain(word.Block(0)) { Name = name };
        if (word.Name == "Use") return [block];
        return Enumerable.Range(1, times).Select(i => block with { Name = name + Printing.CSharpLiteral.Of(i) });
    }
}
