using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace MetaDsl.Generators.Printing;

/// <summary>The names by which generated files refer to TorchSharp, and what they stand for where a user has types so named.</summary>
internal static class TorchNames
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["Scalar"] = "global::TorchSharp.Scalar",
        ["Tensor"] = "global::TorchSharp.torch.Tensor",
        ["torch"] = "global::TorchSharp.torch",
    };

    public static IEnumerable<string> All => Meanings.Keys.OrderBy(name => name, StringComparer.Ordinal);

    /// <summary>The file with each shadowed name written out, and without its alias.</summary>
    public static string WriteOut(string file, IEnumerable<string> shadowed) => shadowed.Aggregate(file, (text, name) =>
    {
        text = Regex.Replace(text, $@"^ *using {name} = .*\n", "", RegexOptions.Multiline);
        return Regex.Replace(text, $@"(?<![\w.:]){name}(?=\b)", Meanings[name]);
    });
}
