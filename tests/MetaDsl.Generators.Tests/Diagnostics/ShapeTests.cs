using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

/// <summary>What the shapes of a network prove, at the argument to blame.</summary>
public sealed class ShapeTests
{
    private const string Right = "Conv(8), Relu, Flatten, Classifier";

    [Theory]
    [InlineData("Conv(8), Relu, [|Linear(5)|], Flatten, Classifier", "Linear", "[8, 28, 28]")]
    [InlineData("Conv(8), Relu, [|Classifier|]", "Classifier", "[8, 28, 28]")]
    [InlineData("ToSequence, Linear(8), [|Classifier|]", "Classifier", "[784, 8]", "SequenceMean")]
    [InlineData("Use<Half>, [|Classifier(Bias = false)|]", "Classifier", "[8, 14, 14]")]
    public Task A_layer_of_features_that_is_given_something_else_is_an_error(
        string layers, string word, string shape, string wayOut = "GlobalAvgPool") => Wrong.Error(
        "MDSL0121",
        Net.OfLayers(layers),
        $"'{word}' on 'Net' is given examples of shape {shape}, of which it would see the last axis alone; "
            + $"put '[Flatten]' or '[{wayOut}]' before it",
        Net.OfLayers(Right));

    [Theory]
    [InlineData("Flatten([|From = 3|]), Classifier", "3", "[1, 28, 28]")]
    [InlineData("Flatten([|From = 2|]), Flatten, Classifier", "2", "[1, 28, 28]")]
    [InlineData("Flatten, Flatten([|From = 1|]), Classifier", "1", "[784]")]
    public Task A_flatten_from_an_axis_behind_which_there_is_none_is_an_error_on_it(string layers, string from, string shape) => Wrong.Error(
        "MDSL0122",
        Net.OfLayers(layers),
        $"'Flatten' on 'Net' begins at axis '{from}', but examples of shape {shape} have nothing to lay in a row from there; count axes from 0",
        Net.OfLayers("Flatten(From = 1), Flatten, Flatten, Classifier"));

    [Theory]
    [InlineData("Reshape([|28, 27|]), Flatten, Classifier", "[1, 28, 28]", "784", "[28, 27]", "756")]
    [InlineData("Flatten, Linear(64), Reshape([|63|]), Classifier", "[64]", "64", "[63]", "63")]
    [InlineData("Reshape([|shape: new[] { 4, 14, 15 }|]), Flatten, Classifier", "[1, 28, 28]", "784", "[4, 14, 15]", "840")]
    public Task A_reshape_to_another_number_of_numbers_is_an_error_on_the_sizes(
        string layers, string before, string count, string after, string other) => Wrong.Error(
        "MDSL0123",
        Net.OfLayers(layers),
        $"'Reshape' on 'Net' cannot make {before}, which is {count} numbers, into {after}, which is {other}; use sizes with the same product",
        Net.OfLayers("Reshape(shape: new[] { 4, 14, 14 }), Flatten, Classifier"));

    [Theory]
    [InlineData("[Block, Flatten, Linear(8)]", "[1, 28, 28]", "[8]")]
    [InlineData("[Block, Conv(8, Kernel = 3, Padding = 0)]", "[1, 28, 28]", "[8, 26, 26]")]
    [InlineData("[Block, ConvTranspose(4)]", "[1, 28, 28]", "[4, 56, 56]")]
    public Task A_residual_block_that_no_projection_follows_is_an_error_on_it(string block, string before, string after) => Wrong.Error(
        "MDSL0124",
        Net.OfLayers("Residual<[|Body|]>, Flatten, Classifier", block + " public partial class Body;"),
        $"'Residual' on 'Net' adds {before} to {after}, and no projection leads from one to the other; "
            + "name a shortcut that does, as in '[Residual<Body, Shortcut>]'",
        Net.OfLayers("Residual<Body>, Flatten, Classifier", "[Block, Conv(8, Kernel = 3, Stride = 2)] public partial class Body;"));

    // From 4 to 2 a stride of 2 would lead too, but not from 196 to 66.
    [Fact]
    public Task A_residual_block_is_projected_by_the_stride_that_fits_every_axis() => Wrong.Right(new Project(
        Net.OfLayers("Reshape(1, 4, 196), Residual<Body>, Flatten, Classifier", "[Block, Conv(8, Stride = 3)] public partial class Body;")));

    [Theory]
    [InlineData("Residual<Same, [|Half|]>, Flatten, Classifier", "Residual", "[8, 28, 28]", "[8, 14, 14]", "")]
    [InlineData("Parallel<Same, [|Half|]>, Flatten, Classifier", "Parallel", "[8, 28, 28]", "[8, 14, 14]", "")]
    [InlineData("Parallel<Same, [|Half|]>(Merge.Concatenate), Flatten, Classifier", "Parallel", "[8, 28, 28]", "[8, 14, 14]", ", but for the channels")]
    [InlineData("Parallel<Same, [|Row|]>(Merge.Concatenate), Flatten, Classifier", "Parallel", "[8, 28, 28]", "[1]", ", but for the channels")]
    [InlineData("ToSequence, Parallel<Longer, [|Row|]>(Merge.Concatenate), Flatten, Classifier", "Parallel", "[1, 784]", "[1]", ", but for the features")]
    public Task Branches_that_differ_are_an_error_on_the_second(string layers, string word, string first, string second, string but) => Wrong.Error(
        "MDSL0125",
        Net.OfLayers(layers, "[Block, Flatten, Linear(1)] public partial class Row; [Block, Reshape(1, 784)] public partial class Longer;"),
        $"The branches of '{word}' on 'Net' give {first} and {second}, which do not fit together; give them the same shape{but}",
        Net.OfLayers("Parallel<Same, Wider>(Merge.Concatenate), Flatten, Classifier", "[Block, Conv(16)] public partial class Wider;"));

    [Theory]
    [InlineData("Flatten, [|Conv(8)|], Classifier", "Conv")]
    [InlineData("Flatten, [|ConvTranspose(8)|], Classifier", "ConvTranspose")]
    [InlineData("Flatten, [|MaxPool(2)|], Classifier", "MaxPool")]
    [InlineData("Flatten, [|AvgPool(2)|], Classifier", "AvgPool")]
    [InlineData("Flatten, [|GlobalAvgPool|], Classifier", "GlobalAvgPool")]
    [InlineData("Flatten, [|InstanceNorm|], Classifier", "InstanceNorm")]
    [InlineData("Flatten, [|ToSequence|], Flatten, Classifier", "ToSequence")]
    public Task A_layer_of_images_that_is_given_features_is_an_error(string layers, string word) => Wrong.Error(
        "MDSL0126",
        Net.OfLayers(layers),
        $"'{word}' on 'Net' is given examples of shape [784], which have no plane behind their channels; "
            + "give '[Input]' channels, height and width, or put '[Reshape]' before it",
        Net.OfLayers(Right));

    [Theory]
    [InlineData("Conv(8, [|Kernel = 29|], Padding = 0), Flatten, Classifier", "Conv", "29", "[1, 28, 28]", "28")]
    [InlineData("[|Conv(8, Dilation = 15, Padding = 1)|], Flatten, Classifier", "Conv", "31", "[1, 28, 28]", "30")]
    [InlineData("MaxPool([|32|], Padding = 1), Flatten, Classifier", "MaxPool", "32", "[1, 28, 28]", "30")]
    [InlineData("Reshape(1, 784), AvgPool([|785|]), Flatten, Classifier", "AvgPool", "785", "[1, 784]", "784")]
    public Task A_window_that_is_too_large_is_an_error_on_its_size(string layers, string word, string span, string shape, string room) => Wrong.Error(
        "MDSL0127",
        Net.OfLayers(layers),
        $"The window of '{word}' on 'Net' spans '{span}', but examples of shape {shape} have '{room}' along an axis, padding included; "
            + "make it smaller, or pool less before it",
        Net.OfLayers("Conv(8, Kernel = 28, Padding = 0), Flatten, Classifier"));

    [Theory]
    [InlineData("Conv(8), Conv(8, [|Groups = 3|]), Flatten, Classifier", "Groups", "Conv", "3", "8", "channels")]
    [InlineData("Conv(8), Conv(9, [|Groups = 4|]), Flatten, Classifier", "Groups", "Conv", "4", "9", "filters")]
    [InlineData("Conv(8), ConvTranspose(4, [|Groups = 3|]), Flatten, Classifier", "Groups", "ConvTranspose", "3", "8", "channels")]
    [InlineData("Conv(8), GroupNorm([|3|]), Flatten, Classifier", "groups", "GroupNorm", "3", "8", "channels")]
    [InlineData("Conv(8), ToSequence, Attention([|3|]), SequenceMean, Classifier", "heads", "Attention", "3", "8", "features")]
    [InlineData("Conv(8), ToSequence, Attention([|heads: 16|]), SequenceMean, Classifier", "heads", "Attention", "16", "8", "features")]
    public Task Groups_and_heads_that_do_not_divide_are_an_error_on_the_argument(
        string layers, string argument, string word, string groups, string count, string what) => Wrong.Error(
        "MDSL0128",
        Net.OfLayers(layers),
        $"'{argument}' of '{word}' on 'Net' is '{groups}', which does not divide its '{count}' {what}; use a divisor of {count}",
        Net.OfLayers("Conv(8), Conv(8, Groups = 4), ToSequence, Attention(2), SequenceMean, Classifier"));

    [Theory]
    [InlineData("Conv(8, Kernel = 3, [|Stride = 2|], Padding = 0)", "Conv", "2", "1")]
    [InlineData("MaxPool(5, [|Stride = 5|])", "MaxPool", "5", "3")]
    [InlineData("AvgPool(3, [|Stride = 3|])", "AvgPool", "3", "1")]
    public Task A_stride_that_loses_pixels_is_a_warning_on_it(string layer, string word, string stride, string lost) => Wrong.Warning(
        "MDSL0129",
        Net.OfLayers(layer + ", Flatten, Classifier"),
        $"The stride '{stride}' of '{word}' on 'Net' never reaches the last '{lost}' of '28' pixels; use a stride that fits, or more padding",
        // Without a stride, windows lie beside each other, and what is left is meant.
        Net.OfLayers("Conv(8, Kernel = 3, Stride = 2), MaxPool(3), Flatten, Classifier"));

    [Fact]
    public Task A_block_that_loses_pixels_each_time_it_is_repeated_is_one_warning() => Wrong.Warning(
        "MDSL0129",
        Net.OfLayers("Repeat<Down>(3), Flatten, Classifier", "[Block, Conv(8, Kernel = 2, [|Stride = 2|], Padding = 0)] public partial class Down;")
            .Replace("28, 28", "27, 27"),
        "The stride '2' of 'Conv' on 'Down' in 'Net' never reaches the last '1' of '27' pixels; use a stride that fits, or more padding",
        Net.OfLayers("Repeat<Down>(2), Flatten, Classifier", "[Block, Conv(8, Kernel = 2, Stride = 2, Padding = 0)] public partial class Down;"));

    [Fact]
    public Task A_shortcut_may_leave_out_pixels_which_the_block_has_seen() => Wrong.Right(new Project(Net.OfLayers(
        "Residual<Down, Across>, Residual<Down>, Flatten, Classifier",
        """
        [Block, Conv(8, Stride = 2), Relu] public partial class Down;
        [Block, Conv(8, Kernel = 1, Stride = 2)] public partial class Across;
        """)));

    [Theory]
    [InlineData("MaxPool(2, [|Padding = 2|])", "MaxPool", "2", "2")]
    [InlineData("AvgPool(3, [|Padding = 2|])", "AvgPool", "2", "3")]
    public Task Padding_of_more_than_half_a_pooling_window_is_an_error_on_it(string layer, string word, string padding, string size) => Wrong.Error(
        "MDSL0130",
        Net.OfLayers(layer + ", Flatten, Classifier"),
        $"The padding '{padding}' of '{word}' on 'Net' is more than half its window of '{size}', so windows could hold padding alone; use less",
        Net.OfLayers("MaxPool(4, Padding = 2), Flatten, Classifier"));

    [Theory]
    [InlineData("Conv(8), [|Attention(2)|], Flatten, Classifier", "Attention", "[8, 28, 28]")]
    [InlineData("Flatten, [|Lstm(8)|], Classifier", "Lstm", "[784]")]
    [InlineData("Flatten, [|Gru(8, Sequence = true)|], Classifier", "Gru", "[784]")]
    [InlineData("[|Position|], Flatten, Classifier", "Position", "[1, 28, 28]")]
    [InlineData("Flatten, [|SequenceMean|], Classifier", "SequenceMean", "[784]")]
    public Task A_layer_of_sequences_that_is_given_none_is_an_error(string layers, string word, string shape) => Wrong.Error(
        "MDSL0131",
        Net.OfLayers(layers),
        $"'{word}' on 'Net' is given examples of shape {shape}, which are no sequences of [length, features]; "
            + "put '[ToSequence]' or '[Reshape]' before it",
        Net.OfLayers("Conv(8), ToSequence, Position, Attention(2), SequenceMean, Classifier"));

    [Fact]
    public Task Output_padding_of_a_stride_or_more_is_an_error_on_it() => Wrong.Error(
        "MDSL0132",
        Net.OfLayers("ConvTranspose(4, Stride = 3, [|OutputPadding = 3|]), Flatten, Classifier"),
        "The output padding '3' of 'ConvTranspose' on 'Net' is not below its stride '3'; use less",
        Net.OfLayers("ConvTranspose(4, Stride = 3, OutputPadding = 2), Flatten, Classifier"));

    [Fact]
    public Task A_transposed_convolution_that_leaves_nothing_is_an_error_on_the_padding() => Wrong.Error(
        "MDSL0133",
        Net.OfLayers("ConvTranspose(4, [|Padding = 28|]), Flatten, Classifier"),
        "The padding '28' of 'ConvTranspose' on 'Net' takes away all that examples of shape [1, 28, 28] give; use less",
        Net.OfLayers("ConvTranspose(4, Padding = 27), Flatten, Classifier"));

    [Fact]
    public Task An_embedding_of_something_else_than_a_row_is_an_error() => Wrong.Error(
        "MDSL0134",
        Net.OfLayers("ToSequence, [|Embedding(10, 4)|], SequenceMean, Classifier"),
        "'Embedding' on 'Net' is given examples of shape [784, 1], but looks up a row of whole numbers; give '[Input]' their count",
        Net.Of("Model, Input(12), Embedding(10, 4), SequenceMean, Classifier"));

    [Theory]
    [InlineData("Conv(8), Flatten([|From = 1|]), Classifier", "[8, 784]")]
    [InlineData("Conv(8), Relu, Flatten([|From = 1|]), Linear(32), Relu, Linear(16), Classifier", "[8, 16]")]
    public Task A_flatten_that_forgets_an_axis_is_blamed_for_what_a_classifier_is_given(string layers, string shape) => Wrong.Error(
        "MDSL0135",
        Net.OfLayers(layers),
        $"'Flatten' on 'Net' keeps the axes before its 'From', so 'Classifier' is given examples of shape {shape}; remove 'From = 1'",
        Net.OfLayers("Conv(8), Flatten(From = 1), Linear(32), SequenceMean, Classifier"));

    [Fact]
    public Task A_flatten_that_forgets_an_axis_is_blamed_for_what_a_model_ends_in() => Wrong.Error(
        "MDSL0135",
        Net.OfLayers("Conv(8), Flatten([|From = 1|]), Linear(5)"),
        "'Flatten' on 'Net' keeps the axes before its 'From', so 'Net' ends in shape [8, 5]; remove 'From = 1'",
        Net.OfLayers("Conv(8), Flatten, Linear(5)"));

    [Fact]
    public Task A_flatten_in_a_block_is_blamed_there() => Wrong.Error(
        "MDSL0135",
        Net.OfLayers("Use<Features>, Classifier", "[Block, Conv(8), Flatten([|From = 1|])] public partial class Features;"),
        "'Flatten' on 'Features' in 'Net' keeps the axes before its 'From', so 'Classifier' is given examples of shape [8, 784]; remove 'From = 1'",
        Net.OfLayers("Use<Features>, Classifier", "[Block, Conv(8), Flatten] public partial class Features;"));

    [Theory]
    [InlineData("Input(3, 1024, 1024), [|Conv(4096)|], GlobalAvgPool, Classifier", "Conv", "[4096, 1024, 1024]")]
    [InlineData("Input([|65536, 65536, 65536|]), GlobalAvgPool, Classifier", "Input", "[65536, 65536, 65536]")]
    [InlineData("Input(1, 65536), [|ConvTranspose(1, Stride = 65536, Kernel = 1)|], GlobalAvgPool, Classifier", "ConvTranspose", "[1, 2147483647]")]
    [InlineData("Input(32768, 65535), [|Parallel<Relus, Relus>(Merge.Concatenate)|], GlobalAvgPool, Classifier", "Parallel", "[32768, 131070]")]
    public Task An_example_of_too_many_numbers_is_an_error(string attributes, string word, string shape) => Wrong.Error(
        "MDSL0136",
        Net.Of("Model, " + attributes, "[Block, Relu] public partial class Relus;"),
        $"'{word}' on 'Net' gives examples of shape {shape}, which is more than 2147483647 numbers each; use smaller sizes",
        Net.OfLayers(Right));

    [Theory]
    [InlineData("Input(65536), Linear([|65536|]), Classifier", "Linear", "[65536, 65536]")]
    [InlineData("Input(64, 28, 28), Conv([|65536|], Kernel = 28), Flatten, Classifier", "Conv", "[65536, 64, 28, 28]")]
    [InlineData("Input(1024, 8), ConvTranspose([|65536|], Kernel = 64), Flatten, Classifier", "ConvTranspose", "[1024, 65536, 64]")]
    [InlineData("Input(4), Embedding([|65536|], 65536), SequenceMean, Classifier", "Embedding", "[65536, 65536]")]
    [InlineData("Input(2, 65536), [|Attention(4)|], SequenceMean, Classifier", "Attention", "[196608, 65536]")]
    [InlineData("Input(2, 8), Lstm([|32768|]), Classifier", "Lstm", "[131072, 32768]")]
    public Task A_weight_of_too_many_numbers_is_an_error_on_its_width(string attributes, string word, string shape) => Wrong.Error(
        "MDSL0137",
        Net.Of("Model, " + attributes),
        $"'{word}' on 'Net' would learn a weight of shape {shape}, which is more than 2147483647 numbers; use smaller sizes",
        Net.Of("Model, Input(65536), Linear(32700), Classifier"));

    [Theory]
    [InlineData("MaxPool(2, [|Stride = 3|])", "MaxPool", "3", "2")]
    [InlineData("Conv(8, Kernel = 1, [|Stride = 2|])", "Conv", "2", "1")]
    [InlineData("Conv(8, Kernel = 2, Dilation = 3, [|Stride = 5|])", "Conv", "5", "4")]
    public Task A_stride_that_is_wider_than_the_window_is_a_warning_on_it(string layer, string word, string stride, string span) => Wrong.Warning(
        "MDSL0138",
        Net.OfLayers(layer + ", Flatten, Classifier"),
        $"The stride '{stride}' of '{word}' on 'Net' is wider than its window of '{span}', so pixels between windows are never seen; use at most {span}",
        Net.OfLayers("MaxPool(2, Stride = 2), Flatten, Classifier"));

    [Theory]
    [InlineData("Conv(8, Kernel = 3, [|Padding = 3|])", "3", "3")]
    [InlineData("Conv(8, Kernel = 1, [|Padding = 2|])", "2", "1")]
    public Task Padding_as_wide_as_a_convolutions_window_is_a_warning_on_it(string layer, string padding, string span) => Wrong.Warning(
        "MDSL0139",
        Net.OfLayers(layer + ", Flatten, Classifier"),
        $"The padding '{padding}' of 'Conv' on 'Net' is as wide as its window of '{span}', so windows at the edge see zeros alone; use less",
        Net.OfLayers("Conv(8, Kernel = 3, Padding = 2), Flatten, Classifier"));

    [Theory]
    [InlineData("[|Lstm(8)|]", "Lstm")]
    [InlineData("[|Gru(8, Sequence = true)|], SequenceMean", "Gru")]
    public Task A_sequence_that_is_too_long_to_be_written_out_is_an_error(string layers, string word) => Wrong.Error(
        "MDSL0140",
        Net.OfLayers($"ToSequence, {layers}, Classifier"),
        $"'{word}' on 'Net' writes out a cell for each of the '784' elements of a sequence, and may have '100' of them; make the sequence shorter",
        Net.OfLayers("MaxPool(4), ToSequence, Lstm(8), Classifier"));
}
