using System.Collections.Generic;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the members of an experiment, and notes the constants they use.</summary>
internal sealed class MethodsPrinter(ExperimentSpec spec, Maml maml)
{
    private readonly SourceWriter writer = SourceWriter.Unbroken();
    private readonly Records records = new();
    private readonly HashSet<Factor> constants = [];

    /// <summary>The numbers that the printed methods give to tensor operations.</summary>
    public IEnumerable<Factor> Constants => constants;

    public string Print()
    {
        var inner = InnerLoop();
        WeightsRecord.AddTo(records, maml.Network, inner.WriteWeightsMembers);
        records.Named(["LossGradient"], "A loss and its gradient.", [("Tensor", "Loss"), ("Weights", "Gradient")]);
        var tasks = new TaskPrinter(writer, spec.Tasks);
        tasks.AddRecords(records);

        var loop = new LoopPrinter(writer, spec, maml.Network);
        var evaluation = new EvaluationPrinter(writer, spec, inner);
        loop.WriteState();
        loop.WriteConstructor();
        loop.WriteTraining(inner.Mode);
        inner.WriteMetaGradient();
        OptimizerPrinter.WriteStep(writer, spec.Outer);
        writer.Blank();
        tasks.Write(Body(TaskTarget.Build(spec.Tasks), ["parameters", "x"]));
        evaluation.Write();
        inner.WritePrediction();
        loop.WriteDispose();
        writer.Blank();
        evaluation.WriteLearner();
        records.WriteTo(writer);
        return writer.ToString();
    }

    private InnerLoopPrinter InnerLoop()
    {
        if (spec.Derivatives == DerivativeStrategy.CompileTime) return new CompileTimePrinter(writer, spec, maml, records, constants, Body);
        constants.Add(new Factor(-spec.Inner.LearningRate, 1, "InnerLearningRate"));
        return new AutogradPrinter(writer, spec, maml, Body);
    }

    private MethodBody Body(
        TensorProgram program,
        IReadOnlyCollection<string> reserved,
        IReadOnlyDictionary<string, string>? arguments = null,
        IReadOnlyCollection<string>? returned = null)
    {
        var isRecorded = spec.Derivatives == DerivativeStrategy.Autograd && program == maml.Prediction;
        var body = new MethodBody(program, reserved, arguments, returned, inPlace: !isRecorded);
        constants.UnionWith(body.Constants);
        return body;
    }
}
