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
        foreach (var value in program.Values.Reverse())
        {
            var users = program.Values.Where(user => user.Operands.Contains(value)).Select(user => sections[user]).OrderBy(section => section.Order);
            sections[value] = value.Op.IsView && users.FirstOrDefault() is { } first ? first : value.Section;
        }

        var builder = new ProgramBuilder();
        var images = new Dictionary<Value, Value>();
        foreach (var value in program.Values.OrderBy(value => value.Op is Input ? -1 : sections[value].Order).Where(value => !value.Op.IsView))
        {
            Image(value, sections[value]);
        }

        return new TensorProgram(program.Outputs.Select(output => new KeyValuePair<string, Value>(output.Key, Image(output.Value, sections[output.Value]))));

        Value Image(Value value, Section section)
        {
            if (images.TryGetValue(value, out var image)) return image;
            var operands = value.Operands.Select(operand => Image(operand, section)).ToArray();
            builder.Section = section;
            return images[value] = builder.Rebuild(value, operands);
        }
    }
}
