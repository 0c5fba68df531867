using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Passes;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints a tensor program as the statements of a method: one a value, each tensor disposed at the end of the method unless it is returned.</summary>
internal sealed class MethodBody
{
    private readonly TensorProgram program;
    private readonly IReadOnlyDictionary<Value, int> reused;
    private readonly Dictionary<Value, string> names = [];
    private readonly HashSet<string> taken;

    /// <param name="program">What to print.</param>
    /// <param name="reserved">Names that the method already uses.</param>
    public MethodBody(TensorProgram program, IEnumerable<string> reserved)
    {
        this.program = program = SchedulePass.Run(program);
        taken = [.. reserved];
        reused = ReusePass.Run(program);
        NameVariables();
    }

    /// <summary>The constants that the statements refer to.</summary>
    public IEnumerable<Factor> Constants => program.Values.SelectMany(value => value.Op switch
    {
        Scale { Factor.Value: not -1 } scale => [scale.Factor],
        AddScaled scaled => [scaled.Factor],
        LeakyRelu leaky => [leaky.Slope],
        Shift shift => [(Factor)shift.By],
        _ => Array.Empty<Factor>(),
    });

    /// <summary>What the method returns under the given name, as an expression.</summary>
    public string Output(string name) => names[program[name]];

    public void WriteTo(SourceWriter writer)
    {
        var section = Section.None;
        foreach (var value in program.Values)
        {
            if (value.Op is Input) continue;
            if (value.Section != section && value.Section.Text.Length > 0)
            {
                if (section.Text.Length > 0) writer.Blank();
                writer.Lines($"// {value.Section.Text}");
                section = value.Section;
            }

            writer.Lines(Statement(value));
        }
    }

    private string Statement(Value value)
    {
        var operands = value.Operands.Select(operand => names[operand]).ToArray();
        if (reused.TryGetValue(value, out var operand)) return value.Op.PrintInPlace(value, operands, operand) + ";";
        return $"{(IsReturned(value) ? "" : "using ")}var {names[value]} = {value.Op.Print(value, operands)};";
    }

    // A variable is returned if the last value that it holds is.
    private bool IsReturned(Value value) => program.Outputs.Any(output => Variable(output.Value) == value);

    // The value that declares the variable which a value lives in.
    private Value Variable(Value value) => reused.TryGetValue(value, out var operand) ? Variable(value.Operands[operand]) : value;

    // A variable is called after the last value it holds: the one that the code after it means.
    private void NameVariables()
    {
        var last = new Dictionary<Value, Value>();
        foreach (var value in program.Values) last[Variable(value)] = value;
        foreach (var value in program.Values)
        {
            var variable = Variable(value);
            if (!names.ContainsKey(variable)) names[variable] = value.Op is Input input ? input.Expression : Unique(last[variable].Name);
            names[value] = names[variable];
        }
    }

    private string Unique(string name)
    {
        var unique = name;
        for (var count = 2; !taken.Add(unique); count++) unique = name + CSharpLiteral.Of(count);
        return unique;
    }
}
