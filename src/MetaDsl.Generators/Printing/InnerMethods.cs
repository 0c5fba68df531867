using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// The methods that inner steps and the way back through them are made of, each a part of a program; with what they are given where they
/// are called, and the records of what a step keeps.
/// </summary>
internal sealed class InnerMethods
{
    private readonly ExperimentSpec spec;
    private readonly Maml maml;
    private readonly PassPrinter passes;
    private readonly List<PartMethod> methods = [];

    public InnerMethods(ExperimentSpec spec, Maml maml, PassPrinter passes, Records records, ICollection<Factor> constants)
    {
        (this.spec, this.maml, this.passes) = (spec, maml, passes);
        var loss = $"the support loss S = {maml.TaskLoss.Formula} over {Words.Plural(spec.Tasks.SupportExamples, "example")}";
        Later = new StepMethods(maml.Later, isShared: false, isTest: false, records, Add, loss);
        First = new StepMethods(maml.First, isShared: true, isTest: false, records, Add, loss);
        Test = passes.TrainsOtherwise ? new StepMethods(maml.Test, isShared: false, isTest: true, records, Add, loss) : Later;
        Descend = Add(Descending(), ["Descend"]);
        CarryBack = maml.IsSecondOrder ? Add(CarryingBack(), ["Descend", "CarryBack"]) : Descend;
        foreach (var method in methods)
        {
            foreach (var constant in method.Constants) constants.Add(constant);
        }

        if (!maml.IsSecondOrder) return;
        const string Summary = "An inner step: the adapted weights, and what the way back needs.";
        if (KeepsLater) LaterStep = Record(["InnerStep"], Later);
        FirstStep = Record(["InnerStep", "FirstStep"], First);

        string Record(string[] names, StepMethods step)
        {
            var fields = Fields(step).ToArray();
            var others = fields.Select(field => field.Name).Where(name => name != "Adapted");
            var keep = Records.KeepOnly("Adapted", "the adapted weights, for where nothing goes back", others);
            return records.Named(names, Summary, fields, keep);
        }
    }

    /// <summary>From the weights that all tasks share.</summary>
    public StepMethods First { get; }

    /// <summary>From each task's own weights.</summary>
    public StepMethods Later { get; }

    /// <summary>From each task's own weights where nothing is trained.</summary>
    public StepMethods Test { get; }

    /// <summary>The step of the weights along their gradient.</summary>
    public PartMethod Descend { get; }

    /// <summary>The same step of a direction along the Hessian's product with it.</summary>
    public PartMethod CarryBack { get; }

    /// <summary>The record of what the first step keeps for the way back; empty where it keeps nothing.</summary>
    public string FirstStep { get; } = "";

    /// <summary>The same of later steps.</summary>
    public string LaterStep { get; } = "";

    public bool HasLater => spec.Inner.Steps > 1;

    /// <summary>Whether later steps keep what the way back needs, rather than have it computed again.</summary>
    public bool KeepsLater => maml.IsSecondOrder && HasLater && !maml.Recomputes;

    /// <summary>A call that takes the first step.</summary>
    public string TakeFirst => $"TakeFirstStep(weights, tasks{passes.Arguments})";

    /// <summary>The weights after the first step alone, whatever else it keeps.</summary>
    public string AdaptFirst => Adapted(TakeFirst, FirstStep);

    /// <summary>What stands for each root where given examples are predicted.</summary>
    public Dictionary<string, string> ExampleRoots
    {
        get
        {
            var roots = new Dictionary<string, string> { ["weights"] = "weights", ["x"] = passes.NeedsSupport ? "both" : "x" };
            passes.AddRoots(roots, "0");
            return roots;
        }
    }

    /// <summary>A call that takes a later step.</summary>
    public string TakeLater(string weights, string taken) => $"TakeStep({weights}, tasks{passes.At(taken)})";

    /// <summary>The weights after a later step alone.</summary>
    public string AdaptLater(string weights, string taken) => Adapted(TakeLater(weights, taken), LaterStep);

    /// <summary>What stands for each root where the support examples are adapted to.</summary>
    public Dictionary<string, string> Roots(string taken)
    {
        var roots = new Dictionary<string, string>
        {
            ["weights"] = "weights",
            ["x"] = "tasks.SupportX",
            ["y"] = "tasks.SupportY",
            [Maml.Activations] = "activations",
            [Maml.PredictionGradient] = "predictionGradient",
            [Maml.Gradients] = "gradients",
            [Maml.Tangents] = "tangents",
        };
        passes.AddRoots(roots, taken);
        return roots;
    }

    /// <summary>What a step keeps for the way back.</summary>
    public static IEnumerable<(string Type, string Name)> Fields(StepMethods step)
    {
        yield return (step.ActivationsType, "Activations");
        yield return ("Tensor", "PredictionGradient");
        if (step.Backward.Returns != "Weights") yield return (step.Backward.Returns, "Gradients");
        yield return ("Weights", "Adapted");
    }

    public void WriteTo(SourceWriter writer)
    {
        foreach (var method in methods)
        {
            method.WriteTo(writer);
            writer.Blank();
        }
    }

    private static string Adapted(string step, string record) => record.Length > 0 ? step + ".KeepAdapted()" : step;

    private PartMethod Descending() =>
        Moving($"{Words.Maml(spec.Inner)}: w' = w - {CSharpLiteral.Of(spec.Inner.LearningRate)} ∇S(w).", maml.Descend);

    private PartMethod CarryingBack()
    {
        if (maml.Network.Parameters.All(parameter => parameter.IsAdapted)) return Descending();
        var rate = CSharpLiteral.Of(spec.Inner.LearningRate);
        return Moving($"The same for all weights, those that tasks leave alone included: v - {rate} ∇²S(w) v.", maml.CarryBack);
    }

    // What does not move is each task's as it was.
    private PartMethod Moving(string summary, TensorProgram program) => new(
        summary,
        program,
        new Dictionary<string, string>(),
        "Weights",
        output => Records.Initializer(
            "Weights",
            maml.Network.Parameters.Select(parameter => (parameter.Property, Moved(program, parameter.Property, output)))));

    private static string Moved(TensorProgram program, string property, Func<string, string> output)
    {
        var key = $"{Maml.Adapted}.{property}";
        return program.Outputs.Any(moved => moved.Key == key) ? output(key) : $"weights.{property}.expand_as(gradient.{property})";
    }

    // Two methods that say the same are one.
    private PartMethod Add(PartMethod method, string[] names)
    {
        foreach (var name in names)
        {
            var found = methods.Find(candidate => candidate.Name == name);
            if (found is not null && found.IsLike(method)) return found;
            if (found is not null) continue;
            method.Name = name;
            methods.Add(method);
            return method;
        }

        throw new InvalidOperationException($"no free name for '{names[0]}'");
    }
}
