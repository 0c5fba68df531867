using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Passes;

/// <summary>Forward mode: how values change when inputs move in given directions. Of a gradient, this is a Hessian-vector product.</summary>
internal static class TangentPass
{
    public static IReadOnlyList<Value> Of(ProgramBuilder program, IReadOnlyList<Value> results, IReadOnlyDictionary<Value, Value> directions)
    {
        var tangents = new Dictionary<Value, Value?>();
        var first = program.Values.Count;
        foreach (var value in TensorProgram.Reachable(results))
        {
            if (directions.TryGetValue(value, out var direction))
            {
                tangents[value] = direction;
                continue;
            }

            var moving = value.Operands.Select(operand => tangents[operand]).ToArray();
            var tangent = moving.Any(operand => operand is not null) ? value.Op.Tangent(program, value, moving) : null;
            if (tangent?.Id >= first) tangent.Name = value.Name + "Tangent";
            tangents[value] = tangent;
        }

        return [.. results.Select(result => tangents[result] ?? program.Number(0, result.Type))];
    }
}
