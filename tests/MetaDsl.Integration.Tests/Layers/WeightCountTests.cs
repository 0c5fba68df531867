using MetaDsl.Integration.Tests.Harness;

namespace MetaDsl.Integration.Tests.Layers;

/// <summary>How many weights the standard networks have for 5 classes, as papers and other libraries count them.</summary>
public sealed class WeightCountTests
{
    private const int Ways = 5;

    [Theory]
    [InlineData("Conv4", 112_261)]
    [InlineData("Conv4Of32", 32_901)]
    [InlineData("ResNet12", 12_424_320 + (640 * Ways) + Ways)]
    [InlineData("Mlp", (784 * 64) + 64 + (64 * 64) + 64 + (64 * Ways) + Ways)]
    [InlineData("RowLstm", (4 * 64 * (28 + 64 + 1 + 1)) + (64 * Ways) + Ways)]
    public void Sample_networks_have_the_usual_number_of_weights(string model, int count) =>
        Assert.Equal(count, CountOf(model, SampleNetworks.Sources));

    [Fact]
    public void Conv4_without_biases_of_convolutions_has_256_weights_less() => Assert.Equal(
        112_005, CountOf("Conv4", [.. SampleNetworks.Sources.Select(source => source.Replace("Kernel = 3)", "Kernel = 3, Bias = false)"))]));

    private static int CountOf(string model, IReadOnlyList<string> sources) =>
        Compiler.WeightsOfModels(sources, Ways)[model].Sum(weight => Shapes.Elements(weight.Shape));
}
