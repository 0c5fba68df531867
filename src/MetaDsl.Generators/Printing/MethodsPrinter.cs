using System.Collections.Generic;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the members of an experiment, and notes the constants they use.</summary>
internal sealed class MethodsPrinter(ExperimentSpec spec, Maml maml, DerivativeStrategy derivatives)
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

    /// <summary>The constants of its tasks and passes, once its members are printed.</summary>
    public IReadOnlyList<string> Constants { get; private set; } = [];

    /// <summary>The numbers that the printed methods give to tensor operations.</summary>
    public IEnumerable<Factor> Numbers => constants;

    public string Print()
    {
        var passes = new PassPrinter(spec, maml.Network);
        var inner = InnerLoop(passes);
        WeightsRecord.AddTo(records, maml, inner.WriteWeightsMembers);
        records.Named(["LossGradient"], "A loss and its gradient.", [("Tensor", "Loss"), ("Weights", "Gradient")]);
        var tasks = TaskPrinter.For(writer, spec, Body, passes);
        tasks.AddRecords(records, maml.TakesTasksApart ? OneTask : "");
        passes.AddRecords(records);
        constants.UnionWith(passes.Numbers);
        constants.UnionWith(tasks.Numbers);
        (Interface, Constants) = (tasks.Interface, [.. tasks.Constants, .. passes.Constants]);

        var loop = new LoopPrinter(writer, spec, maml.Network, tasks, passes);
        var evaluation = new EvaluationPrinter(writer, spec, inner, tasks, passes, maml.TakesTasksApart);
        loop.WriteState();
        loop.WriteConstructor();
        loop.WriteTraining(inner.Mode);
        inner.WriteMetaGradient();
        OptimizerPrinter.WriteStep(writer, spec.Outer);
        writer.Blank();
        tasks.WriteSampling();
        passes.WriteMethods(writer);
        evaluation.Write();
        inner.WritePrediction();
        loop.WriteDispose();
        writer.Blank();
        evaluation.WriteLearner();
        records.WriteTo(writer);
        return writer.ToString();
    }

    private InnerLoopPrinter InnerLoop(PassPrinter passes)
    {
        if (derivatives == DerivativeStrategy.CompileTime)
        {
            return new CompileTimePrinter(writer, spec, maml, passes, records, constants, Body);
        }

        constants.Add(new Factor(-spec.Inner.LearningRate, 1, "InnerLearningRate"));
        return new AutogradPrinter(writer, spec, maml, passes, Body);
    }

    private MethodBody Body(
        TensorProgram program,
        IReadOnlyCollection<string> reserved,
        IReadOnlyDictionary<string, string>? arguments = null,
        IReadOnlyCollection<string>? returned = null)
    {
        var isPrediction = program == maml.TrainingPrediction || program == maml.TestPrediction;
        var isRecorded = derivatives == DerivativeStrategy.Autograd && isPrediction;
        var body = new MethodBody(program, reserved, arguments, returned, inPlace: !isRecorded);
        constants.UnionWith(body.Constants);
        return body;
    }
}
