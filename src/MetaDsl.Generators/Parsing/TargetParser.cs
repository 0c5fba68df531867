using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads the property <c>Y</c>, whose expression is the target.</summary>
internal static class TargetParser
{
    public const string Target = "Y";

    public static TargetSpec? Parse(
        INamedTypeSymbol type,
        Word head,
        IReadOnlyList<IPropertySymbol> inputs,
        IReadOnlyList<IPropertySymbol> parameters,
        Compilation compilation,
        Report report)
    {
        var property = type.GetMembers(Target).OfType<IPropertySymbol>().FirstOrDefault();
        if (property is null)
        {
            report.Add(TaskRules.NoTarget, head.Location, type.Name);
            return null;
        }

        if (!DistributionParser.CheckDouble(property, report)) return null;
        if (Expression(property) is not { } syntax)
        {
            report.Add(TaskRules.NoTarget, Identifiers.Of(property), type.Name);
            return null;
        }

        if (syntax.ContainsDiagnostics)
        {
            report.Fail();
            return null;
        }

        var parser = new ExpressionParser(compilation.GetSemanticModel(syntax.SyntaxTree), inputs.Concat(parameters), report);
        if (parser.Parse(syntax) is not { } expression) return null;
        CheckUse(type, syntax, inputs, parameters, parser.Used, report);
        return new(Target, expression, SourceText.Of(syntax));
    }

    private static void CheckUse(
        INamedTypeSymbol type,
        ExpressionSyntax syntax,
        IReadOnlyList<IPropertySymbol> inputs,
        IReadOnlyList<IPropertySymbol> parameters,
        ISet<string> used,
        Report report)
    {
        foreach (var input in inputs)
        {
            if (!used.Contains(input.Name)) report.Add(TaskRules.InputIgnored, syntax.GetLocation(), type.Name, input.Name);
        }

        foreach (var parameter in parameters)
        {
            if (used.Contains(parameter.Name)) continue;
            report.Add(TaskRules.ParameterIgnored, Identifiers.Of(parameter), parameter.Name, type.Name);
        }
    }

    private static ExpressionSyntax? Expression(IPropertySymbol property) => property.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<PropertyDeclarationSyntax>()
        .Select(syntax => syntax.ExpressionBody?.Expression ?? Getter(syntax)?.ExpressionBody?.Expression)
        .FirstOrDefault(expression => expression is not null);

    private static AccessorDeclarationSyntax? Getter(PropertyDeclarationSyntax syntax) =>
        syntax.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
}
