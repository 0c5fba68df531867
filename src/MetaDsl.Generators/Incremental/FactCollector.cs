using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Incremental;

/// <summary>
/// Reads a file's facts from its syntax. A type is one fact under its name: its header with the signatures of its members, or the whole of
/// it where a parser may look into it, because it has attributes or parts elsewhere. Types within are facts of their own. What is bound
/// without naming its type, such as an operator, so belongs to the type. Only extension methods are found by their own names.
/// </summary>
internal sealed class FactCollector(SyntaxTree tree, CancellationToken token)
{
    private static readonly ulong Experiment = Digest.Name("ExperimentAttribute");

    private readonly string text = tree.GetText(token).ToString();
    private readonly List<Fact> facts = [];
    private readonly List<Candidate> candidates = [];
    private readonly Dictionary<ulong, uint> declared = [];
    private Digest? everywhere;

    public TreeFacts Collect()
    {
        var root = (CompilationUnitSyntax)tree.GetRoot(token);
        var scope = new Scope(0, new());
        AddOptions(root, scope.Digest);
        AddUsings(root.Externs, root.Usings, scope.Digest);
        foreach (var list in root.AttributeLists) AddEverywhere(list);
        AddMembers(root.Members, scope);
        return new(tree, facts, everywhere, candidates);
    }

    // What decides how the same text is read. What #define says stands above all else.
    private void AddOptions(CompilationUnitSyntax root, Digest digest)
    {
        digest.Add((ulong)((CSharpParseOptions)tree.Options).LanguageVersion);
        if (!root.ContainsDirectives) return;
        foreach (var symbol in tree.Options.PreprocessorSymbolNames) digest.Add(symbol);
        foreach (var trivia in root.GetLeadingTrivia())
        {
            if (trivia.GetStructure() is DefineDirectiveTriviaSyntax or UndefDirectiveTriviaSyntax) digest.Add(trivia.ToFullString());
        }
    }

    private void AddUsings(SyntaxList<ExternAliasDirectiveSyntax> externs, SyntaxList<UsingDirectiveSyntax> usings, Digest digest)
    {
        foreach (var alias in externs) Add(digest, alias);
        foreach (var directive in usings)
        {
            if (directive.GlobalKeyword.IsKind(SyntaxKind.None)) Add(digest, directive);
            else AddEverywhere(directive);
        }
    }

    private void AddMembers(SyntaxList<MemberDeclarationSyntax> members, Scope scope)
    {
        foreach (var member in members)
        {
            token.ThrowIfCancellationRequested();
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    AddNamespace(space, scope);
                    break;
                case GlobalStatementSyntax statement:
                    // Its variables are in sight of all types, though C# lets none use them.
                    AddNames(statement);
                    break;
                // Still being typed.
                case IncompleteMemberSyntax:
                    break;
                default:
                    if (!TryAddType(member, scope)) AddEverywhere(member);
                    break;
            }
        }
    }

    private void AddNamespace(BaseNamespaceDeclarationSyntax space, Scope scope)
    {
        foreach (var name in space.Name.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            scope = scope.Within(name.Identifier.ValueText);
            AddFact(name.Identifier.ValueText, scope.Path, []);
        }

        AddUsings(space.Externs, space.Usings, scope.Digest);
        AddMembers(space.Members, scope);
    }

    private void AddNames(GlobalStatementSyntax statement)
    {
        var names = new Digest();
        Add(names, statement);
        foreach (var name in names.Mentions) AddFact(name, 0, []);
    }

    private bool TryAddType(MemberDeclarationSyntax member, Scope scope)
    {
        switch (member)
        {
            // A block of extensions has no name.
            case TypeDeclarationSyntax type when !type.Identifier.IsKind(SyntaxKind.None):
                AddType(type, scope);
                return true;
            // The value of a member depends on those before it.
            case EnumDeclarationSyntax type:
                AddWhole(type.Identifier.ValueText, type, scope);
                return true;
            case DelegateDeclarationSyntax type:
                AddWhole(type.Identifier.ValueText, type, scope);
                return true;
            default:
                return false;
        }
    }

    private void AddWhole(string name, SyntaxNode node, Scope scope)
    {
        var digest = new Digest(scope.Digest);
        Add(digest, node);
        AddFact(name, digest.Hash, digest.Mentions);
    }

    private void AddType(TypeDeclarationSyntax type, Scope scope)
    {
        var within = scope.Within(type.Identifier.ValueText, type.Arity);
        var digest = new Digest(within.Digest);
        if (type.AttributeLists.Count > 0 || type.Modifiers.Any(SyntaxKind.PartialKeyword)) AddWithoutTypesWithin(type, digest);
        else AddSignatures(type, digest);
        AddFact(type.Identifier.ValueText, digest.Hash, digest.Mentions);
        if (type is ClassDeclarationSyntax { AttributeLists.Count: > 0 } node)
        {
            candidates.Add(new(node, within.Path, digest.Mentioned(Experiment)));
        }

        foreach (var member in type.Members)
        {
            if (member is MethodDeclarationSyntax method && IsExtension(method)) AddExtension(method, within);
            else if (IsType(member) && !TryAddType(member, within)) AddEverywhere(member);
        }
    }

    private void AddExtension(MethodDeclarationSyntax method, Scope scope)
    {
        var digest = new Digest(scope.Digest);
        AddSignature(digest, method);
        AddFact(method.Identifier.ValueText, digest.Hash, digest.Mentions);
    }

    private void AddWithoutTypesWithin(TypeDeclarationSyntax type, Digest digest)
    {
        var start = type.SpanStart;
        foreach (var member in type.Members)
        {
            if (!IsType(member)) continue;
            digest.Add(text, start, member.SpanStart);
            AddName(digest, member);
            start = member.Span.End;
        }

        digest.Add(text, start, type.Span.End);
    }

    private void AddSignatures(TypeDeclarationSyntax type, Digest digest)
    {
        digest.Add(text, type.SpanStart, type.OpenBraceToken.IsKind(SyntaxKind.None) ? type.Span.End : type.OpenBraceToken.SpanStart);
        foreach (var member in type.Members)
        {
            if (IsType(member)) AddName(digest, member);
            else AddSignature(digest, member);
        }
    }

    private void AddSignature(Digest digest, MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseMethodDeclarationSyntax { Body: { } body }:
                digest.Add(text, member.SpanStart, body.SpanStart);
                break;
            case BaseMethodDeclarationSyntax { ExpressionBody: { } body }:
                digest.Add(text, member.SpanStart, body.SpanStart);
                break;
            case PropertyDeclarationSyntax { ExpressionBody: { } body }:
                digest.Add(text, member.SpanStart, body.SpanStart);
                break;
            case IndexerDeclarationSyntax { ExpressionBody: { } body }:
                digest.Add(text, member.SpanStart, body.SpanStart);
                break;
            case BasePropertyDeclarationSyntax { AccessorList: { } accessors }:
                digest.Add(text, member.SpanStart, accessors.SpanStart);
                foreach (var accessor in accessors.Accessors) digest.Add(text, accessor.SpanStart, accessor.Keyword.Span.End);
                break;
            case BaseFieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.ConstKeyword):
                digest.Add(text, field.SpanStart, field.Declaration.Type.Span.End);
                foreach (var variable in field.Declaration.Variables) digest.Add(variable.Identifier.ValueText);
                break;
            default:
                Add(digest, member);
                break;
        }
    }

    // Types within are seen by name from the type around them.
    private static void AddName(Digest digest, MemberDeclarationSyntax type)
    {
        var (name, arity) = type switch
        {
            TypeDeclarationSyntax declaration => (declaration.Identifier.ValueText, declaration.Arity),
            DelegateDeclarationSyntax declaration => (declaration.Identifier.ValueText, declaration.Arity),
            _ => (((BaseTypeDeclarationSyntax)type).Identifier.ValueText, 0),
        };
        digest.Add(name);
        digest.Add((ulong)arity);
    }

    private static bool IsType(MemberDeclarationSyntax member) => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;

    private static bool IsExtension(MethodDeclarationSyntax method) =>
        method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;

    private void AddEverywhere(SyntaxNode node) => Add(everywhere ??= new(), node);

    private void Add(Digest digest, SyntaxNode node) => digest.Add(text, node.SpanStart, node.Span.End);

    private void AddFact(string name, ulong content, IReadOnlyCollection<ulong> mentions) => AddFact(Digest.Name(name), content, mentions);

    // Two parts of a type that change places in a file change the order of its members.
    private void AddFact(ulong name, ulong content, IReadOnlyCollection<ulong> mentions)
    {
        declared.TryGetValue(name, out var earlier);
        declared[name] = earlier + 1;
        facts.Add(new(name, Digest.Mix(content + earlier), mentions));
    }
}
