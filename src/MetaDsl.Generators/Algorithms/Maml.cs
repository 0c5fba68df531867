using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Passes;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Algorithms;

/// <summary>
/// Model-agnostic meta-learning as tensor programs: w' = w - α ∇S(w), repeated; then the gradient of the query loss Q, carried back
/// through every step: v ← v - α ∇²S(w) v, one Hessian-vector product a step. First order leaves the Hessian out.
/// </summary>
internal sealed class Maml
{
    /// <summary>The names of the parts' results, by which parts refer to each other.</summary>
    public const string Activations = "activations";
    public const string PredictionGradient = "predictionGradient";
    public const string Gradients = "gradients";
    public const string Gradient = "gradient";
    public const string Adapted = "adapted";
    public const string Tangents = "tangents";
    public const string Curvature = "curvature";
    public const string Prediction = $"{Activations}.Prediction";
    public const string Statistics = $"{Activations}.Statistics";

    private const double KeptBytes = 256 * 1024 * 1024;
    private const int UsualCores = 4;

    private static readonly string[] WeightRoots = [$"{Gradient}.", $"{Adapted}.", $"{Curvature}."];

    private readonly ExperimentSpec spec;
    private TensorProgram? trainingPrediction;
    private TensorProgram? testPrediction;

    public Maml(ExperimentSpec spec)
    {
        this.spec = spec;
        Network = new Network(spec.Model, new SettingSpec(spec.Tasks.Outputs, spec.Inner.Steps));
        TaskLoss = TaskLoss.For(spec.Tasks);
        First = CutPass.Run(Differentiate(perTask: false, IsSecondOrder, PassKind.Training));
        Later = CutPass.Run(Differentiate(perTask: true, IsSecondOrder && spec.Inner.Steps > 1, PassKind.Training));
        Test = Network.TrainsOtherwise ? CutPass.Run(Differentiate(perTask: true, withCurvature: false, PassKind.Test)) : Later;
        Descend = Step(parameter => parameter.IsAdapted);
        CarryBack = Step(_ => true);
        Query = Loss(spec.Tasks.QueryExamples, Factor.One / spec.Outer.MetaBatch, withGradient: true);
        Error = Loss(spec.Evaluation.Points, Factor.One, withGradient: false);
    }

    public Network Network { get; }

    public TaskLoss TaskLoss { get; }

    /// <summary>
    /// The parts of the gradient at the weights that all tasks share, and of the Hessian-vector product that leads back through it.
    /// </summary>
    public IReadOnlyDictionary<string, TensorProgram> First { get; }

    /// <summary>The same at each task's own weights; these parts compute predictions and gradients for query examples as well.</summary>
    public IReadOnlyDictionary<string, TensorProgram> Later { get; }

    /// <summary>
    /// The parts of the gradient at each task's own weights where nothing is trained: those of <see cref="Later"/>, or others.
    /// </summary>
    public IReadOnlyDictionary<string, TensorProgram> Test { get; }

    /// <summary>A gradient step of the weights that tasks adapt, whatever they and their gradient.</summary>
    public TensorProgram Descend { get; }

    /// <summary>The same step for all weights: what a direction takes on the way back.</summary>
    public TensorProgram CarryBack { get; }

    /// <summary>The prediction from each task's own weights, in one part, and what norms have seen on the way.</summary>
    public TensorProgram TrainingPrediction => trainingPrediction ??= Predict(PassKind.Training);

    /// <summary>The prediction where nothing is trained.</summary>
    public TensorProgram TestPrediction => testPrediction ??= Network.TrainsOtherwise ? Predict(PassKind.Test) : TrainingPrediction;

    /// <summary>The query loss of all tasks, and its gradient with respect to the predictions.</summary>
    public TensorProgram Query { get; }

    /// <summary>Each task's loss at the points of an evaluation.</summary>
    public TensorProgram Error { get; }

    /// <summary>
    /// Whether what a step computes is computed again on the way back, rather than kept: asked for, or because all steps together would
    /// keep more than <see cref="KeptBytes"/>.
    /// </summary>
    public bool Recomputes => spec.Inner.Memory switch
    {
        InnerMemory.Keep => false,
        InnerMemory.Recompute => true,
        _ => (spec.Inner.Steps - 1) * BytesAStep > KeptBytes,
    };

    /// <summary>What a step keeps beside its adapted weights, of all tasks that are underway at once.</summary>
    private double BytesAStep => Later.Values.SelectMany(part => part.Outputs).Where(output => !IsWeight(output.Key))
        .Sum(output => output.Value.Type.Elements) * TasksAtOnce * (spec.Precision == Precision.Double ? 8.0 : 4.0);

    // Where each task has a thread, there are as many at once as the machine has cores: most have no more than that.
    private int TasksAtOnce =>
        TakesTasksApart && spec.Device.Device == "cpu" ? Math.Min(spec.Outer.MetaBatch, UsualCores) : spec.Outer.MetaBatch;

    /// <summary>
    /// Whether the tasks of a batch are taken one by one on a CPU, each by one thread: the images of one keep a core busy, and those of all
    /// would not fit its cache.
    /// </summary>
    public bool TakesTasksApart => Later[Activations].Values.Any(value =>
        value.Op is Tensors.Ops.Convolution or Tensors.Ops.ConvolutionWithBias or Tensors.Ops.ConvolutionInput);

    public bool IsSecondOrder => spec.Inner.Order == GradientOrder.Second;

    /// <summary>Whether an output has the shape of one of the weights: those are named after what they are of it.</summary>
    public static bool IsWeight(string key)
    {
        foreach (var root in WeightRoots)
        {
            if (key.StartsWith(root, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>The support loss's gradient and, for second order, the product of its Hessian with a direction, part after part.</summary>
    private TensorProgram Differentiate(bool perTask, bool withCurvature, PassKind kind)
    {
        var program = new ProgramBuilder();
        var weights = Inputs(program, "weights", perTask);
        // Each task's own weights meet support, query and test examples alike, whatever their number.
        var examples = new Dim(spec.Tasks.SupportExamples, Name: perTask ? "examples" : spec.Tasks.SupportName);
        var x = program.Input("x", Network.Examples(examples), "x", perTask: true);
        var y = program.Input("y", TensorType.Of([examples, new Dim(spec.Tasks.Outputs)]), "y", perTask: true);

        program.Begin(Activations);
        // All that tasks share is met by support examples alone.
        var pass = Network.Pass(kind, perTask ? spec.Tasks.SupportExamples : 0);
        var prediction = Network.Forward(program, weights, x, pass);
        var statistics = kind == PassKind.Training ? pass.Statistics(program) : null;
        program.Begin(PredictionGradient, isLittleWork: true);
        var predictionGradient = TaskLoss.Gradient(program, prediction, y, Factor.One);
        predictionGradient.Name = PredictionGradient;
        program.Begin(Gradients);
        var gradients = GradientPass.Of(program, prediction, predictionGradient, weights);
        var outputs = new List<KeyValuePair<string, Value>>
        {
            new(Prediction, prediction),
            new(PredictionGradient, predictionGradient),
        };
        if (statistics is not null) outputs.Add(new(Statistics, statistics));
        outputs.AddRange(Named(Gradient, gradients));
        if (withCurvature)
        {
            var direction = Inputs(program, "direction", perTask: true);
            var tangents = program.Begin(Tangents);
            var curvature = program.Begin(Curvature);
            var products = TangentPass.Of(
                program, gradients, AdaptedPairs(weights, direction), value => value.Section.Results == Activations ? tangents : curvature);
            program.Section = curvature;
            // What all tasks share receives from all of them.
            outputs.AddRange(Named(Curvature, perTask ? products : Each(i => program.TaskSum(products[i], Lower(i) + "Curvature"))));
        }

        return Optimize.Run(new TensorProgram(outputs));
    }

    private TensorProgram Step(Func<Parameter, bool> moves)
    {
        var program = new ProgramBuilder();
        var (weights, gradient) = (Inputs(program, "weights", perTask: true), Inputs(program, Gradient, perTask: true));
        var rate = new Factor(spec.Inner.LearningRate, 1, "InnerLearningRate");
        var adapted = Each(i => program.Subtract(weights[i], program.Scale(gradient[i], rate), Adapted + Network.Parameters[i].Property));
        var moved = Named(Adapted, adapted).Where((_, i) => moves(Network.Parameters[i]));
        return Optimize.Run(new TensorProgram(moved));
    }

    private TensorProgram Predict(PassKind kind)
    {
        var program = new ProgramBuilder();
        var weights = Inputs(program, "weights", perTask: true);
        var x = program.Input("x", Network.Examples(new Dim(spec.Tasks.SupportExamples, Name: "examples")), "x", perTask: true);
        var pass = Network.Pass(kind, spec.Tasks.SupportExamples);
        var outputs = new List<KeyValuePair<string, Value>> { new("prediction", Network.Forward(program, weights, x, pass)) };
        if (kind == PassKind.Training && pass.Statistics(program) is { } statistics)
        {
            outputs.Add(new(NetworkPass.StatisticsName, statistics));
        }

        return Optimize.Run(new TensorProgram(outputs));
    }

    /// <summary>The loss of predictions, summed over tasks where it is to be minimised.</summary>
    private TensorProgram Loss(int examples, Factor weight, bool withGradient)
    {
        var program = new ProgramBuilder();
        var prediction = program.Input("prediction", TensorType.Of(examples, spec.Tasks.Outputs), Prediction, perTask: true);
        var y = program.Input("y", TensorType.Of(examples, spec.Tasks.Outputs), "y", perTask: true);
        var loss = program.Scale(TaskLoss.Of(program, prediction, y), weight, "loss");
        if (!withGradient) return Optimize.Run(new TensorProgram([new("loss", loss)]));
        var gradient = TaskLoss.Gradient(program, prediction, y, weight);
        gradient.Name = PredictionGradient;
        return Optimize.Run(new TensorProgram([new("loss", program.TaskSum(loss, "loss")), new(PredictionGradient, gradient)]));
    }

    private IReadOnlyList<Value> Inputs(ProgramBuilder program, string owner, bool perTask) => Each(i =>
    {
        var (property, type) = (Network.Parameters[i].Property, Network.Parameters[i].Type);
        return program.Input(owner == "weights" ? Lower(i) : owner + property, type, $"{owner}.{property}", perTask);
    });

    private IEnumerable<KeyValuePair<string, Value>> Named(string owner, IReadOnlyList<Value> values) =>
        values.Select((value, i) => new KeyValuePair<string, Value>($"{owner}.{Network.Parameters[i].Property}", value));

    private Value[] Each(Func<int, Value> make) => [.. Enumerable.Range(0, Network.Parameters.Count).Select(make)];

    private string Lower(int parameter) => Printing.CSharpLiteral.Lower(Network.Parameters[parameter].Property);

    // What tasks do not adapt does not move while they do.
    private Dictionary<Value, Value> AdaptedPairs(IReadOnlyList<Value> keys, IReadOnlyList<Value> values) =>
        Enumerable.Range(0, keys.Count).Where(i => Network.Parameters[i].IsAdapted).ToDictionary(i => keys[i], i => values[i]);
}
