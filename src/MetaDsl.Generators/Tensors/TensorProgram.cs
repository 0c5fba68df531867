using System;
using System.Collections.Generic;
using System.Linq;

namespace MetaDsl.Generators.Tensors;

/// <summary>A named function over tensors: what it returns, and every value that this needs, operands first.</summary>
internal sealed class TensorProgram
{
    public TensorProgram(IEnumerable<KeyValuePair<string, Value>> outputs)
    {
        Outputs = outputs.ToArray();
        Values = Reachable(Outputs.Select(output => output.Value));
    }

    /// <summary>What the program returns, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Outputs { get; }

    /// <summary>The values the outputs need, in order; values that nothing needs are not part of a program.</summary>
    public IReadOnlyList<Value> Values { get; }

    public Value this[string output] => Outputs.First(pair => pair.Key == output).Value;

    public static IReadOnlyList<Value> Reachable(IEnumerable<Value> roots)
    {
        var seen = new HashSet<Value>();
        var open = new Stack<Value>(roots);
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (!seen.Add(value)) continue;
            for (var i = 0; i < value.Operands.Count; i++) open.Push(value.Operands[i]);
        }

        var reachable = new Value[seen.Count];
        seen.CopyTo(reachable);
        Array.Sort(reachable, static (left, right) => left.Id.CompareTo(right.Id));
        return reachable;
    }

    /// <summary>The same outputs over rewritten values: each value is built anew, by the rule or, where that has no answer, as it was.</summary>
    public TensorProgram Rewrite(Func<ProgramBuilder, Value, IReadOnlyList<Value>, Value?> rule)
    {
        var builder = new ProgramBuilder(Values.Count);
        var images = new Dictionary<Value, Value>(Values.Count);
        foreach (var value in Values)
        {
            var operands = new Value[value.Operands.Count];
            for (var i = 0; i < operands.Length; i++) operands[i] = images[value.Operands[i]];
            builder.Section = value.Section;
            images[value] = rule(builder, value, operands) ?? builder.Rebuild(value, operands);
        }

        return new TensorProgram(Outputs.Select(output => new KeyValuePair<string, Value>(output.Key, images[output.Value])));
    }
}
