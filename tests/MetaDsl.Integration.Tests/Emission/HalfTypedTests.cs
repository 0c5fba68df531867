using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>The whole generator while a declaration is being typed.</summary>
public sealed class HalfTypedTests
{
    // A whole experiment of its own in another file.
    private static readonly string Untouched = Sample.Program
        .Replace("SineNet", "OtherNet")
        .Replace("Sinusoids", "OtherTasks")
        .Replace("SineMaml", "Untouched");

    [Fact]
    public void The_sample_cut_at_every_seventh_character_never_throws_and_never_loses_the_output_of_another_class()
    {
        var typed = Emission.Parse("", "Typed.cs");
        Compilation compilation = Emission.Compile(typed, Emission.Parse(Untouched));
        var (driver, text) = (Emission.Driver(), Emission.Generate(Untouched).Texts["Untouched.g.cs"]);
        for (var length = 0; length <= Sample.Program.Length; length += 7)
        {
            var longer = Emission.Parse(Sample.Program[..length], "Typed.cs");
            compilation = compilation.ReplaceSyntaxTree(typed, longer);
            typed = longer;
            driver = driver.RunGenerators(compilation);
            var result = driver.GetRunResult().Results.Single();
            Assert.Null(result.Exception);
            Assert.Empty(result.Diagnostics);
            var untouched = result.GeneratedSources.SingleOrDefault(file => file.HintName == "Untouched.g.cs");
            Assert.True(untouched.SourceText?.ToString() == text, $"lost at {length}");
        }
    }
}
