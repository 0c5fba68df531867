using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Parsing;

public sealed class SpecTests
{
    [Fact]
    public void The_sample_is_read_as_it_is_written()
    {
        var spec = Generator.SpecOf(Sample.Program);
        Assert.Equal(new TypeSpec("", EquatableArray<string>.Empty, "SineMaml", "partial class SineMaml", EquatableArray<string>.Empty), spec.Type);
        Assert.Equal(
            new ModelSpec("SineNet", Shape.Of(1), new Chain(new([Hidden(40, 0), new Relu { Id = 1 }, Hidden(40, 2), new Relu { Id = 3 }, Hidden(1, 4)]))),
            spec.Model with { Type = null });
        Assert.Equal(("Sinusoids", 10, 12), (spec.Tasks.Name, spec.Tasks.Shots, spec.Tasks.Queries));
        Assert.Equal(
            new([new("Amplitude", DistributionKind.Uniform, 0.1, 5), new("Phase", DistributionKind.Uniform, 0, Math.PI)]),
            Regression(spec).Parameters);
        Assert.Equal(new([new("X", DistributionKind.Uniform, -5, 5)]), Regression(spec).Inputs);
        Assert.Equal("Amplitude * Math.Sin(X - Phase)", Regression(spec).Target.Text);
        Assert.Equal("(Amplitude * Sin((X - Phase)))", Show(Regression(spec).Target));
        Assert.Equal(new MamlSpec(1, 0.01, Specs.GradientOrder.Second, Specs.InnerMemory.Automatic), spec.Inner);
        Assert.Equal(new OuterLoopSpec(OptimizerKind.Adam, 1e-3, 25, 70_000, 0, 0, new(ScheduleKind.Constant), 0), spec.Outer);
        Assert.Equal(new EvaluationSpec(600, 10, 100), spec.Evaluation);
        Assert.Equal(new DeviceSpec("cuda:0", "cpu"), spec.Device);
        Assert.Null(spec.Derivatives);
    }

    [Fact]
    public void What_may_be_left_out_has_its_documented_value()
    {
        var source = Sample.With("[Evaluation(Tasks = 600, Steps = 10)]\n[Device(\"cuda:0\", Fallback = \"cpu\")]\n", "");
        var spec = Generator.SpecOf(source.Replace("Steps = 1,", "Steps = 7,"));
        Assert.Equal(new EvaluationSpec(600, 7, 100), spec.Evaluation);
        Assert.Equal(new DeviceSpec("cpu", ""), spec.Device);
    }

    [Fact]
    public void Every_setting_is_read()
    {
        var source = Sample.With("LearningRate = 0.01", "LearningRate = 0.01, Order = GradientOrder.First, Memory = InnerMemory.Recompute")
            .Replace("Optimizer.Adam", "Optimizer.Sgd")
            .Replace("70_000", "70_000, Momentum = 0.9, WeightDecay = 0.1, ClipNorm = 10")
            .Replace("MetaBatch", "Schedule = Schedule.Step, Period = 100, Decay = 0.5, MetaBatch")
            .Replace("[Evaluation", "[Derivatives(DerivativeStrategy.Autograd), Precision(Precision.Double)]\n[Evaluation");
        var spec = Generator.SpecOf(source);
        Assert.Equal((Specs.GradientOrder.First, Specs.InnerMemory.Recompute), (spec.Inner.Order, spec.Inner.Memory));
        Assert.Equal(new OuterLoopSpec(OptimizerKind.Sgd, 1e-3, 25, 70_000, 0.9, 0.1, new(ScheduleKind.Step, 100, 0.5), 10), spec.Outer);
        Assert.Equal(Specs.DerivativeStrategy.Autograd, spec.Derivatives);
        Assert.Equal(Specs.Precision.Double, spec.Precision);
    }

    [Fact]
    public void Layers_keep_their_order_and_their_numbers()
    {
        const string Layers = "[LeakyRelu, LeakyRelu(Slope = 0.2), Elu, Elu(Scale = 2), Gelu, Silu]\n[Tanh, Sigmoid, Softplus, Linear(1)]";
        var source = Sample.With("[Linear(1)]", Layers);
        LayerSpec[] expected =
        [
            new LeakyRelu(0.01), new LeakyRelu(0.2), new Elu(1), new Elu(2), new Gelu(), new Silu(), new Tanh(), new Sigmoid(), new Softplus(),
        ];
        var layers = Generator.SpecOf(source).Model.Network.Layers;
        Assert.Equal(expected.Select((layer, i) => layer with { Id = 4 + i }), layers.Skip(4).SkipLast(1));
        Assert.Equal(Hidden(1, 13), layers[^1]);
    }

    [Fact]
    public void Several_inputs_stand_in_the_order_of_their_numbers()
    {
        const string Inputs = "[Normal(0, 2)] double X2 { get; } [Uniform(0, 1)] double X1 { get; }";
        var source = Sample.With("[Uniform(-5.0, 5.0)]    double X         { get; }", Inputs)
            .Replace("(X - Phase)", "(X1 + X2 - Phase)")
            .Replace("Input(1)", "Input(2)");
        Assert.Equal(
            new([new("X1", DistributionKind.Uniform, 0, 1), new("X2", DistributionKind.Normal, 0, 2)]),
            Regression(Generator.SpecOf(source)).Inputs);
    }

    [Theory]
    [InlineData("Amplitude + Phase - X / 2", "((Amplitude + Phase) - (X / 2))")]
    [InlineData("-(Amplitude - -Phase) * X", "(-(Amplitude - -Phase) * X)")]
    [InlineData("this.Amplitude * Phase * X", "((Amplitude * Phase) * X)")]
    [InlineData("2 * Math.PI * Amplitude * Phase * X", "(((6.283185307179586 * Amplitude) * Phase) * X)")]
    [InlineData("1 / 2 * Amplitude * Phase * X", "(((0 * Amplitude) * Phase) * X)")]
    [InlineData("0x10 * Amplitude * Phase * X", "(((16 * Amplitude) * Phase) * X)")]
    [InlineData("Math.Abs(X) + Math.Cos(X) + Math.Exp(Phase) * Amplitude", "((Abs(X) + Cos(X)) + (Exp(Phase) * Amplitude))")]
    [InlineData("Math.Log(Amplitude) + Math.Sqrt(Phase) * Math.Tanh(X)", "(Log(Amplitude) + (Sqrt(Phase) * Tanh(X)))")]
    [InlineData("System.Math.Sin(Amplitude * Phase * X)", "Sin(((Amplitude * Phase) * X))")]
    [InlineData("Amplitude * Phase * Math.Pow(X, 1)", "((Amplitude * Phase) * X)")]
    [InlineData("Amplitude * Phase * Math.Pow(X, 2)", "((Amplitude * Phase) * (X * X))")]
    [InlineData("Amplitude * Phase * Math.Pow(X, 5.0)", "((Amplitude * Phase) * (((X * X) * (X * X)) * X))")]
    public void An_expression_becomes_what_it_means(string expression, string shown) =>
        Assert.Equal(shown, Show(Regression(Generator.SpecOf(Sample.WithTarget(expression))).Target));

    [Fact]
    public void The_text_of_a_target_is_one_line_without_comments() => Assert.Equal(
        "Amplitude * Math.Sin( X - Phase)",
        Regression(Generator.SpecOf(Sample.WithTarget("Amplitude // how high\n        * Math.Sin(/* where */\r\n\tX - Phase)"))).Target.Text);

    private static RegressionTaskSpec Regression(ExperimentSpec spec) => Assert.IsType<RegressionTaskSpec>(spec.Tasks);

    private static LayerSpec Hidden(int width, int id) =>
        new Linear(width, true, InitialChoiceSpec.Usual) { Id = id, Name = width == 1 ? "output" : $"hidden{(id / 2) + 1}" };

    private static string Show(TargetSpec target)
    {
        var function = Assert.IsType<FunctionSpec>(target);
        return Show(function, function.Result);
    }

    private static string Show(FunctionSpec function, int step)
    {
        var (operation, operands) = (function.Steps[step], function.Steps[step].Operands.Select(operand => Show(function, operand)).ToArray());
        return operation.Operation switch
        {
            "Number" => FormattableString.Invariant($"{operation.Number}"),
            "Drawn" => operation.Name,
            "Negate" => "-" + operands[0],
            "Add" => $"({operands[0]} + {operands[1]})",
            "Subtract" => $"({operands[0]} - {operands[1]})",
            "Multiply" => $"({operands[0]} * {operands[1]})",
            "Divide" => $"({operands[0]} / {operands[1]})",
            "Element" => FormattableString.Invariant($"{operands[0]}[{operation.Number}]"),
            "Power" => FormattableString.Invariant($"Power({operands[0]}, {operation.Number})"),
            _ => $"{operation.Operation}({string.Join(", ", operands)})",
        };
    }
}
