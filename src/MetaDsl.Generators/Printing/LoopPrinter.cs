using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints what a user calls and what trains: construction, training loop, outer learning rate, disposal.</summary>
internal sealed class LoopPrinter(SourceWriter writer, ExperimentSpec spec, Network network, TaskPrinter tasks, PassPrinter passes)
{
    private readonly InitialWeightsPrinter initial = new(writer, network.Parameters);

    private IEnumerable<(string Name, string Value)> State => passes.State;

    // The @ of a keyword is C#'s, not the name's.
    private string Name => spec.Type.Name.TrimStart('@');

    public void WriteState()
    {
        writer.Lines(
            """
            private readonly RandomStream random;
            private readonly torch.Device device;
            private readonly torch.Generator generator;

            // All weights in one row, so that the optimizer changes them in one go, and each as a view into it.
            private readonly Tensor parameters;
            private readonly Weights weights;
            """);
        foreach (var state in OptimizerPrinter.State(spec.Outer)) writer.Lines($"private readonly Tensor {state};");
        foreach (var (state, _) in State) writer.Lines($"private readonly Tensor {state};");
        writer.Lines("private long iteration;");
        tasks.WriteState();
        writer.Blank();
    }

    public void WriteConstructor()
    {
        writer.Lines(
            "/// <summary>Makes the experiment with fresh weights. The seed decides them, every task and so every result.</summary>");
        writer.Block($"public {spec.Type.Name}(long seed = 0)", () =>
        {
            writer.Lines(
                """
                random = RandomStream.From(seed);
                device = ChooseDevice();
                generator = new torch.Generator(0, device);
                parameters = torch.empty(ParameterCount, Type, device);
                weights = Weights.In(parameters);
                """);
            foreach (var state in OptimizerPrinter.State(spec.Outer)) writer.Lines($"{state} = torch.zeros(ParameterCount, Type, device);");
            foreach (var (state, value) in State) writer.Lines($"{state} = {value};");
            writer.Blank();
            passes.WriteInitialState(writer);
            initial.WriteStatements();
        });
        writer.Blank();
        initial.WriteMethods();
        writer.Lines("/// <summary>The name of the declaring class.</summary>");
        writer.Lines($"public string Name => \"{Name}\";").Blank();
        WriteSummary();
        writer.Lines("/// <summary>Where the data of its tasks lie, if they declare any; to be set before these are first read.</summary>");
        writer.Lines("public DataOptions Data { get; set; } = new();").Blank();
    }

    /// <param name="mode">The line that keeps autograd from recording, or nothing.</param>
    public void WriteTraining(string mode)
    {
        const string Parameters =
            "TrainingOptions options, IProgress<TrainingProgress>? progress = null, CancellationToken cancellation = default";
        var summary =
            $"Trains for {spec.Outer.Iterations} iterations of {Words.Plural(spec.Outer.MetaBatch, "task")}, "
            + "or as many as the options say, from where the last call stopped.";
        writer.Lines(
            $$"""
            /// <summary>{{summary}}</summary>
            public TrainingResult Train({{Parameters}})
            {
                {{Indented(tasks.Prepare)}}var monitor = new TrainingMonitor(Summary, options, progress, cancellation, iteration);
                while (monitor.Next()) MetaStep(monitor);
                return monitor.Result();
            }

            /// <summary>One iteration of the outer loop: new tasks, their meta-gradient, one step of the optimizer.</summary>
            private void MetaStep(TrainingMonitor monitor)
            {
                {{Indented(mode)}}using var tasks = {{tasks.TrainingTasks}};
                {{Indented(passes.Prepare)}}using var query = MetaGradient(tasks{{passes.Arguments}});
                {{Indented(passes.Release)}}// A loss that is no number ends the training here, before it can spoil the weights.
                monitor.Record(query.Loss.ToDouble());
                using var gradient = query.Gradient.Flatten();
                ApplyMetaGradient(gradient, LearningRate(iteration));
                {{Indented(passes.Keep)}}iteration++;
            }

            """);
        var rate = CSharpLiteral.Of(spec.Outer.LearningRate);
        var (period, decay) = (spec.Outer.Schedule.Period, CSharpLiteral.Of(spec.Outer.Schedule.Decay));
        if (spec.Outer.Schedule.Kind == ScheduleKind.Cosine) writer.Lines("// Over the declared iterations, however many a call trains.");
        writer.Lines($"private static double LearningRate(long iteration) => {spec.Outer.Schedule.Kind switch
        {
            ScheduleKind.Constant => $"{rate};",
            ScheduleKind.Cosine => $"LearningRateSchedule.Cosine({rate}, iteration, Iterations);",
            _ => $"LearningRateSchedule.Step({rate}, iteration, {period}, {decay});",
        }}").Blank();
        writer.Lines(
            """
            // Numbers for different uses and iterations are independent, and the same whenever they are drawn.
            private long SeedOf(string use, long index) => (long)(random.Split(use).At(index) >> 1);

            """);
        WriteDevice();
    }

    public void WriteDispose()
    {
        writer.Lines("/// <summary>Frees the weights and the optimizer's state.</summary>");
        writer.Block("public void Dispose()", () =>
        {
            writer.Lines("weights.Dispose();").Lines("parameters.Dispose();");
            foreach (var state in OptimizerPrinter.State(spec.Outer)) writer.Lines($"{state}.Dispose();");
            foreach (var (state, _) in State) writer.Lines($"{state}.Dispose();");
            tasks.WriteDispose();
            writer.Lines("generator.Dispose();");
        });
    }

    private static string Indented(string statements) => statements.Replace("\n", "\n    ");

    private void WriteSummary()
    {
        var stages = network.Rows.Where(row => row.Layer.BeginsStage);
        var layers = string.Join(", ", stages.Select(row => $"{row.Path} {row.Output.ToString().Trim('[', ']')}"));
        var (steps, rate) = (Words.Plural(spec.Inner.Steps, "step"), CSharpLiteral.Of(spec.Inner.LearningRate));
        var order = spec.Inner.Order == GradientOrder.First ? "first" : "second";
        writer.Lines("/// <summary>What was declared, in numbers and in words.</summary>");
        writer.Block("public ExperimentSummary Summary => new()", () => writer.Lines(
            $$""""
            Name = Name,
            Iterations = Iterations,
            MetaBatch = MetaBatch,
            InnerSteps = InnerSteps,
            EvaluationTasks = EvaluationTasks,
            EvaluationSteps = EvaluationSteps,
            Parameters = ParameterCount,
            Device = device.ToString(),
            Declaration =
                """
                {{spec.Model.Name}}: {{layers}}
                {{tasks.Summary}}
                MAML: {{steps}} of {{rate}}, {{order}} order
                """,
            """"), end: "};").Blank();
    }

    private void WriteDevice()
    {
        var (wanted, fallback) = (spec.Device.Device, spec.Device.Fallback);
        if (!wanted.StartsWith("cuda", StringComparison.Ordinal))
        {
            writer.Lines($"private static torch.Device ChooseDevice() => torch.device(\"{wanted}\");").Blank();
            return;
        }

        var index = wanted.IndexOf(':') is var colon && colon < 0 ? "0" : wanted.Substring(colon + 1);
        var otherwise = fallback.Length > 0
            ? $"return torch.device(\"{fallback}\");"
            : $"throw new InvalidOperationException(\"{Name} wants '{wanted}', which this machine has not; "
                + "add 'Fallback = \\\"cpu\\\"' to its [Device].\");";
        writer.Lines($"/// <summary>{wanted} where there is one{(fallback.Length > 0 ? ", else " + fallback : "")}.</summary>");
        writer.Block("private static torch.Device ChooseDevice()", () => writer.Lines(
            $"""
            if (torch.cuda.is_available() && torch.cuda.device_count() > {index}) return torch.device("{wanted}");
            {otherwise}
            """));
        writer.Blank();
    }
}
