using System.Collections.Generic;
using System.Linq;
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
    private const string Support = "tasks.SupportX";
    private const string SupportTarget = "tasks.SupportY";

    private readonly ExperimentSpec spec;
    private readonly Network network;

    public Maml(ExperimentSpec spec)
    {
        this.spec = spec;
        network = new Network(spec.Model);
        (First, BackThroughFirst) = Step(perTask: false);
        (Next, BackThroughNext) = Step(perTask: true);
        Query = QueryGradient();
        Error = QueryError();
        Prediction = Predict();
    }

    /// <summary>The step from the weights that all tasks share, and the way back through it, which sums over tasks.</summary>
    public TensorProgram First { get; }

    public TensorProgram BackThroughFirst { get; }

    /// <summary>A step from each task's own weights, and the way back through it.</summary>
    public TensorProgram Next { get; }

    public TensorProgram BackThroughNext { get; }

    /// <summary>The query loss and its gradient with respect to each task's adapted weights.</summary>
    public TensorProgram Query { get; }

    /// <summary>Each task's error at given points.</summary>
    public TensorProgram Error { get; }

    public TensorProgram Prediction { get; }

    public Network Network => network;

    private static string GradientName(string property) => property + "Gradient";

    private (TensorProgram Forward, TensorProgram Back) Step(bool perTask)
    {
        var program = new ProgramBuilder();
        var weights = Weights(program, "weights", perTask);
        var x = program.Input("supportX", TensorType.Of(spec.Tasks.Shots, spec.Model.InputShape[0]), Support, perTask: true);
        var y = program.Input("supportY", TensorType.Of(spec.Tasks.Shots, 1), SupportTarget, perTask: true);

        program.Begin(perTask ? "Forward pass with each task's own weights." : "Forward pass, shared by all tasks: the weights have not diverged yet.");
        var prediction = network.Forward(program, weights, x);
        program.Begin($"Gradient of the support loss S = mean (prediction - y)² over {spec.Tasks.Shots} examples.");
        var loss = MeanSquaredError(program, prediction, y, Factor.One);
        var gradients = GradientPass.Of(program, loss, weights);

        var rate = new Factor(spec.Inner.LearningRate, 1, "InnerLearningRate");
        program.Begin($"{Declared()}: w' = w - {Printing.CSharpLiteral.Of(spec.Inner.LearningRate)} ∇S(w).");
        var outputs = new List<KeyValuePair<string, Value>>();
        for (var i = 0; i < weights.Count; i++)
        {
            var adapted = program.Subtract(weights[i], program.Scale(gradients[i], rate), "adapted" + network.Parameters[i].Property);
            outputs.Add(new(network.Parameters[i].Property, adapted));
        }

        var directions = network.Parameters
            .Select(parameter => program.Input("direction" + parameter.Property, parameter.Type, "direction." + parameter.Property, perTask: true))
            .ToArray();
        var curvature = directions.Select(_ => (Value?)null).ToArray();
        if (spec.Inner.Order == GradientOrder.Second)
        {
            program.Begin("Hessian-vector product: how the support gradient changes when the weights move in the given direction.");
            curvature = [.. TangentPass.Of(program, gradients, Pairs(weights, directions))];
        }

        program.Begin(perTask ? "Back through the step: v - α ∇²S(w) v." : "Back through the step, summed over tasks: v - α ∇²S(w) v.");
        for (var i = 0; i < weights.Count; i++)
        {
            var back = curvature[i] is { } product
                ? program.Subtract(directions[i], program.Scale(product, rate), GradientName(Lower(i)))
                : directions[i];
            outputs.Add(new(GradientName(network.Parameters[i].Property), perTask ? back : program.TaskSum(back, GradientName(Lower(i)))));
        }

        return SplitPass.Run(
            Optimize.Run(new TensorProgram(outputs)),
            [.. network.Parameters.Select(parameter => GradientName(parameter.Property))],
            input => input.Name.StartsWith("direction", System.StringComparison.Ordinal),
            name => "step." + name);
    }

    private TensorProgram QueryGradient()
    {
        var program = new ProgramBuilder();
        var weights = Weights(program, "adapted", perTask: true);
        var x = program.Input("queryX", TensorType.Of(spec.Tasks.Queries, spec.Model.InputShape[0]), "tasks.QueryX", perTask: true);
        var y = program.Input("queryY", TensorType.Of(spec.Tasks.Queries, 1), "tasks.QueryY", perTask: true);
        program.Begin("Prediction of the query examples with the adapted weights.");
        var prediction = network.Forward(program, weights, x);
        program.Begin($"Query loss Q = mean (prediction - y)² over {spec.Tasks.Queries} examples of {spec.Outer.MetaBatch} tasks, and its gradient.");
        var loss = MeanSquaredError(program, prediction, y, Factor.One / spec.Outer.MetaBatch);
        var gradients = GradientPass.Of(program, loss, weights);
        var outputs = network.Parameters.Select((parameter, i) => new KeyValuePair<string, Value>(parameter.Property, gradients[i])).ToList();
        outputs.Add(new("Loss", program.TaskSum(loss, "queryLoss")));
        return Optimize.Run(new TensorProgram(outputs));
    }

    private TensorProgram QueryError()
    {
        var program = new ProgramBuilder();
        var weights = Weights(program, "weights", perTask: true);
        var x = program.Input("x", TensorType.Of(spec.Evaluation.Points, spec.Model.InputShape[0]), "x", perTask: true);
        var y = program.Input("y", TensorType.Of(spec.Evaluation.Points, 1), "y", perTask: true);
        var prediction = network.Forward(program, weights, x);
        return Optimize.Run(new TensorProgram([new("Error", MeanSquaredError(program, prediction, y, Factor.One))]));
    }

    private TensorProgram Predict()
    {
        var program = new ProgramBuilder();
        var weights = Weights(program, "weights", perTask: true);
        // No size of the examples' axis is ever printed here, so any number of them will do.
        var x = program.Input("x", TensorType.Of(2, spec.Model.InputShape[0]), "x", perTask: true);
        return Optimize.Run(new TensorProgram([new("Prediction", network.Forward(program, weights, x))]));
    }

    private static Value MeanSquaredError(ProgramBuilder program, Value prediction, Value target, Factor weight)
    {
        var residual = program.Subtract(prediction, target, "residual");
        var squares = program.Multiply(residual, residual, "squares");
        return program.Scale(program.Mean(squares, [0, 1], "loss"), weight, "loss");
    }

    private IReadOnlyList<Value> Weights(ProgramBuilder program, string owner, bool perTask) =>
    [
        .. network.Parameters.Select((parameter, i) => program.Input(Lower(i), parameter.Type, $"{owner}.{parameter.Property}", perTask)),
    ];

    private string Lower(int parameter)
    {
        var property = network.Parameters[parameter].Property;
        return char.ToLowerInvariant(property[0]) + property.Substring(1);
    }

    private string Declared() =>
        $"[Maml(Steps = {spec.Inner.Steps}, LearningRate = {Printing.CSharpLiteral.Of(spec.Inner.LearningRate)})]";

    private static Dictionary<Value, Value> Pairs(IReadOnlyList<Value> keys, IReadOnlyList<Value> values) =>
        Enumerable.Range(0, keys.Count).ToDictionary(i => keys[i], i => values[i]);
}
