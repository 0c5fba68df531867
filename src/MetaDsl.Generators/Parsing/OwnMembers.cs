using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Printing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Finds what a user's part of an experiment declares though the generated part does: C# would report it in code that is not the user's.
/// </summary>
internal static class OwnMembers
{
    private const string AnotherName = "choose another name";

    // Types by their bare names: those of generated classes are not known while these are generated.
    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static void Check(INamedTypeSymbol type, Report report)
    {
        // No member may be called like its class.
        if (GeneratedNames.IsAny(type.Name))
        {
            report.Add(ExperimentRules.MemberClash, Identifiers.Of(type), type.Name, type.Name, AnotherName);
        }

        foreach (var member in type.GetMembers())
        {
            if (member.IsImplicitlyDeclared || IsGenerated(member) || Clash(member) is not { } clash) continue;
            report.Add(ExperimentRules.MemberClash, Identifiers.Of(member), clash.Name, type.Name, clash.WayOut);
        }
    }

    private static (string Name, string WayOut)? Clash(ISymbol member)
    {
        switch (member)
        {
            case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                return Parameters(constructor) == GeneratedNames.Constructor
                    ? ($"{member.ContainingType.Name}({GeneratedNames.Constructor})", "choose other parameters")
                    : null;
            case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when GeneratedNames.IsMethod(method.Name):
                return method.Arity == 0 && GeneratedNames.IsMethod(method.Name, Parameters(method))
                    ? (method.Name, "choose another name or other parameters")
                    : null;
            // Accessors and operators, whose names are not the user's.
            case IMethodSymbol { MethodKind: not MethodKind.Ordinary }:
                return null;
            // Types of one name with type parameters and without are two.
            case INamedTypeSymbol { Arity: > 0 } when GeneratedNames.IsType(member.Name):
                return null;
            default:
                return GeneratedNames.IsAny(member.Name) ? (member.Name, AnotherName) : null;
        }
    }

    private static string Parameters(IMethodSymbol method) => string.Join(",", method.Parameters.Select(parameter =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(TypeFormat)));

    // The analyzer, unlike the generator, sees the class with its generated part.
    public static bool IsGenerated(ISymbol member) => member.DeclaringSyntaxReferences.All(reference => reference.GetSyntax()
        .Ancestors()
        .OfType<TypeDeclarationSyntax>()
        .First()
        .AttributeLists
        .SelectMany(list => list.Attributes)
        .Any(attribute => attribute.Name.ToString() == "GeneratedCode"
            && attribute.ArgumentList?.Arguments.FirstOrDefault()?.ToString() == "\"MetaDsl\""));
}
