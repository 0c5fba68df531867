using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// Forward mode: how values change when inputs move in given directions. Of a gradient, this is a Hessian-vector product.
/// </summary>
internal static class TangentPass
{
    /// <param name="program">Where the tangents are built.</param>
    /// <param name="results">What changes.</param>
    /// <param name="directions">How the inputs move; what is not here stays.</param>
    /// <param name="partOf">The part of the computation that the tangent of a value belongs to.</param>
    public static IReadOnlyList<Value> Of(
        ProgramBuilder program,
        IReadOnlyList<Value> results,
        IReadOnlyDictionary<Value, Value> directions,
        Func<Value, Section>? partOf = null)
    {
        var tangents = new Dictionary<Value, Value?>();
        foreach (var value in TensorProgram.Reachable(results))
        {
            if (directions.TryGetValue(value, out var direction))
            {
                tangents[value] = direction;
                continue;
            }

            if (partOf is not null) program.Section = partOf(value);
            var known = program.Values.Count;
            var moving = value.Operands.Select(operand => tangents[operand]).ToArray();
            var tangent = moving.Any(operand => operand is not null) ? value.Op.Tangent(program, value, moving) : null;
            if (tangent?.Id >= known) tangent.Name = value.Name + "Tangent";
            tangents[value] = tangent;
        }

        return [.. results.Select(result => tangents[result] ?? program.Number(0, result.Type))];
    }
}
