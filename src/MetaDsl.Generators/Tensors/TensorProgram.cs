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
    public Value[] Values { get; }

    /// <summary>How many ids there are up to the last value's; some may be those of values that nothing needs.</summary>
    public int IdCount => Values.Length == 0 ? 0 : Values[Values.Length - 1].Id + 1;

    public Value this[string output] => Outputs.First(pair => pair.Key == output).Value;

    public static Value[] Reachable(IEnumerable<Value> roots)
    {
        // By their ids, since operands come before what is made of them.
        var open = new Stack<Value>(roots);
        var seen = new Value?[open.Count == 0 ? 0 : open.Max(root => root.Id) + 1];
        var count = 0;
        while (open.Count > 0)
        {
            var value = open.Pop();
            if (seen[value.Id] == value) continue;
            if (seen[value.Id] is not null) throw new InvalidOperationException($"'{value.Name}' is of another program");
            seen[value.Id] = value;
            count++;
            for (var i = 0; i < value.Operands.Length; i++) open.Push(value.Operands[i]);
        }

        var reachable = new Value[count];
        for (var i = seen.Length - 1; i >= 0; i--)
        {
            if (seen[i] is { } value) reachable[--count] = value;
        }

        return reachable;
    }

    /// <summary>The same outputs over rewritten values, where any of them concerns the rule: a program of others stays as it is.</summary>
    public TensorProgram Rewrite(Func<Value, bool> concerns, Func<ProgramBuilder, Value, Value[], Value?> rule)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (concerns(Values[i])) return Rewrite(rule);
        }

        return this;
    }

    /// <summary>
    /// The same outputs over rewritten values: each value is built anew, by the rule or, where that has no answer, as it was.
    /// </summary>
    public TensorProgram Rewrite(Func<ProgramBuilder, Value, Value[], Value?> rule)
    {
        var builder = new ProgramBuilder(Values.Length);
        var images = new Value[IdCount];
        foreach (var value in Values)
        {
            var operands = new Value[value.Operands.Length];
            for (var i = 0; i < operands.Length; i++) operands[i] = images[value.Operands[i].Id];
            builder.Section = value.Section;
            images[value.Id] = rule(builder, value, operands) ?? builder.Rebuild(value, operands);
        }

        return new TensorProgram(Outputs.Select(output => new KeyValuePair<string, Value>(output.Key, images[output.Value.Id])));
    }
}
