using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// Cuts a program into its parts, each to become a method. What a part needs of an earlier one, the earlier one returns: an output of
/// the whole program as it is, anything else under the name of the part's results (<c>activations.Hidden1</c>). Views cost nothing and
/// are made again where they are needed.
/// </summary>
internal static class CutPass
{
    /// <summary>The parts by the name of their results. An output's key is how later parts refer to it.</summary>
    public static IReadOnlyDictionary<string, TensorProgram> Run(TensorProgram program)
    {
        var outputs = new Dictionary<Value, string>();
        foreach (var output in program.Outputs)
        {
            if (!outputs.ContainsKey(output.Value)) outputs.Add(output.Value, output.Key);
        }

        var results = program.Outputs.Select(output => (output.Value.Section, output.Key, output.Value)).ToList();
        var taken = new HashSet<string>(outputs.Values);
        var parts = new Dictionary<string, TensorProgram>();
        // Backwards, so that a part knows all that later ones need of it.
        foreach (var section in program.Values.Select(value => value.Section).Distinct().OrderByDescending(section => section.Order))
        {
            if (section == Section.None) continue;
            var part = new Part(section, program.IdCount, outputs, results, taken);
            parts.Add(section.Results, part.Build(program.Values.Where(value => value.Section == section && !value.Op.IsView)));
        }

        return parts;
    }

    // A record has members of these names already, or is called so itself.
    private static readonly HashSet<string> TakenByRecords =
    [
        "Activations", "ActivationsShared", "Dispose", "Equals", "GetHashCode", "GetType", "Gradients", "GradientsShared", "KeepWeights",
        "MemberwiseClone", "ReferenceEquals", "Tangents", "TangentsShared", "ToString", "Weights",
    ];

    private sealed class Part(
        Section section,
        int idCount,
        Dictionary<Value, string> outputs,
        List<(Section Section, string Key, Value Value)> results,
        HashSet<string> taken)
    {
        private readonly ProgramBuilder builder = new();
        private readonly Value?[] images = new Value?[idCount];

        public TensorProgram Build(IEnumerable<Value> values)
        {
            // In their order, of which the results alone would tell nothing.
            foreach (var value in values) Image(value);
            return new TensorProgram([
                .. results.Where(result => result.Section == section).ToArray()
                    .Select(result => new KeyValuePair<string, Value>(result.Key, Image(result.Value))),
            ]);
        }

        private Value Image(Value value)
        {
            if (images[value.Id] is { } image) return image;
            return images[value.Id] = IsHere(value) ? Again(value) : builder.Input(
                value.Name,
                value.Type,
                outputs.TryGetValue(value, out var key) ? key : Return(value),
                isStrided: !Layout.IsContiguous(value));
        }

        private Value Again(Value value)
        {
            var operands = new Value[value.Operands.Length];
            for (var i = 0; i < operands.Length; i++) operands[i] = Image(value.Operands[i]);
            return builder.Again(value, operands);
        }

        private bool IsHere(Value value) =>
            value.Op is Input or Number
            || value.Section == section
            || ((value.Op.IsView || value.Section.IsLittleWork) && !outputs.ContainsKey(value));

        private string Return(Value value)
        {
            var property = char.ToUpperInvariant(value.Name[0]) + value.Name.Substring(1);
            if (TakenByRecords.Contains(property)) property += "Value";
            var key = $"{value.Section.Results}.{property}";
            for (var count = 2; !taken.Add(key); count++)
            {
                key = $"{value.Section.Results}.{property}{count.ToString(CultureInfo.InvariantCulture)}";
            }

            results.Add((value.Section, key, value));
            outputs.Add(value, key);
            return key;
        }
    }
}
