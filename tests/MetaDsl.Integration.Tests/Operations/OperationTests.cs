using MetaDsl.Generators.Passes;
using MetaDsl.Generators.Tests.Tensors;
using MetaDsl.Integration.Tests.Harness;
using TorchSharp;

namespace MetaDsl.Integration.Tests.Operations;

/// <summary>What operations are printed as, run by torch, against what they mean.</summary>
[Collection(nameof(EmittedExperiments))]
public class OperationTests(PrintedOperations printed) : IClassFixture<PrintedOperations>
{
    public static TheoryData<string> Operations => [.. Operation.Names];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Torch_computes_what_operations_and_their_derivatives_mean(string name)
    {
        for (var seed = 0; seed < PrintedOperations.Shapes; seed++)
        {
            var operation = Operation.Make(name, seed);
            var expected = Interpreter.Run(BatchPass.Run(operation.Program), operation.Inputs, operation.Tasks, Operation.Examples);
            using var scope = torch.NewDisposeScope();
            var given = operation.Inputs.ToDictionary(input => input.Key, input => Statements.Tensor(input.Value));
            var found = printed.Statements.Run($"{name}{seed}", given);
            foreach (var (output, value) in expected) AssertClose($"{output} of {name}{seed}", value, found[output]);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Torch_computes_what_a_convolutional_network_means_part_after_part(bool perTask)
    {
        var network = new ConvolutionalNetwork(perTask);
        using var scope = torch.NewDisposeScope();
        var values = network.Inputs.ToDictionary(input => input.Key, input => Statements.Tensor(input.Value));
        foreach (var part in network.Parts.Keys.Reverse())
        {
            foreach (var (name, value) in printed.Statements.Run(PrintedOperations.Name(part, perTask), values)) values[name] = value;
        }

        foreach (var (name, expected) in network.Expected()) AssertClose(name, expected, values[name]);
    }

    private static void AssertClose(string name, NumberArray expected, torch.Tensor actual)
    {
        Assert.Equal(expected.Shape.Select(size => (long)size), actual.shape);
        var numbers = Emitted.Numbers(actual);
        var tolerance = 1e-9 * Math.Max(1, expected.Values.Max(Math.Abs));
        for (var i = 0; i < numbers.Length; i++)
        {
            Assert.True(
                Math.Abs(expected.Values[i] - numbers[i]) <= tolerance,
                $"{name}: element {i} is {numbers[i]} and should be {expected.Values[i]}");
        }
    }
}

/// <summary>All operations with some shapes each, printed and compiled once.</summary>
public sealed class PrintedOperations
{
    internal const int Shapes = 20;

    public PrintedOperations()
    {
        foreach (var name in Operation.Names)
        {
            for (var seed = 0; seed < Shapes; seed++) Statements.Add($"{name}{seed}", Optimize.Run(Operation.Make(name, seed).Program));
        }

        foreach (var perTask in (bool[])[false, true])
        {
            foreach (var (part, program) in new ConvolutionalNetwork(perTask).Parts) Statements.Add(Name(part, perTask), program);
        }
    }

    internal Statements Statements { get; } = new();

    internal static string Name(string part, bool perTask) => part + (perTask ? "OfEach" : "OfAll");
}
