using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// Cuts a program in two: what can be computed now, and what must wait for inputs that come later. What the second part needs of the
/// first, the first returns beside its own results.
/// </summary>
internal static class SplitPass
{
    public static (TensorProgram Early, TensorProgram Late) Run(
        TensorProgram program, IReadOnlyList<string> lateOutputs, System.Func<Input, bool> isLate, System.Func<string, string> storedAs)
    {
        var late = new HashSet<Value>();
        foreach (var value in program.Values)
        {
            if (value.Op is Input input ? isLate(input) : value.Operands.Any(late.Contains)) late.Add(value);
        }

        var stored = new List<KeyValuePair<string, Value>>();
        var names = new HashSet<string>();
        var builder = new ProgramBuilder();
        var images = new Dictionary<Value, Value>();
        var outputs = program.Outputs.Where(output => lateOutputs.Contains(output.Key))
            .Select(output => new KeyValuePair<string, Value>(output.Key, Image(output.Value))).ToArray();
        var kept = program.Outputs.Where(output => !lateOutputs.Contains(output.Key));
        return (new TensorProgram([.. kept, .. stored]), new TensorProgram(outputs));

        // Operands first, so that the late program keeps the order of the whole.
        Value Image(Value value)
        {
            if (images.TryGetValue(value, out var image)) return image;
            if (late.Contains(value) || value.Op.IsView || value.Op is Input or Number)
            {
                var operands = value.Operands.Select(Image).ToArray();
                builder.Section = value.Section;
                return images[value] = builder.Apply(value.Op, operands, value.Name);
            }

            var name = Unique(value.Name);
            stored.Add(new(name, value));
            return images[value] = builder.Input(value.Name, value.Type, storedAs(name));
        }

        string Unique(string name)
        {
            var property = char.ToUpperInvariant(name[0]) + name.Substring(1);
            var unique = property;
            for (var count = 2; !names.Add(unique); count++) unique = property + count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return unique;
        }
    }
}
