using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MetaDsl.Generators.Tests.Diagnostics;

public sealed class DeclarationTests
{
    private const string Inner = "Maml(Steps = 1, LearningRate = 0.01)";
    private const string Tasks = "RegressionTasks(Shots = 10, Queries = 12)";
    private const string Header = "public partial class SineMaml;";

    [Fact]
    public Task An_experiment_that_is_not_partial_is_an_error() => Wrong.Error(
        "MDSL0001",
        Sample.With(Header, "public class [|SineMaml|];"),
        "'SineMaml' is not partial, so its training code cannot be added to it; write 'partial class SineMaml'");

    [Fact]
    public Task An_experiment_in_a_type_that_is_not_partial_is_an_error_on_that_type() => Wrong.Error(
        "MDSL0002",
        Sample.Using + Sample.Model + Sample.Tasks + "public struct [|Outer|] {" + Sample.Experiment + "}",
        "'Outer' is not partial, so code cannot be added to 'SineMaml' inside it; write 'partial struct Outer'",
        Sample.Using + Sample.Model + Sample.Tasks + "public partial struct Outer {" + Sample.Experiment + "}");

    [Fact]
    public Task A_generic_experiment_is_an_error() => Wrong.Error(
        "MDSL0003",
        Sample.With(Header, "public partial class [|SineMaml|]<T>;"),
        "'SineMaml<T>' is generic, but an experiment trains one network on one family of tasks; remove the type parameters of 'SineMaml'");

    [Fact]
    public Task An_experiment_in_a_generic_type_is_an_error_on_that_type() => Wrong.Error(
        "MDSL0003",
        Sample.Using + Sample.Model + Sample.Tasks + "public partial class [|Outer|]<T> {" + Sample.Experiment + "}",
        "'Outer<T>' is generic, but an experiment trains one network on one family of tasks; remove the type parameters of 'Outer'");

    [Theory]
    [InlineData("[Experiment<SineNet, Sinusoids>]", "Experiment<SineNet, Sinusoids>", "Experiment")]
    [InlineData("[Maml(Steps = 1, LearningRate = 0.01)]", "Maml(Steps = 2, LearningRate = 0.02)", "Maml")]
    [InlineData("[Evaluation(Tasks = 600, Steps = 10)]", "Evaluation", "Evaluation")]
    [InlineData("[Device(\"cuda:0\", Fallback = \"cpu\")]", "Device(\"cpu\")", "Device")]
    public Task Two_of_one_part_are_an_error_on_the_second(string first, string second, string name) => Wrong.Error(
        "MDSL0004",
        Sample.With(first, $"{first}\n[[|{second}|]]"),
        $"'SineMaml' has two '{name}' attributes; keep one");

    [Fact]
    public Task Two_outer_loops_are_an_error_on_the_second() => Wrong.Error(
        "MDSL0004",
        Sample.With("[Evaluation", "[[|OuterLoop(Optimizer.Sgd, LearningRate = 0.1, MetaBatch = 1, Iterations = 1)|]]\n[Evaluation"),
        "'SineMaml' has two 'OuterLoop' attributes; keep one");

    [Fact]
    public Task Two_strategies_of_derivatives_are_an_error_on_the_second() => Wrong.Error(
        "MDSL0004",
        Sample.With(Header, "[Derivatives(DerivativeStrategy.Autograd), [|Derivatives(DerivativeStrategy.CompileTime)|]]" + Header),
        "'SineMaml' has two 'Derivatives' attributes; keep one",
        Sample.With(Header, "[Derivatives(DerivativeStrategy.Autograd)]" + Header));

    [Fact]
    public Task Two_precisions_are_an_error_on_the_second() => Wrong.Error(
        "MDSL0004",
        Sample.With(Header, "[Precision(Precision.Double), [|Precision(Precision.Single)|]]" + Header),
        "'SineMaml' has two 'Precision' attributes; keep one",
        Sample.With(Header, "[Precision(Precision.Double)]" + Header));

    [Fact]
    public Task Two_inputs_of_a_model_are_an_error_on_the_second() => Wrong.Error(
        "MDSL0004",
        Sample.With("Input(1)", "Input(1), [|Input(2)|]"),
        "'SineNet' has two 'Input' attributes; keep one");

    [Fact]
    public Task Two_descriptions_of_tasks_are_an_error_on_the_second() => Wrong.Error(
        "MDSL0004",
        Sample.With("Queries = 12)", "Queries = 12), [|RegressionTasks(Shots = 1, Queries = 1)|]"),
        "'Sinusoids' has two 'RegressionTasks' attributes; keep one");

    [Theory]
    [InlineData("public static partial class [|SineMaml|];", "static")]
    [InlineData("public abstract partial class [|SineMaml|];", "abstract")]
    [InlineData("public partial record [|SineMaml|];", "a record")]
    [InlineData("file partial class [|SineMaml|];", "local to its file")]
    [InlineData("public partial class [|SineMaml|](int size) { public int Size => size; }", "a class with a primary constructor")]
    public Task An_experiment_that_is_no_plain_class_is_an_error(string declaration, string peculiarity) => Wrong.Error(
        "MDSL0005",
        Sample.With(Header, declaration),
        $"'SineMaml' is {peculiarity}, so its training code cannot be added to it; make it a plain 'partial class'");

    [Fact]
    public Task A_project_without_torch_is_told_what_to_add() => Wrong.Check(
        "MDSL0006",
        DiagnosticSeverity.Error,
        new Project(Sample.With("Experiment<SineNet, Sinusoids>", "[|Experiment<SineNet, Sinusoids>|]")) { HasTorch = false },
        "'SineMaml' becomes TorchSharp code, but 'TorchSharp' is not referenced; reference the package 'TorchSharp-cpu' or the project 'MetaDsl.LibTorch'",
        new Project(Sample.Program));

    [Fact]
    public Task A_project_without_the_runtime_is_told_what_to_add() => Wrong.Check(
        "MDSL0007",
        DiagnosticSeverity.Error,
        new Project(Sample.With("Experiment<SineNet, Sinusoids>", "[|Experiment<SineNet, Sinusoids>|]")) { HasRuntime = false },
        "'SineMaml' needs 'MetaDsl.Runtime' to train, but it is not referenced; reference the project 'MetaDsl.Runtime'",
        new Project(Sample.Program));

    [Theory]
    [InlineData(Inner, "Maml(LearningRate = 0.01)", "Maml", "SineMaml", "Steps", "1")]
    [InlineData(Inner, "Maml(Steps = 1)", "Maml", "SineMaml", "LearningRate", "0.01")]
    [InlineData(Tasks, "RegressionTasks(Queries = 12)", "RegressionTasks", "Sinusoids", "Shots", "10")]
    [InlineData(Tasks, "RegressionTasks(Shots = 12)", "RegressionTasks", "Sinusoids", "Queries", "10")]
    public Task A_required_setting_that_is_missing_is_an_error_on_the_attribute(
        string complete, string incomplete, string word, string owner, string setting, string example) => Wrong.Error(
        "MDSL0008",
        Sample.With(complete, $"[|{incomplete}|]"),
        $"'{word}' on '{owner}' does not say '{setting}'; add '{setting} = {example}'");

    [Theory]
    [InlineData("LearningRate = 1e-3, ", "LearningRate", "1e-3")]
    [InlineData("MetaBatch = 25, ", "MetaBatch", "25")]
    [InlineData(", Iterations = 70_000", "Iterations", "70_000")]
    public Task A_required_setting_of_the_outer_loop_that_is_missing_is_an_error(string text, string setting, string example)
    {
        var marked = Sample.With("[OuterLoop(", "[[|OuterLoop(").Replace(")]\n[Evaluation", ")|]]\n[Evaluation");
        var source = marked.Replace(text, "");
        return Wrong.Error("MDSL0008", source, $"'OuterLoop' on 'SineMaml' does not say '{setting}'; add '{setting} = {example}'");
    }

    [Fact]
    public Task A_number_that_is_no_choice_is_an_error_that_names_the_choices() => Wrong.Error(
        "MDSL0009",
        Sample.With("LearningRate = 0.01", "LearningRate = 0.01, [|Order = (GradientOrder)7|]"),
        "'Order' on 'SineMaml' is '7', which is no 'GradientOrder'; use 'GradientOrder.First' or 'GradientOrder.Second'",
        Sample.With("LearningRate = 0.01", "LearningRate = 0.01, Order = GradientOrder.First"));

    [Fact]
    public Task A_strategy_that_is_no_choice_is_an_error() => Wrong.Error(
        "MDSL0009",
        Sample.With(Header, "[Derivatives([|(DerivativeStrategy)2|])]" + Header),
        "'strategy' on 'SineMaml' is '2', which is no 'DerivativeStrategy'; "
            + "use 'DerivativeStrategy.CompileTime' or 'DerivativeStrategy.Autograd'");

    [Fact]
    public Task Parts_without_an_experiment_do_not_stay_silent() => Wrong.Check(
        "MDSL0010",
        DiagnosticSeverity.Warning,
        new Project(Sample.With($"[Experiment<SineNet, Sinusoids>]\n[{Inner}]", $"[[|{Inner}|]]")),
        "'SineMaml' has 'Maml' but not 'Experiment', so nothing is generated from it; add '[Experiment<TModel, TTasks>]'",
        new Project(Sample.Program),
        emits: false);

    [Fact]
    public Task Layers_without_a_model_do_not_stay_silent() => Wrong.Check(
        "MDSL0010",
        DiagnosticSeverity.Warning,
        new Project(Sample.With("[Model, Input(1)]", "[[|Input(1)|]]")),
        "'SineNet' has 'Input' but not 'Model', so nothing is generated from it; add '[Model]'",
        new Project(Sample.Program),
        emits: false);

    [Fact]
    public Task Layers_on_properties_without_a_model_do_not_stay_silent() => Wrong.Check(
        "MDSL0010",
        DiagnosticSeverity.Warning,
        new Project(Sample.Using + "public partial class Stem { [[|Linear(8)|]] Layer Hidden { get; } }"),
        "'Stem' has 'Linear' but not 'Model', so nothing is generated from it; add '[Model]'",
        new Project(Sample.Program),
        emits: false);

    [Fact]
    public Task Distributions_without_tasks_do_not_stay_silent() => Wrong.Check(
        "MDSL0010",
        DiagnosticSeverity.Warning,
        new Project(Sample.With("[RegressionTasks(Shots = 10, Queries = 12)]\n", "").Replace("Uniform(0.1, 5.0)", "[|Uniform(0.1, 5.0)|]")),
        "'Sinusoids' has 'Uniform' but not 'RegressionTasks', so nothing is generated from it; "
            + "add '[RegressionTasks(Shots = 10, Queries = 10)]'",
        new Project(Sample.Program),
        emits: false);
}
