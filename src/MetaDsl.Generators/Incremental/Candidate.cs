using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Incremental;

/// <summary>A class with attributes, which may be an experiment.</summary>
/// <param name="Node">Its declaration, or the part of it that has the attributes.</param>
/// <param name="Path">A hash of its name and of the names around it.</param>
/// <param name="IsLikely">Whether its file says so; else only a name that another file gives to the attribute can.</param>
internal sealed record Candidate(ClassDeclarationSyntax Node, ulong Path, bool IsLikely);
