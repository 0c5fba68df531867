using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

public sealed class OuterLoopTests
{
    private const string End = "Iterations = 70_000";

    [Theory]
    [InlineData("0")]
    [InlineData("-25")]
    public Task A_meta_batch_without_tasks_is_an_error_on_the_argument(string tasks) => Wrong.Error(
        "MDSL0401",
        Sample.With("MetaBatch = 25", $"[|MetaBatch = {tasks}|]"),
        $"'MetaBatch' is '{tasks}', so an iteration of 'SineMaml' has no tasks to learn from; use 1 or more");

    [Fact]
    public Task Zero_iterations_are_an_error_on_the_argument() => Wrong.Error(
        "MDSL0402",
        Sample.With(End, "[|Iterations = 0|]"),
        "'Iterations' is '0', so 'SineMaml' never trains; use 1 or more");

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-1e-3", "-0.001")]
    public Task A_learning_rate_that_is_not_positive_is_an_error_on_the_argument(string rate, string shown) => Wrong.Error(
        "MDSL0403",
        Sample.With("LearningRate = 1e-3", $"[|LearningRate = {rate}|]"),
        $"'LearningRate' of 'OuterLoop' is '{shown}', so 'SineMaml' does not learn; use a number above 0, as in 1e-3");

    [Fact]
    public Task An_absurdly_large_learning_rate_is_a_warning_on_the_argument() => Wrong.Warning(
        "MDSL0404",
        Sample.With("LearningRate = 1e-3", "[|LearningRate = 1e3|]"),
        "'LearningRate' of 'OuterLoop' is '1000', so 'SineMaml' will most likely diverge; use at most 1, as in 1e-3",
        Sample.With("LearningRate = 1e-3", "LearningRate = 1"));

    [Theory]
    [InlineData("1", "1")]
    [InlineData("-0.9", "-0.9")]
    public Task An_impossible_momentum_is_an_error_on_the_argument(string momentum, string shown) => Wrong.Error(
        "MDSL0405",
        Sample.With(End, $"{End}, [|Momentum = {momentum}|]").Replace("Optimizer.Adam", "Optimizer.Sgd"),
        $"'Momentum' is '{shown}', with which 'SineMaml' cannot converge; use a number from 0 to below 1, as in 0.9",
        Sample.With(End, $"{End}, Momentum = 0.9").Replace("Optimizer.Adam", "Optimizer.Sgd"));

    [Theory]
    [InlineData("-0.1", "-0.1")]
    [InlineData("double.PositiveInfinity", "Infinity")]
    public Task Weight_decay_below_zero_is_an_error_on_the_argument(string decay, string shown) => Wrong.Error(
        "MDSL0406",
        Sample.With(End, $"{End}, [|WeightDecay = {decay}|]"),
        $"'WeightDecay' is '{shown}', which drives the weights of 'SineMaml' away from zero; use 0 or more",
        Sample.With(End, $"{End}, WeightDecay = 0.01"));

    [Theory]
    [InlineData("[|Period = 0|], Decay = 0.5", "Period", "0", "1 or more iterations")]
    [InlineData("Period = 100, [|Decay = 1|]", "Decay", "1", "a number above 0 and below 1")]
    [InlineData("Period = 100, [|Decay = 0|]", "Decay", "0", "a number above 0 and below 1")]
    public Task An_impossible_step_schedule_is_an_error_on_the_argument(
        string steps, string setting, string value, string wayOut) => Wrong.Error(
        "MDSL0407",
        Sample.With(End, $"{End}, Schedule = Schedule.Step, {steps}"),
        $"'{setting}' is '{value}', so the learning rate of 'SineMaml' does not fall in steps; use {wayOut}",
        Sample.With(End, $"{End}, Schedule = Schedule.Step, Period = 100, Decay = 0.5"));

    [Theory]
    [InlineData("[|Momentum = 0.9|]", "Momentum", "Optimizer.Adam", "Optimizer.Sgd")]
    [InlineData("[|Period = 100|]", "Period", "Schedule.Constant", "Schedule.Step")]
    [InlineData("Schedule = Schedule.Cosine, [|Decay = 0.5|]", "Decay", "Schedule.Cosine", "Schedule.Step")]
    public Task A_setting_without_effect_is_a_warning_on_the_argument(
        string argument, string setting, string used, string needed) => Wrong.Warning(
        "MDSL0408",
        Sample.With(End, $"{End}, {argument}"),
        $"'{setting}' has no effect on 'SineMaml', which uses '{used}'; remove it, or use '{needed}'",
        Sample.With(End, $"{End}, Schedule = Schedule.Cosine"));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public Task Clipping_gradients_to_nothing_is_an_error_on_the_argument(string norm) => Wrong.Error(
        "MDSL0409",
        Sample.With(End, $"{End}, [|ClipNorm = {norm}|]"),
        $"'ClipNorm' is '{norm}', so nothing would be left of the gradients of 'SineMaml'; use a number above 0, or leave it out",
        Sample.With(End, $"{End}, ClipNorm = 10"));

    [Fact]
    public Task An_optimizer_that_is_no_choice_is_an_error_that_names_the_choices() => Wrong.Error(
        "MDSL0009",
        Sample.With("Optimizer.Adam", "[|(Optimizer)(-1)|]"),
        "'optimizer' on 'SineMaml' is '-1', which is no 'Optimizer'; use 'Optimizer.Sgd' or 'Optimizer.Adam' or 'Optimizer.AdamW'",
        Sample.With("Optimizer.Adam", "Optimizer.AdamW"));
}
