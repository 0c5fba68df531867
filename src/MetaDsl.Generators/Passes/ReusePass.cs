using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// Finds the values that can be computed in the memory of an operand that nothing needs afterwards. It changes no value: the answer maps
/// such a value to the index of the operand it takes over.
/// </summary>
internal static class ReusePass
{
    public static IReadOnlyDictionary<Value, int> Run(TensorProgram program)
    {
        var reused = new Dictionary<Value, int>();
        var owners = new Dictionary<Value, Value>();
        var place = new Dictionary<Value, int>();
        for (var i = 0; i < program.Values.Count; i++) place[program.Values[i]] = i;

        // The memory a value lives in is known by the first value that lived there; views share it.
        foreach (var value in program.Values) owners[value] = value.Op.IsView ? owners[value.Operands[0]] : value;
        var lastUse = LastUses(program, owners, place);

        foreach (var value in program.Values)
        {
            for (var i = 0; i < value.Operands.Count && !reused.ContainsKey(value); i++)
            {
                if (!CanTakeOver(value, i, owners, lastUse[owners[value.Operands[i]]] == place[value])) continue;
                reused[value] = i;
                var (taken, owner) = (owners[value], owners[value.Operands[i]]);
                foreach (var alias in program.Values)
                {
                    if (owners[alias] == taken) owners[alias] = owner;
                }

                lastUse[owner] = lastUse[taken];
            }
        }

        return reused;
    }

    private static bool CanTakeOver(Value value, int operand, Dictionary<Value, Value> owners, bool isLastUse)
    {
        var source = value.Operands[operand];
        var owner = owners[source];
        return isLastUse
            && owner.Op is not (Input or Number)
            && source.Type == value.Type
            && (IsIntermediate(source) || Role(source) == Role(value))
            && !IsExpanded(source)
            && value.Op.PrintInPlace(value, [.. value.Operands.Select(_ => "x")], operand) is not null
            && value.Operands.Where((_, other) => other != operand).All(other => owners[other] != owner);
    }

    // A reader should not find a prediction turned into its own gradient: a variable keeps to one role.
    private static string Role(Value value) =>
        value.Name.EndsWith("Gradient", StringComparison.Ordinal) ? "gradient" : value.Name.EndsWith("Tangent", StringComparison.Ordinal) ? "tangent" : "";

    // What has no name of its own may become anything.
    private static bool IsIntermediate(Value value) =>
        value.Name.EndsWith("Product", StringComparison.Ordinal) || value.Name.EndsWith("Terms", StringComparison.Ordinal);

    // Elements of an expanded view lie on top of each other, and those of a narrow one have others between them.
    private static bool IsExpanded(Value value) =>
        value.Op is Expand or TaskExpand or Narrow or Leading || (value.Op.IsView && IsExpanded(value.Operands[0]));

    private static Dictionary<Value, int> LastUses(TensorProgram program, Dictionary<Value, Value> owners, Dictionary<Value, int> place)
    {
        var last = new Dictionary<Value, int>();
        foreach (var value in program.Values)
        {
            last[owners[value]] = place[value];
            foreach (var operand in value.Operands) last[owners[operand]] = place[value];
        }

        foreach (var output in program.Outputs) last[owners[output.Value]] = int.MaxValue;
        return last;
    }
}
