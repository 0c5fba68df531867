using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Reads the body of a model's method <c>Forward</c>: locals, loops of constant length, the model's own helper methods, its layers, and the
/// operations on tensors that can be differentiated. Everything else is an error at its node that says what is possible.
/// </summary>
/// <param name="type">The class.</param>
/// <param name="compilation">What it is part of.</param>
/// <param name="members">The layers by the properties on which they stand, in their order.</param>
/// <param name="reader">The reader of the model around it, which keeps places.</param>
/// <param name="report">Where complaints go.</param>
internal sealed class ForwardParser(
    INamedTypeSymbol type, Compilation compilation, IReadOnlyDictionary<string, LayerSpec> members, LayerReader reader, Report report)
{
    public const string Method = "Forward";

    private readonly ForwardTrace trace = new(type, reader, report);
    private readonly Stack<IMethodSymbol> open = [];

    /// <summary>The method of a class, or null.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type) => type.GetMembers(Method).OfType<IMethodSymbol>().FirstOrDefault();

    public static bool IsTensor(ITypeSymbol? type) => type is { Name: "Tensor", ContainingType.Name: "torch" };

    /// <summary>Null after an error.</summary>
    public Custom? Parse(IMethodSymbol forward)
    {
        if (forward.Parameters.Length != 1 || !IsTensor(forward.Parameters[0].Type) || !IsTensor(forward.ReturnType))
        {
            var types = forward.Parameters.Select(parameter => parameter.Type).Append(forward.ReturnType);
            if (types.Any(each => each.TypeKind == TypeKind.Error)) report.Fail();
            else report.Add(ModelRules.OtherForward, Identifiers.Of(forward), type.Name);
            return null;
        }

        if (Run(forward, [new ForwardTensor(0)]) is not ForwardTensor tensor)
        {
            report.Fail();
            return null;
        }

        var (steps, result) = trace.For(tensor);
        var used = new HashSet<string>(steps.Select(step => step.Layer));
        foreach (var member in members.Values.Where(member => !used.Contains(member.Name)))
        {
            reader.Add(report, ModelRules.UnusedLayer, member.Id, "", member.Name);
        }

        return new Custom(new(members.Values), new(steps), result);
    }

    /// <summary>Whether a method is one of the class itself, whose body is read where it is called.</summary>
    public bool IsHelper(IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType, type);

    /// <summary>The name of the layer that a property is; null where it is none.</summary>
    public string? LayerOf(IPropertySymbol property) => members.TryGetValue(property.Name, out var layer) ? layer.Name : null;

    /// <summary>The value that a method returns for arguments; null after an error.</summary>
    public ForwardValue? Run(IMethodSymbol method, IReadOnlyList<ForwardValue> arguments)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax syntax) return trace.Fail();
        var (location, name) = (syntax.Identifier.GetLocation(), syntax.Identifier.ValueText);
        if (open.Contains(method, SymbolEqualityComparer.Default))
        {
            return trace.Refuse(location, name, "it calls itself; write it as a loop");
        }

        open.Push(method);
        var expressions = new ForwardExpressions(this, trace, compilation.GetSemanticModel(syntax.SyntaxTree));
        for (var i = 0; i < arguments.Count; i++) expressions.Set(method.Parameters[i], arguments[i]);
        var result = syntax.ExpressionBody is { } arrow ? expressions.Evaluate(arrow.Expression)
            : syntax.Body is { } block ? new ForwardStatements(expressions, trace).Execute(block)
            : trace.Fail();
        if (result is null && !report.Failed) trace.Refuse(location, name, "it ends without a result; end it in 'return'");
        open.Pop();
        return result;
    }
}
