using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

public sealed class InnerLoopTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public Task Zero_or_negative_steps_are_an_error_on_the_argument(string steps) => Wrong.Error(
        "MDSL0301",
        Sample.With("Steps = 1,", $"[|Steps = {steps}|],"),
        $"'Steps' is '{steps}', so 'SineMaml' never adapts; use 1 or more");

    [Theory]
    [InlineData("0.0", "0")]
    [InlineData("-0.01", "-0.01")]
    [InlineData("double.NaN", "NaN")]
    public Task A_learning_rate_that_is_not_positive_is_an_error_on_the_argument(string rate, string shown) => Wrong.Error(
        "MDSL0302",
        Sample.With("LearningRate = 0.01", $"[|LearningRate = {rate}|]"),
        $"'LearningRate' of 'Maml' is '{shown}', so 'SineMaml' does not descend; use a number above 0, as in 0.01");

    [Theory]
    [InlineData("10.5", "10.5")]
    [InlineData("1e9", "1000000000")]
    [InlineData("double.PositiveInfinity", "Infinity")]
    public Task An_absurdly_large_learning_rate_is_a_warning_on_the_argument(string rate, string shown) => Wrong.Warning(
        "MDSL0303",
        Sample.With("LearningRate = 0.01", $"[|LearningRate = {rate}|]"),
        $"'LearningRate' of 'Maml' is '{shown}', so 'SineMaml' will most likely diverge; use at most 10, as in 0.01",
        Sample.With("LearningRate = 0.01", "LearningRate = 10"));

    [Theory]
    [InlineData("Steps = 5", "Order = GradientOrder.First", "in first order nothing goes back through a step")]
    [InlineData("Steps = 1", "Order = GradientOrder.Second", "there is one step alone")]
    public Task Memory_that_no_step_keeps_is_a_warning_on_the_argument(string steps, string order, string reason) => Wrong.Warning(
        "MDSL0304",
        Sample.With("Steps = 1, LearningRate = 0.01", $"{steps}, LearningRate = 0.01, {order}, [|Memory = InnerMemory.Keep|]"),
        $"'Memory' of 'Maml' on 'SineMaml' has no effect, because {reason}; remove it",
        Sample.With("Steps = 1, LearningRate = 0.01", "Steps = 5, LearningRate = 0.01, Memory = InnerMemory.Keep"));

    [Fact]
    public Task Memory_beside_autograd_is_a_warning_on_the_argument() => Wrong.Warning(
        "MDSL0304",
        Sample.With("[Maml(Steps = 1, LearningRate = 0.01)]", "[Derivatives(DerivativeStrategy.Autograd)]\n[Maml(Steps = 5, LearningRate = 0.01, [|Memory = InnerMemory.Recompute|])]"),
        "'Memory' of 'Maml' on 'SineMaml' has no effect, because torch.autograd keeps what it needs; remove it",
        Sample.With("[Maml(Steps = 1, LearningRate = 0.01)]", "[Derivatives(DerivativeStrategy.Autograd)]\n[Maml(Steps = 5, LearningRate = 0.01)]"));
}
