using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Integration.Tests.Layers;

/// <summary>The networks of samples/Networks, as they are written there.</summary>
internal static class SampleNetworks
{
    public static IReadOnlyList<string> Sources { get; } =
        [.. new[] { "Conv4", "Mlp", "ResNet12", "RowLstm", "SmallVit" }.Select(name => Repository.Read($"samples/Networks/Models/{name}.cs"))];
}
