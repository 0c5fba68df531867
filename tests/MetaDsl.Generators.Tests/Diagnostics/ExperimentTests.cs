using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Tests.Diagnostics;

public sealed class ExperimentTests
{
    private const string Head = "[Experiment<SineNet, Sinusoids>]";

    [Fact]
    public Task A_class_that_is_no_model_is_an_error_on_the_type_argument() => Wrong.Error(
        "MDSL0501",
        Sample.With("<SineNet, Sinusoids>", "<[|string|], Sinusoids>"),
        "'string' is not a model; put '[Model]' on it, or name a class that has it");

    [Fact]
    public Task Model_and_tasks_exchanged_are_one_mistake() => Wrong.Error(
        "MDSL0501",
        Sample.With("<SineNet, Sinusoids>", "<[|Sinusoids|], SineNet>"),
        "'Sinusoids' is not a model; put '[Model]' on it, or name a class that has it");

    [Fact]
    public Task A_class_that_describes_no_tasks_is_an_error_on_the_type_argument() => Wrong.Error(
        "MDSL0502",
        Sample.With("<SineNet, Sinusoids>", "<SineNet, [|SineNet|]>"),
        "'SineNet' describes no tasks; put '[RegressionTasks(Shots = 10, Queries = 10)]' or '[FewShot(ways: 5, shots: 1)]' on it, "
            + "or name a class that has one of them");

    [Fact]
    public Task An_experiment_without_an_inner_loop_is_an_error() => Wrong.Error(
        "MDSL0503",
        Sample.With(Head + "\n[Maml(Steps = 1, LearningRate = 0.01)]", "[[|Experiment<SineNet, Sinusoids>|]]"),
        "'SineMaml' does not say how it adapts to a task; add '[Maml(Steps = 1, LearningRate = 0.01)]'");

    [Fact]
    public Task An_experiment_without_an_outer_loop_is_an_error() => Wrong.Error(
        "MDSL0504",
        Sample.With("[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]\n", "")
            .Replace(Head, "[[|Experiment<SineNet, Sinusoids>|]]"),
        "'SineMaml' does not say how it learns; "
            + "add '[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]'");

    [Fact]
    public Task A_model_that_takes_more_than_an_example_has_is_an_error() => Wrong.Error(
        "MDSL0505",
        Sample.With("Input(1)", "Input(2)").Replace("<SineNet", "<[|SineNet|]"),
        "'SineNet' takes examples of shape [2], but those of 'Sinusoids' have shape [1]; write '[Input(1)]' on 'SineNet'");

    [Fact]
    public Task A_model_that_ends_in_more_than_the_target_has_is_an_error() => Wrong.Error(
        "MDSL0506",
        Sample.With("[Linear(1)]", "[Linear(3)]").Replace("<SineNet", "<[|SineNet|]"),
        "'SineNet' ends in shape [3], but the target of 'Sinusoids' is one number; end it in '[Linear(1)]'");

    [Theory]
    [InlineData("Input(1, 28, 28), Flatten, Linear(1)", "[1, 28, 28]")]
    [InlineData("Input(1, 1), Flatten, Linear(1)", "[1, 1]")]
    [InlineData("Input(784), Classifier", "[784]")]
    public Task A_model_of_a_shape_that_the_tasks_do_not_have_is_an_error(string layers, string shape) => Wrong.Error(
        "MDSL0505",
        $"{Sample.Using}[Model, {layers}] public partial class SineNet;\n{Sample.Tasks}{Sample.Experiment.Replace("<SineNet", "<[|SineNet|]")}",
        $"'SineNet' takes examples of shape {shape}, but those of 'Sinusoids' have shape [1]; write '[Input(1)]' on 'SineNet'");

    [Fact]
    public Task A_model_that_ends_in_a_sequence_is_an_error_that_asks_to_flatten_it() => Wrong.Error(
        "MDSL0506",
        Sample.With("[Linear(1)]", "[Reshape(40, 1), Linear(1)]").Replace("<SineNet", "<[|SineNet|]"),
        "'SineNet' ends in shape [40, 1], but the target of 'Sinusoids' is one number; end it in '[Flatten, Linear(1)]'",
        Sample.With("[Linear(1)]", "[Reshape(40, 1), Flatten, Linear(1)]"));

    [Theory]
    [InlineData("[Classifier]", "")]
    [InlineData("[Use<Head>, Tanh]", "[Block, Linear(8), Classifier] public partial class Head;\n")]
    public Task A_classifier_of_regression_tasks_is_an_error(string last, string more) => Wrong.Error(
        "MDSL0512",
        (Sample.With("[Linear(1)]", last) + more).Replace("<SineNet", "<[|SineNet|]"),
        "'SineNet' ends in 'Classifier', but 'Sinusoids' are no classification tasks, so it has no classes; "
            + "end it in '[Linear(1)]', or give it '[FewShot]' tasks");

    [Theory]
    [InlineData("Flatten, Linear(10)", "[10]", "Classifier")]
    [InlineData("Flatten, Linear(1)", "[1]", "Classifier")]
    [InlineData("Conv(5)", "[5, 28, 28]", "Flatten, Classifier")]
    public Task A_model_of_other_outputs_than_the_tasks_have_classes_is_an_error(string layers, string shape, string end) => Wrong.Error(
        "MDSL0513",
        Net.OfLayers(layers).Replace("<Net", "<[|Net|]"),
        $"'Net' ends in shape {shape}, but a task of 'Patterns' has '5' classes; end it in '[{end}]'",
        Net.OfLayers("Flatten, Linear(5)"));

    [Fact]
    public Task A_model_of_another_project_is_an_error_on_the_type_argument() => Wrong.Check(
        "MDSL0507",
        DiagnosticSeverity.Error,
        new Project(Sample.Using + Sample.Tasks + Sample.Experiment.Replace("<SineNet", "<[|SineNet|]"))
        {
            Reference = new Project(Sample.Using + Sample.Model),
        },
        "'SineNet' is declared in 'Library', where its declaration cannot be read; declare it in this project",
        new Project(Sample.Program));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public Task An_evaluation_without_tasks_is_an_error_on_the_argument(string tasks) => Wrong.Error(
        "MDSL0508",
        Sample.With("Tasks = 600", $"[|Tasks = {tasks}|]"),
        $"'Tasks' is '{tasks}', so there is nothing to evaluate 'SineMaml' on; use 1 or more",
        Sample.With("Tasks = 600, ", ""));

    [Fact]
    public Task An_evaluation_without_steps_is_an_error_on_the_argument() => Wrong.Error(
        "MDSL0509",
        Sample.With("Steps = 10", "[|Steps = 0|]"),
        "'Steps' is '0', so the evaluation of 'SineMaml' never adapts; use 1 or more",
        Sample.With(", Steps = 10", ""));

    [Fact]
    public Task An_evaluation_of_more_steps_than_makes_sense_is_a_warning_on_the_argument() => Wrong.Warning(
        "MDSL0510",
        Sample.With("Steps = 10", "[|Steps = 5000|]"),
        "'Steps' is '5000', long after 'SineMaml' has either converged or diverged; use at most 100",
        Sample.With("Steps = 10", "Steps = 100"));
}
