using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Tests.Printing;

/// <summary>Statements of a method.</summary>
public sealed class MethodBodyTests
{
    [Fact]
    public void The_two_results_of_a_pooling_are_named_once_however_often_they_are_written()
    {
        var program = new ProgramBuilder();
        var images = program.Input("images", TensorType.Of(2, 3, 8, 8), "images");
        var pooled = program.MaxPool(images, Window.Of(2, 2), "pooled");
        var places = program.Apply(new MaxPoolPlaces(Window.Of(2, 2)), [images], "places");
        var body = new MethodBody(new TensorProgram([new("sum", program.Sum(pooled, [0])), new("places", places)]), ["images"]);
        const string Expected =
            """
            var pooledPooling = torch.nn.functional.max_pool2d_with_indices(images, [2, 2]);
            using var pooled = pooledPooling.output;
            var pooledPlaces = pooledPooling.indices;
            var pooledSum = pooled.sum(dim: 0);

            """;
        for (var times = 0; times < 2; times++)
        {
            var writer = new SourceWriter();
            body.WriteTo(writer);
            Assert.Equal(Expected, writer.ToString());
        }
    }
}
