using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>The experiments of the tests of behaviour.</summary>
internal static class Experiments
{
    public static readonly Declaration Usual = new("Usual");

    public static IReadOnlyList<Declaration> All { get; } = [Usual];
}
