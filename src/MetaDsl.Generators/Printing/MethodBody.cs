using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Passes;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// Prints a tensor program as the statements of a method: one a value, each tensor disposed at the end of the method unless it is returned.
/// </summary>
internal sealed class MethodBody
{
    // C# nests what is behind a using declaration in it, and its compiler's stack ends somewhere.
    private const int MostUsings = 100;

    private readonly TensorProgram program;
    private readonly IReadOnlyDictionary<Value, int> reused;
    private readonly IReadOnlyDictionary<string, string> arguments;
    private readonly HashSet<Value> returned;
    private readonly string?[] names;
    private readonly HashSet<string> taken;
    private readonly string[] sizes;
    private readonly ILookup<Value, string>? disposedAfter;
    private string? statements;

    /// <param name="program">What to print.</param>
    /// <param name="reserved">Names that the method already uses.</param>
    /// <param name="arguments">How the method refers to inputs, where not by their own expression.</param>
    /// <param name="returned">The outputs that outlive the method; by default, all.</param>
    /// <param name="inPlace">Whether results may take over memory: what autograd has recorded must stay.</param>
    public MethodBody(
        TensorProgram program,
        IEnumerable<string> reserved,
        IReadOnlyDictionary<string, string>? arguments = null,
        IReadOnlyCollection<string>? returned = null,
        bool inPlace = true)
    {
        this.program = program = SchedulePass.Run(program);
        this.arguments = arguments ?? new Dictionary<string, string>();
        // What statements refer to is no name for a tensor.
        taken = [.. reserved, "torch", "device", .. program.Values.Select(value => value.Op).OfType<Input>().Select(Argument)];
        reused = inPlace ? ReusePass.Run(program) : new Dictionary<Value, int>();
        var outputs = program.Outputs.Where(output => returned?.Contains(output.Key) ?? true);
        this.returned = [.. outputs.Select(output => Variable(output.Value))];
        var dims = program.Values.SelectMany(value => value.Type.Dims).Where(dim => dim.IsVariable && !dim.Name.Contains(' '));
        var declared = dims.Select(dim => dim.Name).Distinct().Where(taken.Add).ToArray();
        names = new string?[program.IdCount];
        NameVariables();
        sizes = [.. declared.Where(IsPrinted)];
        disposedAfter = DisposedAfter();
    }

    /// <summary>The constants that the statements refer to.</summary>
    public IEnumerable<Factor> Constants => program.Values.SelectMany(value => value.Op switch
    {
        Scale { Factor.Value: not -1 } scale => [scale.Factor],
        AddScaled scaled => [scaled.Factor],
        LeakyRelu leaky => [leaky.Slope],
        UnaryWithNumber with => [with.Number],
        DivideBy quotient => [quotient.Number],
        Shift shift => [(Factor)shift.By],
        _ => Array.Empty<Factor>(),
    });

    /// <summary>Whether it makes tensors of its own, for which it needs the device.</summary>
    public bool NeedsDevice => program.Values.Any(value => value.Op is Number);

    /// <summary>
    /// Whether each result is one operation on inputs: then it is the expression of its output, and there are no statements.
    /// </summary>
    public bool IsDirect => sizes.Length == 0 && program.Values.All(value =>
        value.Op is Input || (value.Op is not MaxPoolPlaces && value.Operands.All(operand => operand.Op is Input)));

    /// <summary>What the method returns under the given name, as an expression.</summary>
    public string Output(string name) => IsDirect && program[name].Op is not Input ? Expression(program[name]) : names[program[name].Id]!;

    /// <summary>
    /// The statements in front of the return, printed once: what only they name, as the two results of a pooling, is named on the way.
    /// </summary>
    public string Statements => statements ??= IsDirect ? "" : Print();

    public void WriteTo(SourceWriter writer) => writer.Statements(Statements);

    private string Print()
    {
        var writer = SourceWriter.Unbroken();
        foreach (var name in sizes) writer.Lines(Declaration(name));
        var pooled = new HashSet<Value>();
        foreach (var value in program.Values)
        {
            if (value.Op is Input) continue;
            if (Places(value) is not { } places) writer.Lines(Statement(value));
            else if (!pooled.Contains(value))
            {
                pooled.UnionWith(program.Values.Where(other => Places(other) == places));
                writer.Lines(Pooling(places));
            }

            foreach (var name in disposedAfter?[value] ?? []) writer.Lines($"{name}.Dispose();");
        }

        return writer.ToString();
    }

    // How a variable is declared: what does not outlive the method is disposed at its end, if not sooner.
    private string Using(Value value) =>
        returned.Contains(value) || (disposedAfter is not null && !program.Outputs.Any(output => Variable(output.Value) == value))
            ? ""
            : "using ";

    // In a method of so many tensors, those that are disposed as soon as nothing needs them; null where the end of the method disposes all.
    private ILookup<Value, string>? DisposedAfter()
    {
        if (program.Values.Length <= MostUsings) return null;
        var last = new Dictionary<Value, Value>();
        foreach (var value in program.Values)
        {
            last[Variable(value)] = value;
            foreach (var operand in value.Operands) last[Variable(operand)] = value;
        }

        var outputs = program.Outputs.Select(output => Variable(output.Value)).ToArray();
        var passing = last.Where(pair => pair.Key.Op is not Input && !outputs.Contains(pair.Key)).OrderBy(pair => pair.Key.Id).ToArray();
        return passing.Length > MostUsings ? passing.ToLookup(pair => pair.Value, pair => names[pair.Key.Id]!) : null;
    }

    private string Statement(Value value)
    {
        if (reused.TryGetValue(value, out var operand)) return value.Op.PrintInPlace(value, Names(value.Operands), operand) + ";";
        return $"{Using(value)}var {names[value.Id]} = {Expression(value)};";
    }

    // How many examples there are, or whatever else only the run knows: an input that has that many tells, or where all have tasks and
    // examples in one axis, the length of that and the number of tasks.
    private string Declaration(string name)
    {
        var inputs = program.Values.Where(value => value.Op is Input).ToArray();
        if (inputs.FirstOrDefault(input => input.Type.Dims.Any(dim => dim.Name == name)) is { } own)
        {
            return $"var {name} = {names[own.Id]}.size({CSharpLiteral.Of(own.Type.Dims.ToList().FindIndex(dim => dim.Name == name))});";
        }

        var all = program.Values.First(value => value.Type.Dims.Any(dim => dim.Name == name));
        while (all.Op is not Input) all = all.Operands[0];
        var ofTasks = inputs.First(input => input != all && input.Type.IsPerTask && input.Type.Dims[0] == Dim.Tasks);
        return $"var {name} = {names[all.Id]}.size(0) / {names[ofTasks.Id]}.size(0);";
    }

    private bool IsPrinted(string size) => program.Values.Any(value =>
        value.Op is not Input && HasWord(value.Op.Print(value, [.. value.Operands.Select(_ => "")]), size));

    // Not by an expression that has to be compiled first, whenever an editor starts.
    private static bool HasWord(string text, string word)
    {
        int Find(int from) => text.IndexOf(word, from, StringComparison.Ordinal);
        for (var start = Find(0); start >= 0; start = Find(start + 1))
        {
            var end = start + word.Length;
            if ((start == 0 || !IsPart(text[start - 1])) && (end == text.Length || !IsPart(text[end]))) return true;
        }

        return false;
    }

    private static bool IsPart(char c) => c == '_' || char.IsLetterOrDigit(c);

    // The places that torch finds in one call with a maximum, where the method needs them.
    private Value? Places(Value value) => value.Op switch
    {
        MaxPoolPlaces => value,
        MaxPool pool => Places(pool, value.Operands[0]),
        _ => null,
    };

    private Value? Places(MaxPool pool, Value pooled) => program.Values.FirstOrDefault(other =>
        other.Op is MaxPoolPlaces places && places.Window == pool.Window && other.Operands[0] == pooled);

    private string Pooling(Value places)
    {
        var maxima = program.Values.FirstOrDefault(other => other != places && Places(other) == places);
        var name = maxima is null ? UniqueName(places.Name + "Maxima") : names[maxima.Id];
        var isKept = maxima is not null && returned.Contains(maxima);
        if (isKept && returned.Contains(places)) return $"var ({name}, {names[places.Id]}) = {Expression(places)};";
        var both = UniqueName(name + "Pooling");
        var output = maxima is null && disposedAfter is not null
            ? $"{both}.output.Dispose();"
            : $"{(maxima is null ? "using " : Using(maxima))}var {name} = {both}.output;";
        return
            $"""
            var {both} = {Expression(places)};
            {output}
            {Using(places)}var {names[places.Id]} = {both}.indices;
            """;
    }

    private string Expression(Value value) => value.Op.Print(value, Names(value.Operands));

    private string[] Names(IReadOnlyList<Value> values)
    {
        var found = new string[values.Count];
        for (var i = 0; i < found.Length; i++) found[i] = names[values[i].Id]!;
        return found;
    }

    // The value that declares the variable which a value lives in.
    private Value Variable(Value value) => reused.TryGetValue(value, out var operand) ? Variable(value.Operands[operand]) : value;

    // A variable is called after the last value it holds: the one that the code after it means.
    private void NameVariables()
    {
        var last = new Value[program.IdCount];
        foreach (var value in program.Values) last[Variable(value).Id] = value;
        foreach (var value in program.Values)
        {
            ref var name = ref names[Variable(value).Id];
            name ??= value.Op is Input input ? Argument(input) : CSharpLiteral.Identifier(Unique(last[Variable(value).Id]));
            names[value.Id] = name;
        }
    }

    private string Argument(Input input) => arguments.TryGetValue(input.Expression, out var argument) ? argument : input.Expression;

    // Where the same elements have two shapes, the second is called after its shape; where they have two orders, after that.
    private string Unique(Value value) => taken.Add(value.Name) ? value.Name : UniqueName(value.Op switch
    {
        Reshape when value.Type.Dims[0] is { TimesTasks: true, Count: > 1 } => value.Name + "Rows",
        Reshape when value.Operands[0].Type.Dims[0] is { TimesTasks: true, Count: > 1 } => value.Name + "ByTask",
        Reshape when value.Type.Rank > 3 => value.Name + "Shaped",
        Reshape => value.Name + "Column",
        Permute => value.Name + "Turned",
        _ => value.Name,
    });

    private string UniqueName(string name)
    {
        var unique = name;
        for (var count = 2; !taken.Add(unique); count++) unique = name + CSharpLiteral.Of(count);
        return unique;
    }
}
