using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>The operations that a method <c>Forward</c> was found to take, within the limits of what may be read and compiled.</summary>
internal sealed class ForwardTrace(INamedTypeSymbol type, LayerReader reader, Report report)
{
    // Each becomes a local of the generated methods, of which C# cannot nest any number.
    private const int MostSteps = 400;
    private const int MostWork = 50_000;
    private const int DeepestNesting = 200;

    private readonly List<StepSpec> steps = [];
    private int depth;
    private int work;

    /// <summary>Whether there can be no layer, for whatever reason.</summary>
    public bool Failed => report.Failed;

    /// <summary>Adds an operation; null after an error.</summary>
    public ForwardTensor? Operation(SyntaxNode node, string operation, IEnumerable<int> operands, IEnumerable<double> numbers) =>
        Add(node, operation, "", operands, numbers);

    /// <summary>Adds a layer by its name; null after an error.</summary>
    public ForwardTensor? Layer(SyntaxNode node, string layer, ForwardTensor x) => Add(node, "", layer, [x.Step], []);

    /// <summary>A result is called as the user calls it, by the first of its names.</summary>
    public void Name(ForwardTensor tensor, string name)
    {
        if (tensor.Step > 0 && steps[tensor.Step - 1] is { Name.Length: 0 } step) steps[tensor.Step - 1] = step with { Name = name };
    }

    /// <summary>Begins to read an expression, which <see cref="Leave"/> ends; false after an error.</summary>
    public bool Enter(ExpressionSyntax node)
    {
        if (depth == DeepestNesting) Refuse(node, "write a less deeply nested expression");
        else if (work++ == MostWork) Refuse(node, "the loops around it take too long to read; write shorter ones");
        else return ++depth > 0;
        return false;
    }

    public void Leave() => depth--;

    /// <summary>
    /// The steps that a result depends on, and its place among them. Others would learn nothing, and so would their layers.
    /// </summary>
    public (IReadOnlyList<StepSpec> Steps, int Result) For(ForwardTensor result)
    {
        var needed = new HashSet<int> { result.Step };
        for (var step = steps.Count; step > 0; step--)
        {
            if (needed.Contains(step)) needed.UnionWith(steps[step - 1].Operands);
        }

        var places = new Dictionary<int, int> { [0] = 0 };
        var kept = new List<StepSpec>();
        for (var step = 1; step <= steps.Count; step++)
        {
            if (!needed.Contains(step)) continue;
            kept.Add(steps[step - 1] with { Operands = new(steps[step - 1].Operands.Select(operand => places[operand])) });
            places[step] = kept.Count;
        }

        return (kept, places[result.Step]);
    }

    public ForwardTensor? Refuse(Location location, string quote, string reason)
    {
        report.Add(ModelRules.NotReadable, location, type.Name, quote, reason);
        return null;
    }

    public ForwardTensor? Refuse(SyntaxNode node, string reason) =>
        node.ContainsDiagnostics ? Fail() : Refuse(node.GetLocation(), SourceText.Quote(node), reason);

    /// <summary>There can be no layer, for a reason that C# reports.</summary>
    public ForwardTensor? Fail()
    {
        report.Fail();
        return null;
    }

    private ForwardTensor? Add(
        SyntaxNode node, string operation, string layer, IEnumerable<int> operands, IEnumerable<double> numbers)
    {
        if (steps.Count == MostSteps) return Refuse(node, $"there are more than {MostSteps} operations; write a shorter loop");
        steps.Add(new StepSpec(reader.AddPlace(node, type.Name), "", operation, layer, new(operands), new(numbers)));
        return new ForwardTensor(steps.Count);
    }
}
