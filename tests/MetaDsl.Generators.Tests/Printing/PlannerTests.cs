using MetaDsl.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MetaDsl.Generators.Tests.Printing;

/// <summary>How gradients are computed where the user does not say, and what the head of the file says of it.</summary>
public sealed class PlannerTests
{
    private const string Depthwise = "Model, Input(8, 8, 8), Conv(8, Groups = 8), Relu, Flatten, Classifier";
    private const string Dilated = "Model, Input(8, 8, 8), Conv(8, Dilation = 2), Relu, Flatten, Classifier";
    private const string Attentive = "Model, Input(128, 16), Attention(2), SequenceMean, Classifier";
    private const string Half = "Model, Input(64, 16), Attention(2), SequenceMean, Classifier";

    [Theory]
    [InlineData(Depthwise, "depthwise convolutions")]
    [InlineData("Model, Input(2, 30), Conv(6, Groups = 2), Relu, Flatten, Classifier", "depthwise convolutions")]
    [InlineData(Dilated, "dilated convolutions")]
    [InlineData(Attentive, "attention over long sequences")]
    public void What_was_measured_to_be_faster_by_autograd_is_left_to_it(string model, string reason)
    {
        var text = Emit(model);
        Assert.Contains(
            $"// Derivatives: by torch.autograd, faster for {reason}; [Derivatives(DerivativeStrategy.CompileTime)] forces the other.\n", text);
        Assert.Contains("torch.autograd.grad(", text);
        Assert.Contains("// Derivatives: at compile time, second order.\n", Emit(model, "[Derivatives(DerivativeStrategy.CompileTime)]"));
        Assert.Contains("// Derivatives: by torch.autograd, as [Derivatives] says.\n", Emit(model, "[Derivatives(DerivativeStrategy.Autograd)]"));
    }

    [Theory]
    [InlineData("Model, Input(8, 8, 8), Conv(8), BatchNorm, Relu, MaxPool(2), Flatten, Classifier")]
    [InlineData("Model, Input(8, 8, 8), Conv(8, Groups = 4), Relu, Flatten, Classifier")]
    [InlineData("Model, Input(8, 8, 8), Conv(8, Kernel = 1, Dilation = 2), Relu, Flatten, Classifier")]
    [InlineData("Model, Input(1, 8, 8), Conv(8), Relu, Flatten, Classifier")]
    [InlineData("Model, Input(6, 4), Lstm(8), Classifier")]
    [InlineData(Half)]
    public void Other_networks_have_derivatives_at_compile_time(string model)
    {
        var text = Emit(model);
        Assert.Contains("// Derivatives: at compile time, second order.\n", text);
        Assert.DoesNotContain("autograd", text);
    }

    [Fact]
    public void A_layer_of_little_work_decides_nothing_or_in_first_order_alone()
    {
        const string Little = "Model, Input(8, 8, 8), Conv(8, Groups = 8), Conv(64), Relu, Conv(64), Relu, Flatten, Classifier";
        const string Tenth = "Model, Input(32, 8, 8), Conv(32, Groups = 32, Bias = false), Conv(96, Kernel = 1, Bias = false), Flatten, Linear(1), Classifier";
        Assert.Contains("// Derivatives: at compile time", Emit(Little));
        Assert.Contains("// Derivatives: at compile time", Emit(Little, order: ", Order = GradientOrder.First"));
        Assert.Contains("// Derivatives: at compile time", Emit(Tenth));
        Assert.Contains("// Derivatives: by torch.autograd, faster for", Emit(Tenth, order: ", Order = GradientOrder.First"));
    }

    [Fact]
    public void In_first_order_sequences_are_long_sooner() =>
        Assert.Contains("attention over long sequences", Emit(Half, order: ", Order = GradientOrder.First"));

    [Fact]
    public void On_a_GPU_nothing_was_measured() => Assert.Contains("// Derivatives: at compile time", Emit(Depthwise, "[Device(\"cuda:0\", Fallback = \"cpu\")]"));

    [Fact]
    public void Who_says_what_steps_keep_wants_what_keeps_no_more() =>
        Assert.Contains("// Derivatives: at compile time", Emit(Depthwise, order: ", Memory = InnerMemory.Keep", steps: 2));

    [Fact]
    public void Steps_keep_what_as_many_tasks_as_there_are_cores_leave_and_on_a_GPU_all_tasks()
    {
        const string Four = "Model, Input(1, 28, 28), Conv(64), BatchNorm, Relu, MaxPool(2), Conv(64), BatchNorm, Relu, MaxPool(2), Flatten, Classifier";
        Assert.Contains("each step keeps what the way back needs", Emit(Four, steps: 5, tasks: 32));
        Assert.Contains("each step keeps its adapted weights alone", Emit(Four, "[Device(\"cuda:0\", Fallback = \"cpu\")]", steps: 5, tasks: 32));
        // A network of rows is taken by all tasks at once.
        const string Wide = "Model, Input(256), Linear(2048), Relu, Linear(2048), Relu, Classifier";
        Assert.Contains("each step keeps what the way back needs", Emit(Wide, steps: 5, tasks: 4));
        Assert.Contains("each step keeps its adapted weights alone", Emit(Wide, steps: 5, tasks: 2_000));
    }

    private static string Emit(string model, string more = "", string order = "", int steps = 1, int tasks = 4)
    {
        var source = Net.Of(model)
            .Replace("Steps = 1", $"Steps = {steps}")
            .Replace("LearningRate = 0.1", "LearningRate = 0.1" + order)
            .Replace("MetaBatch = 4", $"MetaBatch = {tasks}")
            .Replace("[Maml(", more + "\n[Maml(");
        var driver = CSharpGeneratorDriver.Create([new MetaDslGenerator().AsSourceGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.Latest));
        var result = driver.RunGenerators(new Project(source).Compile()).GetRunResult().Results.Single();
        return Assert.Single(result.GeneratedSources).SourceText.ToString();
    }
}
