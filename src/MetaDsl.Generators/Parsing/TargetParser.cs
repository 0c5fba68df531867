using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads the property <c>Y</c>, whose getter is the target, with the properties and methods of the class that it calls.</summary>
/// <param name="type">The class.</param>
/// <param name="compilation">What it is part of.</param>
/// <param name="report">Where complaints go.</param>
internal sealed class TargetParser(INamedTypeSymbol type, Compilation compilation, Report report)
{
    public const string Target = "Y";

    private const int LongestText = 120;

    private readonly TargetTrace trace = new(report);
    private readonly Dictionary<string, int?> lengths = [];
    private readonly Dictionary<ISymbol, TargetValue?> computed = new(SymbolEqualityComparer.Default);
    private readonly Stack<ISymbol> open = [];

    /// <summary>Null after an error.</summary>
    public FunctionSpec? Parse(Word head, IReadOnlyList<IPropertySymbol> inputs, IReadOnlyList<IPropertySymbol> parameters)
    {
        var property = type.GetMembers(Target).OfType<IPropertySymbol>().FirstOrDefault();
        if (property is null)
        {
            report.Add(TaskRules.NoTarget, head.Location, type.Name);
            return null;
        }

        if (!DistributionParser.CheckDouble(property, report)) return null;
        if (Body(property) is not { } syntax)
        {
            report.Add(TaskRules.NoTarget, Identifiers.Of(property), type.Name);
            return null;
        }

        if (syntax.ContainsDiagnostics)
        {
            report.Fail();
            return null;
        }

        foreach (var drawn in inputs.Concat(parameters)) lengths[drawn.Name] = DistributionParser.LengthOf(drawn);
        if (Run(property, syntax, [], []) is not { } result) return null;
        CheckUse(syntax is BlockSyntax ? Identifiers.Of(property) : syntax.GetLocation(), inputs, parameters);
        return trace.Function(Target, result, Text(syntax));
    }

    /// <summary>Whether a member is of the class itself, so that its body can be read where it is used.</summary>
    public bool IsOwn(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, type);

    /// <summary>The value of a property of the class where it is read; null after an error.</summary>
    public TargetValue? Property(IPropertySymbol property, ExpressionSyntax node)
    {
        if (lengths.TryGetValue(property.Name, out var length))
        {
            var step = trace.Drawn(property.Name);
            return length is { } count ? new TargetVector(step, property.Name, count) : new TargetResult(step);
        }

        if (Body(property) is not { } body)
        {
            return trace.Refuse(node, "it is not drawn; put '[Uniform(low, high)]' or '[Normal(mean, standardDeviation)]' on the property");
        }

        if (computed.TryGetValue(property, out var known)) return known;
        if (!ExpressionParser.IsNumberOrCondition(property.Type)) return trace.Refuse(node, ExpressionParser.Types);
        if (IsOpen(property, node) || Run(property, body, [], []) is not { } value) return null;
        if (value is TargetResult result) trace.Name(result.Step, CSharpLiteral.Lower(property.Name));
        return computed[property] = value;
    }

    /// <summary>The value that a method of the class returns for arguments; null after an error.</summary>
    public TargetValue? Call(IMethodSymbol method, IReadOnlyList<TargetValue> arguments, InvocationExpressionSyntax node)
    {
        var types = method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType);
        var areReadable = types.All(each => ExpressionParser.IsNumberOrCondition(each) || IsVector(each))
            && method.Parameters.All(parameter => parameter.RefKind == RefKind.None);
        if (!areReadable) return trace.Refuse(node, ExpressionParser.Types);
        var whole = method.PartialImplementationPart ?? method;
        if (whole.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax syntax) return trace.Fail();
        var body = (SyntaxNode?)syntax.ExpressionBody?.Expression ?? syntax.Body;
        if (body is null) return trace.Fail();
        return IsOpen(method, node) ? null : Run(method, body, whole.Parameters, arguments);
    }

    public static bool IsVector(ITypeSymbol type) =>
        type is { Name: "Vector", ContainingNamespace: { Name: "MetaDsl", ContainingNamespace.IsGlobalNamespace: true } };

    private TargetValue? Run(
        ISymbol member, SyntaxNode body, IReadOnlyList<IParameterSymbol> parameters, IReadOnlyList<TargetValue> arguments)
    {
        if (body.ContainsDiagnostics) return trace.Fail();
        open.Push(member);
        var expressions = new ExpressionParser(this, trace, compilation.GetSemanticModel(body.SyntaxTree));
        for (var i = 0; i < arguments.Count; i++) expressions.Values[parameters[i]] = arguments[i];
        var value = body is BlockSyntax block
            ? new StatementParser(expressions, trace).Run(block)
            : expressions.Evaluate((ExpressionSyntax)body);
        open.Pop();
        return value;
    }

    private bool IsOpen(ISymbol member, ExpressionSyntax node)
    {
        if (!open.Contains(member, SymbolEqualityComparer.Default)) return false;
        trace.Refuse(node, $"'{member.Name}' would compute itself; write it as a loop");
        return true;
    }

    private void CheckUse(Location target, IReadOnlyList<IPropertySymbol> inputs, IReadOnlyList<IPropertySymbol> parameters)
    {
        foreach (var input in inputs)
        {
            if (!trace.Used.Contains(input.Name)) report.Add(TaskRules.InputIgnored, target, type.Name, input.Name);
        }

        foreach (var parameter in parameters)
        {
            if (trace.Used.Contains(parameter.Name)) continue;
            report.Add(TaskRules.ParameterIgnored, Identifiers.Of(parameter), parameter.Name, type.Name);
        }
    }

    // An expression stays as it is, however long; of statements, a line says enough.
    private static string Text(SyntaxNode body)
    {
        var text = SourceText.Of(body);
        return body is not BlockSyntax || text.Length <= LongestText ? text : text.Substring(0, LongestText) + " ...";
    }

    // The expression or block that computes a property; null where nothing does.
    private static SyntaxNode? Body(IPropertySymbol property) => property.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<PropertyDeclarationSyntax>()
        .Select(syntax => syntax.ExpressionBody?.Expression ?? Body(Getter(syntax)))
        .FirstOrDefault(body => body is not null);

    private static SyntaxNode? Body(AccessorDeclarationSyntax? getter) => (SyntaxNode?)getter?.ExpressionBody?.Expression ?? getter?.Body;

    private static AccessorDeclarationSyntax? Getter(PropertyDeclarationSyntax syntax) =>
        syntax.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
}
