using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// The methods of an inner step, one a part: from weights that all tasks share, or from each task's own. What both have alike is written
/// once.
/// </summary>
internal sealed class StepMethods
{
    private readonly IReadOnlyDictionary<string, TensorProgram> parts;
    private readonly Dictionary<string, string> types = [];
    private readonly Func<PartMethod, string[], PartMethod> add;
    private readonly Records records;
    private readonly bool isShared;
    private readonly bool isTest;

    /// <param name="parts">The parts of the step.</param>
    /// <param name="isShared">Whether the weights are those of all tasks.</param>
    /// <param name="isTest">Whether the step is one of an evaluation, which computes otherwise than those of training.</param>
    /// <param name="records">Where the classes of results go.</param>
    /// <param name="add">Gives a method one of the names, or the same method where there is one.</param>
    /// <param name="loss">The support loss in words.</param>
    public StepMethods(
        IReadOnlyDictionary<string, TensorProgram> parts,
        bool isShared,
        bool isTest,
        Records records,
        Func<PartMethod, string[], PartMethod> add,
        string loss)
    {
        (this.parts, this.isShared, this.isTest, this.records, this.add) = (parts, isShared, isTest, records, add);
        var whose = (isShared ? "shared weights, for the examples of all tasks at once" : "each task's own weights")
            + (isTest ? ", where nothing is trained" : "");
        types[NetworkPass.MasksName] = "Masks";
        types[Maml.Activations] = Record(Maml.Activations, "Activations", "What the network computes on the way to its prediction.");
        Forward = Part(Maml.Activations, "Forward", $"The network with {whose}.");
        LossGradient = Part(Maml.PredictionGradient, "SupportLossGradient", $"The gradient of {loss} with respect to the predictions.");
        if (Residuals(Maml.Gradients).Any())
        {
            types[Maml.Gradients] = Record(Maml.Gradients, "Gradients", "The gradient of the weights, and what is found on the way to it.");
        }

        var weights = isShared ? "the weights, of which each task has its own" : "each task's weights";
        Backward = Part(Maml.Gradients, "Backward", $"From the gradient of the predictions to that of {weights}.");
        if (!parts.ContainsKey(Maml.Curvature)) return;
        types[Maml.Tangents] = Record(Maml.Tangents, "Tangents", "How the activations change when the weights move in a direction.");
        ForwardTangent = Part(Maml.Tangents, "ForwardTangent", "How the activations change when the weights move in the given direction.");
        Curvature = Part(
            Maml.Curvature,
            "HessianProduct",
            "The Hessian of the support loss times the direction: how the gradient changes." + (isShared ? " Summed over tasks." : ""));
    }

    public PartMethod Forward { get; }

    public PartMethod LossGradient { get; }

    public PartMethod Backward { get; }

    /// <summary>The two halves of a Hessian-vector product; null where nothing is carried back through such a step.</summary>
    public PartMethod? ForwardTangent { get; }

    public PartMethod? Curvature { get; }

    public string ActivationsType => types[Maml.Activations];

    /// <summary>The weights' gradient in what <see cref="Backward"/> returned.</summary>
    public string GradientOf(string result) => Backward.Returns == "Weights" ? result : result + ".Weights";

    private string Record(string part, string name, string summary)
    {
        var fields = Residuals(part).Select(field => ("Tensor", field));
        if (part == Maml.Gradients) fields = fields.Prepend(("Weights", "Weights"));
        return records.Named(Either(name), summary, [.. fields], part == Maml.Gradients && !isShared ? KeepWeights(part) : "");
    }

    // The usual name, or another where a step from other weights has taken it for something else.
    private string[] Either(string name) => isShared ? [name, name + "Shared"] : isTest ? [name, "Test" + name] : [name];

    private string KeepWeights(string part) => Records.KeepOnly("Weights", "the weights' gradient", Residuals(part));

    // The results of a part that are no weights, without the part's name.
    private IEnumerable<string> Residuals(string part) => parts[part].Outputs
        .OrderBy(output => output.Value.Id)
        .Select(output => output.Key)
        .Where(key => key.StartsWith(part + ".", StringComparison.Ordinal) && !Maml.IsWeight(key))
        .Select(key => key.Substring(part.Length + 1));

    private PartMethod Part(string part, string name, string summary)
    {
        var program = parts[part];
        var weights = program.Outputs.Where(output => Maml.IsWeight(output.Key)).ToArray();
        var type = types.TryGetValue(part, out var record) ? record : weights.Length > 0 ? "Weights" : "Tensor";
        var method = new PartMethod(summary, program, types, type, Result);
        return add(method, Either(name));

        string Result(Func<string, string> output)
        {
            if (type == "Tensor") return output(program.Outputs[0].Key);
            var row = Records.Initializer(
                "Weights", weights.Select(weight => (weight.Key.Substring(weight.Key.IndexOf('.') + 1), output(weight.Key))));
            if (record is null) return row;
            var fields = Residuals(part).Select(field => (field, output($"{part}.{field}")));
            return Records.Initializer(type, weights.Length > 0 ? fields.Prepend(("Weights", row)) : fields);
        }
    }
}
