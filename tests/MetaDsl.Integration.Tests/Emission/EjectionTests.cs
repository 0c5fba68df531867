using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>What is generated can be taken over: without the attributes, and so without the generator, it compiles unchanged.</summary>
public sealed class EjectionTests
{
    public static TheoryData<string> Names => [.. Showcases.Sources.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_generated_file_compiles_in_place_of_the_attributes(string name)
    {
        var source = Emission.Parse(Showcases.Sources[name]);
        var bare = new WithoutAttributes().Visit(source.GetRoot()).ToFullString();
        Assert.DoesNotContain("[Experiment", bare);
        var files = Showcases.Emitted(name).Texts.Select(file => Emission.Parse(file.Value, file.Key));
        Emission.AssertClean(Emission.Compile([Emission.Parse(bare), .. files]).GetDiagnostics());
    }

    private sealed class WithoutAttributes : CSharpSyntaxRewriter
    {
        // Line breaks go as well: nothing that is kept stands on the lines of attributes.
        public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => null;
    }
}
