using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads the class that code is to be added to.</summary>
internal static class TypeParser
{
    // With the @ of keywords, without global::.
    private static readonly SymbolDisplayFormat NamespaceFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    public static TypeSpec? Parse(INamedTypeSymbol type, Report report)
    {
        var containing = Containing(type);
        if (containing.Append(type).FirstOrDefault(candidate => candidate.IsGenericType) is { } generic)
        {
            report.Add(
                DeclarationRules.Generic,
                Identifiers.Of(generic),
                generic.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                generic.Name);
            return null;
        }

        if (Peculiarity(type) is { } peculiarity)
        {
            report.Add(DeclarationRules.NotAPlainClass, Identifiers.Of(type), type.Name, peculiarity);
            return null;
        }

        if (!IsPartial(type))
        {
            report.Add(DeclarationRules.NotPartial, Identifiers.Of(type), type.Name);
            return null;
        }

        if (containing.FirstOrDefault(candidate => !IsPartial(candidate)) is { } outer)
        {
            report.Add(DeclarationRules.NestedInNotPartial, Identifiers.Of(outer), outer.Name, type.Name, Keyword(outer));
            return null;
        }

        if (containing.Append(type).FirstOrDefault(declared => ForeignNames.Has(declared.Name)) is { } foreign)
        {
            report.Add(ExperimentRules.ForeignName, Identifiers.Of(foreign), foreign.Name, type.Name);
            return null;
        }

        return new(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(NamespaceFormat),
            new(containing.Select(Declaration)),
            Escaped(type),
            Declaration(type),
            new(ForeignNames.All.Where(name => IsShadowed(type, name))));
    }

    /// <summary>Whether a comment for documentation stands on a part of it.</summary>
    public static bool HasComment(INamedTypeSymbol type) => Parts(type).Any(part =>
        part.GetLeadingTrivia().Any(trivia => SyntaxFacts.IsDocumentationCommentTrivia(trivia.Kind())));

    // An alias comes after the types of the types around the experiment and of its own namespace, and before those of outer namespaces.
    private static bool IsShadowed(INamedTypeSymbol type, string name) =>
        !type.ContainingNamespace.GetTypeMembers(name).IsEmpty
        || Containing(type).Append(type).Any(declared => declared.MemberNames.Contains(name) || !declared.GetTypeMembers(name).IsEmpty);

    private static List<INamedTypeSymbol> Containing(INamedTypeSymbol type)
    {
        var containing = new List<INamedTypeSymbol>();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType) containing.Insert(0, outer);
        return containing;
    }

    // What an experiment may not be: its generated part has a constructor and state of its own, and stands in another file.
    private static string? Peculiarity(INamedTypeSymbol type)
    {
        if (type.IsRecord) return "a record";
        if (type.IsStatic) return "static";
        if (type.IsAbstract) return "abstract";
        if (type.IsFileLocal) return "local to its file";
        return Parts(type).Any(part => part.ParameterList is not null) ? "a class with a primary constructor" : null;
    }

    private static bool IsPartial(INamedTypeSymbol type) => Parts(type).Any(part => part.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static IEnumerable<TypeDeclarationSyntax> Parts(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>();

    private static string Declaration(INamedTypeSymbol type) => $"partial {Keyword(type)} {Escaped(type)}";

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsRecord: true } => "record",
        _ => "class",
    };

    // A keyword as a name needs its @.
    private static string Escaped(INamedTypeSymbol type) => SyntaxFacts.GetKeywordKind(type.Name) == SyntaxKind.None
        && SyntaxFacts.GetContextualKeywordKind(type.Name) == SyntaxKind.None
            ? type.Name
            : "@" + type.Name;
}
