using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>Reverse mode: one sweep from a scalar back to everything it depends on.</summary>
internal static class GradientPass
{
    /// <summary>
    /// The gradient of <paramref name="loss"/> with respect to each of <paramref name="inputs"/>; zeros where it does not depend on one.
    /// </summary>
    public static IReadOnlyList<Value> Of(ProgramBuilder program, Value loss, IReadOnlyList<Value> inputs) =>
        Of(program, loss, program.Number(1, loss.Type), inputs);

    /// <summary>The same of a loss that <paramref name="result"/> leads to and whose gradient with respect to it is known.</summary>
    public static IReadOnlyList<Value> Of(ProgramBuilder program, Value result, Value seed, IReadOnlyList<Value> inputs)
    {
        var needed = DependentsOf(inputs, result);
        var unnamed = program.Values.Count;
        var named = new HashSet<Value>();
        var gradients = new Dictionary<Value, Value> { [result] = seed };
        foreach (var value in TensorProgram.Reachable([result]).Reverse())
        {
            if (!needed.Contains(value) || !gradients.TryGetValue(value, out var gradient)) continue;
            // A product inside a sum has the sum's gradient; the sum's name is the better one.
            if (gradient.Id >= unnamed && (named.Add(gradient) || value.Op is not MatMul)) gradient.Name = value.Name + "Gradient";
            if (!value.Operands.Any(needed.Contains)) continue;
            var shares = value.Op.Gradient(program, value, gradient);
            for (var i = 0; i < shares.Length; i++)
            {
                var operand = value.Operands[i];
                if (shares[i] is not { } share || !needed.Contains(operand)) continue;
                gradients[operand] = gradients.TryGetValue(operand, out var before) ? program.Add(before, share) : share;
            }
        }

        return [.. inputs.Select(input => gradients.TryGetValue(input, out var gradient) ? gradient : program.Number(0, input.Type))];
    }

    // What lies between the inputs and the result: gradients of anything else would be thrown away.
    private static HashSet<Value> DependentsOf(IReadOnlyList<Value> inputs, Value result)
    {
        var needed = new HashSet<Value>(inputs);
        foreach (var value in TensorProgram.Reachable([result]))
        {
            if (value.Operands.Any(needed.Contains)) needed.Add(value);
        }

        return needed;
    }
}
