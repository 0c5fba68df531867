using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// Puts values into the order in which a person would write them: part after part, views where they are first needed. Values keep their
/// order otherwise, so operands still come first.
/// </summary>
internal static class SchedulePass
{
    public static TensorProgram Run(TensorProgram program)
    {
        var sections = new Dictionary<Value, Section>();
        // The earliest part that needs a value is known when all that use it have been seen.
        var firstUses = new Dictionary<Value, Section>();
        for (var i = program.Values.Count - 1; i >= 0; i--)
        {
            var value = program.Values[i];
            var section = value.Op.IsView && firstUses.TryGetValue(value, out var first) ? first : value.Section;
            sections[value] = section;
            foreach (var operand in value.Operands)
            {
                if (!firstUses.TryGetValue(operand, out var known) || section.Order <= known.Order) firstUses[operand] = section;
            }
        }

        var builder = new ProgramBuilder(program.Values.Count);
        var images = new Dictionary<Value, Value>(program.Values.Count);
        foreach (var value in program.Values.OrderBy(value => value.Op is Input ? -1 : sections[value].Order).Where(value => !value.Op.IsView))
        {
            Image(value, sections[value]);
        }

        return new TensorProgram(program.Outputs.Select(output => new KeyValuePair<string, Value>(output.Key, Image(output.Value, sections[output.Value]))));

        Value Image(Value value, Section section)
        {
            if (images.TryGetValue(value, out var image)) return image;
            var operands = new Value[value.Operands.Count];
            for (var i = 0; i < operands.Length; i++) operands[i] = Image(value.Operands[i], section);
            builder.Section = section;
            return images[value] = builder.Rebuild(value, operands);
        }
    }
}
