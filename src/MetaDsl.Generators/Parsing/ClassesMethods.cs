using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Finds the methods by which a class of tasks gives its classes itself: <c>Classes</c>, which gives a set to be split, or
/// <c>TrainingClasses</c>, <c>TestClasses</c> and perhaps <c>ValidationClasses</c>, which give tensors.
/// </summary>
internal static class ClassesMethods
{
    private const string Validation = "ValidationClasses";
    private static readonly string[] Required = ["TrainingClasses", "TestClasses"];

    /// <summary>The first of these that the class has; null where it has none.</summary>
    public static string? Any(INamedTypeSymbol type) =>
        Required.Append(Validation).Append(MethodSourceSpec.Name).FirstOrDefault(name => !type.GetMembers(name).IsEmpty);

    /// <summary>The method that gives a set; null after an error.</summary>
    public static MethodSourceSpec? Set(INamedTypeSymbol type, Report report)
    {
        var members = type.GetMembers(MethodSourceSpec.Name);
        var method = members.OfType<IMethodSymbol>()
            .FirstOrDefault(one => IsCallable(one) && GivesSet(one) && one.Parameters.All(IsOptions) && one.Parameters.Length <= 1);
        if (method is not null) return new(method.Parameters.Length == 1);
        report.Add(TaskRules.NotASource, Identifiers.Of(members[0]), MethodSourceSpec.Name, type.Name, "ClassSet");
        return null;
    }

    /// <summary>The methods that give tensors; null after an error.</summary>
    public static TensorMethodsSpec? Tensors(INamedTypeSymbol type, Word head, Report report)
    {
        var hasValidation = !type.GetMembers(Validation).IsEmpty;
        foreach (var name in hasValidation ? Required.Append(Validation) : Required) Check(type, name, head, report);
        if (!report.Failed) DataParser.CheckNone(type, report);
        return report.Failed ? null : new(hasValidation);
    }

    private static void Check(INamedTypeSymbol type, string name, Word head, Report report)
    {
        var members = type.GetMembers(name);
        if (members.IsEmpty)
        {
            report.Add(TaskRules.NoSource, head.Location, type.Name, name);
        }
        else if (!members.OfType<IMethodSymbol>().Any(IsTensor))
        {
            report.Add(TaskRules.NotASource, Identifiers.Of(members[0]), name, type.Name, "Tensor");
        }
    }

    private static bool IsTensor(IMethodSymbol method) =>
        IsCallable(method)
        && method.Parameters.IsEmpty
        && method.ReturnType is { TypeKind: TypeKind.Error } or { Name: "Tensor", ContainingType.Name: "torch" };

    private static bool IsCallable(IMethodSymbol method) =>
        method is { IsStatic: true, Arity: 0, DeclaredAccessibility: not (Accessibility.Private or Accessibility.Protected) };

    private static bool IsOptions(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && (parameter.Type.Name == "DataOptions" || parameter.Type.TypeKind == TypeKind.Error);

    private static bool GivesSet(IMethodSymbol method) => method.ReturnType is { Name: "ClassSet" } or { TypeKind: TypeKind.Error };
}
