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

    private const string OneTask =
        """
        /// <summary>One of the tasks, as a batch of its own.</summary>
        public Tasks Only(int index) => new()
        {
            SupportX = SupportX.narrow(0, index, 1),
            SupportY = SupportY.narrow(0, index, 1),
            QueryX = QueryX.narrow(0, index, 1),
            QueryY = QueryY.narrow(0, index, 1),
        };
        """;

    /// <summary>The interface of the experiment, once its members are printed.</summary>
    public string Interface { get; private set; } = "";

    /// <summary>The constants of its tasks, once its members are printed.</summary>
    public IReadOnlyList<string> TaskConstants { get; private set; } = [];

    /// <summary>The numbers that the printed methods give to tensor operations.</summary>
    public IEnumerable<Factor> Constants => constants;

    public string Print()
    {
        var inner = InnerLoop();
        WeightsRecord.AddTo(records, maml, inner.WriteWeightsMembers);
        records.Named(["LossGradient"], "A loss and its gradient.", [("Tensor", "Loss"), ("Weights", "Gradient")]);
        var tasks = TaskPrinter.For(writer, spec, Body);
        tasks.AddRecords(records, maml.TakesTasksApart ? OneTask : "");
        (Interface, TaskConstants) = (tasks.Interface, [.. tasks.Constants]);

        var loop = new LoopPrinter(writer, spec, maml.Network, tasks);
        var evaluation = new EvaluationPrinter(writer, spec, inner, tasks, maml.TakesTasksApart);
        loop.WriteState();
        loop.WriteConstructor();
        loop.WriteTraining(inner.Mode);
        inner.WriteMetaGradient();
        OptimizerPrinter.WriteStep(writer, spec.Outer);
        writer.Blank();
        tasks.WriteSampling();
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
