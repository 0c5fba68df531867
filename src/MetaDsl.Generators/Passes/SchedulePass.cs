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
        var sections = new Section[program.IdCount];
        // The earliest part that needs a value is known when all that use it have been seen.
        var firstUses = new Section?[program.IdCount];
        for (var i = program.Values.Length - 1; i >= 0; i--)
        {
            var value = program.Values[i];
            var section = value.Op.IsView && firstUses[value.Id] is { } first ? first : value.Section;
            sections[value.Id] = section;
            for (var j = 0; j < value.Operands.Length; j++)
            {
                ref var known = ref firstUses[value.Operands[j].Id];
                if (known is null || section.Order <= known.Order) known = section;
            }
        }

        var builder = new ProgramBuilder(program.Values.Length);
        var images = new Value?[program.IdCount];
        foreach (var value in program.Values.OrderBy(value => value.Op is Input ? -1 : sections[value.Id].Order))
        {
            if (!value.Op.IsView) Image(value, sections[value.Id]);
        }

        return new TensorProgram(program.Outputs.Select(output =>
            new KeyValuePair<string, Value>(output.Key, Image(output.Value, sections[output.Value.Id]))));

        Value Image(Value value, Section section)
        {
            if (images[value.Id] is { } image) return image;
            var operands = new Value[value.Operands.Length];
            for (var i = 0; i < operands.Length; i++) operands[i] = Image(value.Operands[i], section);
            builder.Section = section;
            return images[value.Id] = builder.Rebuild(value, operands);
        }
    }
}
