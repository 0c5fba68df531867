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
        // The memory a value lives in is known by the first value that lived there; views share it.
        var owners = new Value[program.IdCount];
        foreach (var value in program.Values) owners[value.Id] = value.Op.IsView ? owners[value.Operands[0].Id] : value;
        var lastUse = LastUses(program, owners);

        foreach (var value in program.Values)
        {
            for (var i = 0; i < value.Operands.Length; i++)
            {
                var (taken, owner) = (owners[value.Id], owners[value.Operands[i].Id]);
                if (lastUse[owner.Id] != value.Id || !CanTakeOver(value, i, owners)) continue;
                reused[value] = i;
                for (var alias = 0; alias < owners.Length; alias++)
                {
                    if (owners[alias] == taken) owners[alias] = owner;
                }

                lastUse[owner.Id] = lastUse[taken.Id];
                break;
            }
        }

        return reused;
    }

    private static bool CanTakeOver(Value value, int operand, Value[] owners)
    {
        var source = value.Operands[operand];
        var owner = owners[source.Id];
        return owner.Op is not (Input or Number)
            && source.Type == value.Type
            && (IsIntermediate(source) || Role(source) == Role(value))
            && !IsExpanded(source)
            && value.Op.PrintInPlace(value, [.. value.Operands.Select(_ => "x")], operand) is not null
            && value.Operands.Where((_, other) => other != operand).All(other => owners[other.Id] != owner);
    }

    // A reader should not find a prediction turned into its own gradient: a variable keeps to one role.
    private static string Role(Value value) =>
        value.Name.EndsWith("Gradient", StringComparison.Ordinal) ? "gradient"
        : value.Name.EndsWith("Tangent", StringComparison.Ordinal) ? "tangent"
        : "";

    // What has no name of its own may become anything.
    private static bool IsIntermediate(Value value) =>
        value.Name.EndsWith("Product", StringComparison.Ordinal) || value.Name.EndsWith("Terms", StringComparison.Ordinal);

    // Elements of an expanded view lie on top of each other, and those of a narrow one have others between them.
    private static bool IsExpanded(Value value) =>
        value.Op is Expand or TaskExpand or Narrow or Leading || (value.Op.IsView && IsExpanded(value.Operands[0]));

    // The id of the value that is the last to need each memory.
    private static int[] LastUses(TensorProgram program, Value[] owners)
    {
        var last = new int[program.IdCount];
        foreach (var value in program.Values)
        {
            last[owners[value.Id].Id] = value.Id;
            for (var i = 0; i < value.Operands.Length; i++) last[owners[value.Operands[i].Id].Id] = value.Id;
        }

        foreach (var output in program.Outputs) last[owners[output.Value.Id].Id] = int.MaxValue;
        return last;
    }
}
