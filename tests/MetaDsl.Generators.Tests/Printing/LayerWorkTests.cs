using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Printing;

/// <summary>
/// The operations of each layer in the header's table, against numbers that are counted by hand: an addition, a function of a number or a
/// product with its addition is one; what only moves numbers is none.
/// </summary>
public sealed class LayerWorkTests
{
    private const int Image = 4 * 6 * 6;
    private const int Row = 3 * 8;

    public static TheoryData<string, string, int> Layers => new()
    {
        // Products, then the bias.
        { "8", "Linear(5)", (8 * 5) + 5 },
        { "8", "Linear(5, Bias = false)", 8 * 5 },
        { "3, 8", "Linear(5)", 3 * ((8 * 5) + 5) },
        { "8", "Classifier", (8 * 5) + 5 },
        { "4, 6, 6", "Conv(8)", 8 * 6 * 6 * ((4 * 3 * 3) + 1) },
        { "4, 6, 6", "Conv(8, Kernel = 2, Stride = 2, Padding = 0, Bias = false)", 8 * 3 * 3 * 4 * 2 * 2 },
        { "4, 6, 6", "Conv(8, Groups = 2)", 8 * 6 * 6 * ((2 * 3 * 3) + 1) },
        { "4, 10", "Conv(8, Dilation = 2)", 8 * 10 * ((4 * 3) + 1) },
        // Each number goes into as many as a kernel has.
        { "4, 6, 6", "ConvTranspose(8)", (Image * 8 * 2 * 2) + (8 * 12 * 12) },
        { "4, 6, 6", "ConvTranspose(8, Groups = 2, Bias = false)", Image * 4 * 2 * 2 },
        { "4, 6, 6", "MaxPool(2)", 4 * 3 * 3 * 4 },
        { "4, 6, 6", "MaxPool(3, Stride = 1, Padding = 1)", Image * 9 },
        { "4, 6, 6", "AvgPool(2)", 4 * 3 * 3 * 4 },
        { "4, 6, 6", "GlobalAvgPool", Image },
        { "3, 8", "SequenceMean", Row },
        { "3, 8", "Position", Row },
        // Mean, difference, square, mean of squares, quotient; then a factor and an addend.
        { "4, 6, 6", "BatchNorm", Image * 7 },
        { "4, 6, 6", "BatchNorm(Affine = false)", Image * 5 },
        { "4, 6, 6", "LayerNorm", Image * 7 },
        { "3, 8", "LayerNorm", Row * 7 },
        { "4, 6, 6", "GroupNorm(2)", Image * 7 },
        { "4, 6, 6", "InstanceNorm", Image * 5 },
        // Square, mean, and the factors; ε and the root once a row.
        { "3, 8", "RmsNorm", (Row * 4) + 3 + 3 },
        { "8", "Relu", 8 },
        { "8", "LeakyRelu", 8 },
        { "8", "Elu", 8 },
        { "8", "Sigmoid", 8 },
        { "8", "Tanh", 8 },
        { "8", "Softplus", 8 },
        { "8", "Silu", 2 * 8 },
        // Scaled, erf, one added, halved, times x.
        { "8", "Gelu", 5 * 8 },
        // Exponential, sum, quotient.
        { "8", "Softmax", 3 * 8 },
        { "4, 6, 6", "Flatten", 0 },
        { "4, 6, 6", "Reshape(2, 72)", 0 },
        { "4, 6, 6", "ToSequence", 0 },
        { "8", "Embedding(100, 16)", 0 },
        // An evaluation drops nothing out.
        { "8", "Dropout", 0 },
        // Projections with biases, scaled queries, scores, their softmax, what they mix, and the last projection.
        { "5, 8", "Attention(2)", (5 * 24 * (8 + 1)) + (5 * 8) + (2 * 5 * 5 * 4) + (3 * 2 * 5 * 5) + (2 * 5 * 4 * 5) + (5 * 8 * (8 + 1)) },
        // What is given to all gates; the first cell, which has nothing to forget; each other one.
        { "3, 6", "Lstm(4)", (3 * 16 * (6 + 1)) + (16 + (3 * 4) + (3 * 4)) + (2 * ((16 * (4 + 1)) + 16 + (4 * 4) + (5 * 4))) },
        { "3, 6", "Lstm(4, Sequence = true)", (3 * 16 * (6 + 1)) + (16 + (3 * 4) + (3 * 4)) + (2 * ((16 * (4 + 1)) + 16 + (4 * 4) + (5 * 4))) },
        { "3, 6", "Gru(4)", (3 * 12 * (6 + 1)) + (10 * 4) + (2 * ((12 * (4 + 1)) + (10 * 4))) },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_takes_as_many_operations_as_a_hand_counts(string input, string layer, int count)
    {
        var head = layer == "Classifier" ? "" : ", Flatten, Classifier";
        Assert.Equal(count, RowsOf($"Model, Input({input}), {layer}{head}")[0].Work);
    }

    [Fact]
    public void Every_layer_is_counted() => Assert.Equal(
        LayerCatalog.Names.Except(["Parallel", "Residual"]).Order(),
        Layers.Select(row => ((string)row[1]).Split('(')[0]).Distinct().Order());

    [Fact]
    public void Blocks_are_counted_layer_by_layer()
    {
        var rows = RowsOf(
            "Model, Input(4, 6, 6), Residual<Wide>, Parallel<Same, Same>(Merge.Concatenate), Repeat<Half>(2), Flatten, Classifier",
            "[Block, Conv(12, Kernel = 1, Bias = false)] public partial class Wide;");
        Assert.Equal(
            [
                ("residual.conv", 12 * 36 * 4),
                ("residual.shortcut.conv", 12 * 36 * 4),
                ("parallel.same1.conv", 8 * 36 * ((12 * 9) + 1)),
                ("parallel.same1.norm", 8 * 36 * 7),
                ("parallel.same2.conv", 8 * 36 * ((12 * 9) + 1)),
                ("parallel.same2.norm", 8 * 36 * 7),
                ("half1.conv", 8 * 36 * ((16 * 9) + 1)),
                ("half2.conv", 8 * 9 * ((8 * 9) + 1)),
                ("classifier", (8 * 5) + 5),
            ],
            rows.Where(row => row.Layer.Parameters(row.Input).Any()).Select(row => (row.Path, (int)row.Work)));
    }

    private static IReadOnlyList<LayerRow> RowsOf(string attributes, string more = "") =>
        new Network(Generator.SpecOf(Net.Of(attributes, more)).Model, new(5, 1)).Rows;
}
