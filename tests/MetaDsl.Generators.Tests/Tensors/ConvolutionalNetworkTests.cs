using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Tests.Tensors;

/// <summary>
/// The parts of a convolutional network's Hessian-vector product, run one after another, against the uncut program of each task.
/// </summary>
public class ConvolutionalNetworkTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_parts_for_all_tasks_are_the_program_of_each(bool perTask)
    {
        var network = new ConvolutionalNetwork(perTask);
        var values = new Dictionary<string, NumberArray>(network.Inputs);
        foreach (var part in network.Parts.Values.Reverse())
        {
            foreach (var (name, value) in Interpreter.Run(part, values, ConvolutionalNetwork.Tasks, ConvolutionalNetwork.Examples))
            {
                values[name] = value;
            }
        }

        foreach (var (name, expected) in network.Expected()) DerivativeTests.AssertClose(expected.Values, values[name].Values, 1e-9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Means_deviations_and_places_are_found_in_the_forward_pass_alone(bool perTask)
    {
        foreach (var (name, part) in new ConvolutionalNetwork(perTask).Parts)
        {
            if (name != "activations") Assert.DoesNotContain(part.Values, value => value.Op is Rsqrt or MaxPoolPlaces or MaxPool);
        }
    }

    [Fact]
    public void Between_the_convolutions_of_each_tasks_own_weights_nothing_is_moved()
    {
        var forward = new ConvolutionalNetwork(perTask: true).Parts["activations"];
        var moved = Assert.Single(
            forward.Values, value => value.Op is Permute && TensorProgram.Reachable([value]).All(below => below.Op is not Convolution));
        Assert.Equal("x", moved.Operands[0].Name);
        // The features alone go back to their tasks, which joins no axes that have changed places.
        Assert.All(
            forward.Values.Where(value => value.Op is Convolution),
            convolution => Assert.True(Layout.IsContiguous(convolution.Operands[0]) || convolution.Operands[0].Operands[0] == moved));
    }
}
