using System.Runtime.CompilerServices;

namespace MetaDsl.Integration.Tests.Emission;

/// <summary>Whole generated files, to be read as code is read.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void The_sample() => Verify("Sinusoid", "SineMaml.g.cs");

    [Fact]
    public void First_order() => Verify("Sinusoid", "FirstOrderSineMaml.g.cs");

    [Fact]
    public void Five_steps() => Verify("FiveSteps", "FiveSteps.g.cs");

    [Fact]
    public void Steps_that_are_computed_again() => Verify("Recomputing", "Recomputing.g.cs");

    [Fact]
    public void By_autograd() => Verify("ByAutograd", "ByAutograd.g.cs");

    [Fact]
    public void In_double_precision() => Verify("InDoubles", "InDoubles.g.cs");

    [Fact]
    public void Two_inputs() => Verify("OfTwoInputs", "OfTwoInputs.g.cs");

    [Fact]
    public void Nested_and_named_by_keywords() => Verify("event.Outer.class", "Space.event.Outer.class.g.cs");

    private static void Verify(string source, string file, [CallerMemberName] string method = "") =>
        Snapshot.Verify(Showcases.Emitted(source).Texts[file], nameof(SnapshotTests), method);
}
