using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>The operations that a target was found to take, within the limits of what may be read and compiled.</summary>
internal sealed class TargetTrace(Report report)
{
    public const string NumberStep = "Number";
    public const string DrawnStep = "Drawn";

    // Far beyond what a person writes, and far below what would exhaust the stack of the compiler.
    private const int DeepestNesting = 200;
    private const int MostSteps = 2_000;
    private const int MostWork = 50_000;

    private readonly List<TargetStepSpec> steps = [];
    private readonly Dictionary<TargetStepSpec, int> known = [];
    private readonly HashSet<Location> refused = [];
    private int depth;
    private int work;
    private bool isBeyondLimits;

    /// <summary>Whether there can be no target, for whatever reason.</summary>
    public bool Failed => report.Failed;

    /// <summary>The drawn properties that were read.</summary>
    public ISet<string> Used { get; } = new HashSet<string>();

    /// <summary>Begins to read an expression, which <see cref="Leave"/> ends; false after an error.</summary>
    public bool Enter(ExpressionSyntax node)
    {
        if (isBeyondLimits) return false;
        if (depth == DeepestNesting) Exceed(node, "write a less deeply nested expression");
        else if (work++ == MostWork) Exceed(node, "the loops around it take too long to read; write shorter ones");
        else return ++depth > 0;
        return false;
    }

    public void Leave() => depth--;

    /// <summary>The place of a drawn property among the steps.</summary>
    public int Drawn(string name)
    {
        Used.Add(name);
        return Place(new TargetStepSpec(DrawnStep, default) { Name = name });
    }

    /// <summary>Adds an operation; null after an error.</summary>
    public int? Add(SyntaxNode node, string operation, IEnumerable<TargetValue> operands, double number = 0)
    {
        if (steps.Count >= MostSteps)
        {
            Exceed(node, $"there are more than {Word.Shown(MostSteps)} operations; write a shorter loop");
            return null;
        }

        return Place(new TargetStepSpec(operation, new(operands.Select(Place))) { Number = number });
    }

    /// <summary>A result is called as the user calls it, by the first of its names.</summary>
    public void Name(int step, string name)
    {
        if (steps[step] is { Operation: not (NumberStep or DrawnStep), Name.Length: 0 } unnamed) steps[step] = unnamed with { Name = name };
    }

    /// <summary>The function of a result, without the steps that it does not need.</summary>
    public FunctionSpec Function(string name, TargetValue result, string text)
    {
        var last = Place(result);
        var needed = new HashSet<int> { last };
        for (var step = last; step >= 0; step--)
        {
            if (needed.Contains(step)) needed.UnionWith(steps[step].Operands);
        }

        var places = new Dictionary<int, int>();
        var kept = new List<TargetStepSpec>();
        for (var step = 0; step < steps.Count; step++)
        {
            if (!needed.Contains(step)) continue;
            places[step] = kept.Count;
            kept.Add(steps[step] with { Operands = new(steps[step].Operands.Select(operand => places[operand])) });
        }

        return new(name, new(kept), places[last], text);
    }

    /// <summary>Reports what cannot be translated, once a place: a loop or a method may lead there again.</summary>
    public TargetValue? Refuse(SyntaxNode node, string wayOut)
    {
        if (node.ContainsDiagnostics) return Fail();
        if (refused.Add(node.GetLocation())) report.Add(TaskRules.NotTranslatable, node.GetLocation(), SourceText.Quote(node), wayOut);
        return null;
    }

    /// <summary>There can be no target, for a reason that C# reports.</summary>
    public TargetValue? Fail()
    {
        report.Fail();
        return null;
    }

    private void Exceed(SyntaxNode node, string wayOut)
    {
        isBeyondLimits = true;
        Refuse(node, wayOut);
    }

    private int Place(TargetValue value) => value switch
    {
        TargetNumber number => Place(new TargetStepSpec(NumberStep, default) { Number = number.Value }),
        TargetResult result => result.Step,
        TargetMask mask => mask.Step,
        TargetVector vector => vector.Step,
        _ => throw new System.ArgumentOutOfRangeException(nameof(value), value, "no operand"),
    };

    // What is computed already is not computed again.
    private int Place(TargetStepSpec step)
    {
        if (known.TryGetValue(step, out var place)) return place;
        known.Add(step, steps.Count);
        steps.Add(step);
        return steps.Count - 1;
    }
}
