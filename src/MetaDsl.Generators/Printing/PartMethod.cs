using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// One part of a program as a method: it takes the objects that hold its inputs, and returns the one that holds its results.
/// </summary>
internal sealed class PartMethod
{
    // The order of parameters, and what each root of an input's expression is: weights, a record of an earlier part, or a tensor.
    private static readonly string[] Weights = ["weights", Maml.Gradient, "direction", Maml.Curvature];
    private static readonly string[] Order = [.. Weights, Maml.Activations, Maml.Gradients, Maml.Tangents, "x"];

    private readonly MethodBody body;
    private readonly string summary;
    private readonly string result;
    private readonly List<(string Type, string Name, string Root, string Argument)> parameters = [];

    /// <param name="summary">What it does.</param>
    /// <param name="program">The part.</param>
    /// <param name="types">The record that each root stands for, where it is one.</param>
    /// <param name="returns">The type of the result.</param>
    /// <param name="result">The expression that makes the result, from that of each output.</param>
    public PartMethod(
        string summary,
        TensorProgram program,
        IReadOnlyDictionary<string, string> types,
        string returns,
        Func<Func<string, string>, string> result)
    {
        this.summary = summary;
        Returns = returns;
        var inputs = program.Values.Select(value => value.Op).OfType<Input>().Select(input => input.Expression).Distinct().ToArray();
        var arguments = new Dictionary<string, string>();
        foreach (var root in inputs.GroupBy(Root).OrderBy(root => Place(root.Key)))
        {
            var (type, name, argument) = (Weights.Contains(root.Key) ? "Weights" : "Tensor", root.Key, "");
            if (types.TryGetValue(root.Key, out var record))
            {
                // The only tensor that it needs of a record is given alone.
                if (root.Count() > 1) type = record;
                else (name, argument) = (Parameter(root.First().Substring(root.Key.Length + 1)), root.First().Substring(root.Key.Length));
                if (root.Count() == 1) arguments[root.First()] = name;
            }

            parameters.Add((type, name, root.Key, argument));
        }

        body = new MethodBody(program, parameters.Select(parameter => parameter.Name.TrimStart('@')), arguments);
        this.result = result(body.Output);
    }

    public string Name { get; set; } = "";

    public string Returns { get; }

    public IEnumerable<Factor> Constants => body.Constants;

    private string Signature => string.Join(", ", parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"));

    /// <summary>A call of it, given what stands for each root where it is called.</summary>
    public string Call(IReadOnlyDictionary<string, string> roots) =>
        $"{Name}({string.Join(", ", parameters.Select(parameter => roots[parameter.Root] + parameter.Argument))})";

    /// <summary>Whether everything but the name is the same.</summary>
    public bool IsLike(PartMethod other) =>
        (summary, Returns, result) == (other.summary, other.Returns, other.result)
        && Signature == other.Signature
        && body.Statements == other.body.Statements;

    public void WriteTo(SourceWriter writer)
    {
        writer.Lines($"/// <summary>{summary}</summary>");
        var header = $"private static {Returns} {Name}({Signature})";
        if (body.IsDirect && Returns != "Tensor")
        {
            writer.Lines($"{header} => new()\n{result.Substring(result.IndexOf('\n') + 1)};");
            return;
        }

        writer.Block(header, () =>
        {
            writer.Statements(body.Statements);
            if (result.Contains('\n')) writer.Blank();
            writer.Lines($"return {result};");
        });
    }

    // A parameter is called after a property, but not as what statements refer to.
    private static string Parameter(string property) => CSharpLiteral.Lower(property) switch
    {
        "torch" or "device" => CSharpLiteral.Lower(property) + "Values",
        var name => CSharpLiteral.Identifier(name),
    };

    private static string Root(string expression) => expression.IndexOf('.') is > 0 and var dot ? expression.Substring(0, dot) : expression;

    private static int Place(string root) => Array.IndexOf(Order, root) is >= 0 and var place ? place : Order.Length;
}
