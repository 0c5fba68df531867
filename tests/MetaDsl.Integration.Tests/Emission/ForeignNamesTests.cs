using MetaDsl.Generators.Printing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>Types that generated code names, where a user has others of these names.</summary>
public sealed class ForeignNamesTests
{
    private static readonly string Sample = Showcases.Sources["FiveSteps"].Replace(" Math.", " System.Math.");

    public static TheoryData<string> Names => [.. Showcases.Sources.Keys];

    private static readonly string Members = string.Concat(ForeignNames.All.Select(name => $"public static int {name} => 1; "));

    [Fact]
    public void Other_types_of_these_names_may_stand_beside_an_experiment() =>
        Emission.Of(Sample + string.Concat(ForeignNames.All.Select(name => $"public class {name};\n")));

    [Fact]
    public void Members_of_a_class_around_an_experiment_may_have_these_names() => Emission.Of(
        Sample.Replace("[Experiment<", $"public partial class Outer {{ {Members}\n[Experiment<") + "}\n");

    [Fact]
    public void Members_of_an_experiment_may_have_these_names() => Emission.Of(
        Sample + $"partial class FiveSteps {{ {Members} }}\n");

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_type_that_is_not_the_users_is_known_by_its_name(string name)
    {
        var emission = Showcases.Emitted(name);
        foreach (var tree in emission.Trees)
        {
            var model = emission.Compilation.GetSemanticModel(tree);
            var foreign = tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(node => !node.Ancestors().Any(outer => outer is UsingDirectiveSyntax or AttributeSyntax))
                .Where(node => node.Parent is not (QualifiedNameSyntax or AliasQualifiedNameSyntax))
                .Where(node => node.Parent is not MemberAccessExpressionSyntax access || access.Expression == node)
                .Where(node => model.GetSymbolInfo(node).Symbol is INamedTypeSymbol type && type.DeclaringSyntaxReferences.IsEmpty)
                .Select(node => node.Identifier.ValueText)
                .Where(text => text != "var" && text != "_");
            Assert.Empty(foreign.Distinct().Except(ForeignNames.All));
        }
    }
}
