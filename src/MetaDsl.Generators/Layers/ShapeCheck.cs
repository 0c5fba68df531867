using MetaDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Layers;

/// <summary>Hears what layers complain of.</summary>
internal abstract class ShapeCheck
{
    /// <summary>For a network that has been checked already.</summary>
    public static readonly ShapeCheck Passed = new Deaf();

    /// <summary>Hears errors alone, where a warning would blame what nobody wrote.</summary>
    public static ShapeCheck Errors(ShapeCheck check) => new ErrorsAlone(check);

    /// <param name="rule">What is wrong.</param>
    /// <param name="layer">The layer that complains.</param>
    /// <param name="argument">The argument to blame; empty for the whole word.</param>
    /// <param name="arguments">Of the rule's message, after the word of the layer and the class on which it stands.</param>
    public void Add(DiagnosticDescriptor rule, LayerSpec layer, string argument, params object[] arguments) =>
        Add(rule, layer.Id, argument, arguments);

    /// <summary>The same of what has that place among the words of a model.</summary>
    public abstract void Add(DiagnosticDescriptor rule, int id, string argument, params object[] arguments);

    /// <summary>Whether a weight of such sizes can be; else after a complaint.</summary>
    public bool Fits(LayerSpec layer, string argument, params long[] sizes)
    {
        if (Shape.Product(sizes) <= int.MaxValue) return true;
        Add(ShapeRules.TooLargeWeight, layer, argument, $"[{string.Join(", ", sizes)}]");
        return false;
    }

    /// <summary>Told of a flatten that leaves axes apart, in case that is what a later layer complains of; and of what ends this.</summary>
    public virtual void Notice(Flatten? flatten)
    {
    }

    private sealed class Deaf : ShapeCheck
    {
        public override void Add(DiagnosticDescriptor rule, int id, string argument, params object[] arguments)
        {
        }
    }

    private sealed class ErrorsAlone(ShapeCheck check) : ShapeCheck
    {
        public override void Add(DiagnosticDescriptor rule, int id, string argument, params object[] arguments)
        {
            if (rule.DefaultSeverity == DiagnosticSeverity.Error) check.Add(rule, id, argument, arguments);
        }

        public override void Notice(Flatten? flatten) => check.Notice(flatten);
    }
}
