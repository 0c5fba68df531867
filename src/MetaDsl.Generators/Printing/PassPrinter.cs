using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// Prints what passes through a network need beside weights and examples: masks of what drops out, averages of statistics, the row of a
/// step, the support examples. Most networks need none of it, and then nothing is printed.
/// </summary>
internal sealed class PassPrinter(ExperimentSpec spec, Network network)
{
    private const string Channels = "NormChannels";

    private static readonly Factor AverageRate = new(0.1, 1, "AverageRate");

    public bool TrainsOtherwise => network.TrainsOtherwise;

    public bool NeedsSupport => network.NeedsSupport;

    public bool KeepsAverages => network.Averages.Count > 0;

    /// <summary>
    /// Empty where a method that passes through the network needs the experiment's own state, else <c>static</c> with a space.
    /// </summary>
    public string Static => network.LearnsPerStep ? "" : "static ";

    /// <summary>The same of methods that pass through it where nothing is trained.</summary>
    public string TestStatic => KeepsAverages || network.TestsPerStep ? "" : "static ";

    /// <summary>The parameters, each after a comma, by which methods of training hand on what all passes of a batch need.</summary>
    public string Parameters => Masks(", Masks[] masks") + Averages(", Tensor seen");

    public string Arguments => Masks(", masks") + Averages(", seen");

    /// <summary>The same on the way back, where norms have seen all: to a later step, and to the first.</summary>
    public string BackParameters => BackParametersOfFirst + TakenParameterBack;

    public string BackParametersOfFirst => Masks(", Masks[] masks");

    /// <summary>The parameter that tells how many steps were taken, where a pass of training depends on it.</summary>
    public string TakenParameter => TrainsOtherwise ? ", int taken" : "";

    /// <summary>The parameters by which methods of evaluation do.</summary>
    public string TestParameters => Support(", Tensor supportX") + ForwardParameters;

    public string TestArguments => Support(", supportX") + ForwardArguments;

    /// <summary>The parameters of one pass of an evaluation, whatever the examples.</summary>
    public string ForwardParameters => Averages(", Tensor statistics") + TestSteps(", Tensor stepRow");

    public string ForwardArguments => Averages(", statistics") + TestSteps(", stepRow");

    /// <summary>The same arguments where the tasks are at hand.</summary>
    public string TasksTestArguments => Support(", tasks.SupportX") + ForwardArguments;

    /// <summary>What a learner is made of beside its weights.</summary>
    public string LearnerArguments => Support(", tasks.SupportX.alias()") + Averages(", statistics.clone()") + TestSteps(", StepAt(steps)");

    /// <summary>The tensors among <see cref="TestParameters"/>, by their names.</summary>
    public IEnumerable<string> TestTensors
    {
        get
        {
            if (NeedsSupport) yield return "supportX";
            if (KeepsAverages) yield return "statistics";
            if (network.TestsPerStep) yield return "stepRow";
        }
    }

    /// <summary>The state that an experiment keeps, each tensor with what makes it.</summary>
    public IEnumerable<(string Name, string Value)> State
    {
        get
        {
            if (KeepsAverages) yield return ("statistics", $"torch.zeros(InnerSteps + 1, 2 * {Channels}, Type, device)");
            if (network.TestsPerStep) yield return ("stepRows", "torch.eye(InnerSteps + 1, dtype: Type, device: device)");
        }
    }

    /// <summary>The constants, as <c>Name = value</c>.</summary>
    public IEnumerable<string> Constants =>
        KeepsAverages ? [$"{Channels} = {CSharpLiteral.Of(network.Averages.Sum(norm => norm.Channels))}"] : [];

    private string TakenParameterBack => network.Masks.Count > 0 || network.LearnsPerStep ? ", int taken" : "";

    // Whose examples a pass of training shows: of support and query together where the norms need both.
    private string QueryCount => NeedsSupport ? $"{spec.Tasks.SupportName} + {Queries}" : Queries;

    private string Queries => spec.Tasks is FewShotTaskSpec ? "QueryExamples" : "Queries";

    /// <summary>The parameters of one pass of training, rather than of all passes of a batch.</summary>
    public string PassParameters => Masks(", Masks masks") + Steps(", Tensor stepRow") + Averages(", Tensor seen, int taken");

    /// <summary>The names that a method with some of these parameters already uses.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["masks", "stepRow", "statistics", "seen", "taken", "supportX", "found"];

    /// <summary>The arguments of <see cref="PassParameters"/>.</summary>
    public string PassArguments(string taken, string row = NetworkPass.StepName) =>
        Masks($", masks[{taken}]") + Steps($", {row}") + Averages($", seen, {taken}");

    /// <summary>The arguments of <see cref="Parameters"/> and <see cref="TakenParameter"/>.</summary>
    public string At(string taken) => Arguments + (TrainsOtherwise ? $", {taken}" : "");

    /// <summary>The arguments of <see cref="BackParameters"/>.</summary>
    public string BackAt(string taken) => BackAtFirst + (TakenParameterBack.Length > 0 ? $", {taken}" : "");

    public string BackAtFirst => Masks(", masks");

    /// <summary>The statement that finds the row of a step, with its line end, where there is one.</summary>
    public string FindStep(string taken, string row = NetworkPass.StepName) => Steps($"using var {row} = StepAt({taken});\n");

    /// <summary>The same where nothing is trained.</summary>
    public string FindTestStep(string taken) => TestSteps($"using var {NetworkPass.StepName} = StepAt({taken});\n");

    /// <summary>The statement that notes what norms have seen, with its line end, where they keep averages.</summary>
    public string Note(string taken, string statistics) => Averages($"Note(seen, {taken}, {statistics});\n");

    /// <summary>The statement that gives each task, as a batch of its own, to a method of training.</summary>
    public string ForEachTask(string method)
    {
        if (!TrainsOtherwise) return $"ForEachTask(tasks, (index, task) => {method}(task));";
        string[] statements =
        [
            Masks("var ownMasks = Array.ConvertAll(masks, mask => mask.Only(index));"),
            Averages("using var ownSeen = seen.narrow(0, index, 1);"),
            $"{method}(task{Masks(", ownMasks")}{Averages(", ownSeen")});",
            Masks("foreach (var mask in ownMasks) mask.Dispose();"),
        ];
        var lines = string.Join("\n    ", statements.Where(statement => statement.Length > 0));
        return $"ForEachTask(tasks, (index, task) =>\n{{\n    {lines}\n}});";
    }

    /// <summary>The statements that make <c>both</c> of support and other examples.</summary>
    public static string JoinSupport(string support, string examples) =>
        $"""
        // The support examples come first: norms take their statistics from them.
        using var both = torch.cat([{support}, {examples}], 1);
        """;

    /// <summary>What stands for the roots of a pass's inputs.</summary>
    public void AddRoots(Dictionary<string, string> roots, string taken)
    {
        roots[NetworkPass.MasksName] = $"masks[{taken}]";
        roots[NetworkPass.StepName] = "stepRow";
        roots[NetworkPass.StatisticsName] = "statistics";
    }

    public void AddRecords(Records records)
    {
        if (network.Masks.Count == 0) return;
        var fields = network.Masks.Select(mask => ("Tensor", mask.Name)).ToArray();
        var only = string.Join("\n", network.Masks.Select(mask => $"    {mask.Name} = {mask.Name}.narrow(0, index, 1),"));
        records.Named(
            ["Masks"],
            "What drops out in a pass through the network: zero there, and the inverse of the share that is kept elsewhere.",
            fields,
            $$"""
            /// <summary>Those of one of the tasks.</summary>
            public Masks Only(int index) => new()
            {
            {{only}}
            };
            """);
    }

    /// <summary>The statements of the constructor behind those that make the state.</summary>
    public void WriteInitialState(SourceWriter writer)
    {
        if (!KeepsAverages) return;
        writer.Lines(
            $"""
            // Variances come behind means, and begin with one.
            using var variances = statistics.narrow(1, {Channels}, {Channels});
            variances.fill_(1.0);
            """).Blank();
    }

    /// <summary>The statements of an iteration that make what its passes need.</summary>
    public string Prepare => Masks("var masks = DrawMasks(SeedOf(\"masks\", iteration));\n")
        + Averages($"using var seen = torch.empty(MetaBatch, InnerSteps + 1, 2 * {Channels}, Type, device);\n");

    /// <summary>The statements of an iteration behind its gradient.</summary>
    public string Release => Masks("foreach (var mask in masks) mask.Dispose();\n");

    /// <summary>The statement at the end of an iteration.</summary>
    public string Keep => Averages("KeepAverages(seen);\n");

    /// <summary>The numbers that its methods give to tensor operations.</summary>
    public IEnumerable<Factor> Numbers
    {
        get
        {
            if (KeepsAverages) yield return AverageRate;
            foreach (var mask in network.Masks) yield return Larger(mask);
        }
    }

    public void WriteMethods(SourceWriter writer)
    {
        if (network.Masks.Count > 0) WriteMasks(writer);
        if (KeepsAverages)
        {
            writer.Lines(
                """
                /// <summary>Notes the means and variances that the norms have found after a number of steps.</summary>
                private static void Note(Tensor seen, int taken, Tensor statistics)
                {
                    using var row = seen.select(1, taken);
                    row.copy_(statistics);
                }

                /// <summary>Moves the averages of the norms by a tenth towards what an iteration's tasks have shown.</summary>
                private void KeepAverages(Tensor seen)
                {
                    using var change = seen.mean([0]);
                    change.sub_(statistics);
                    statistics.add_(change, AverageRate);
                }

                """);
        }

        if (!network.TestsPerStep) return;
        const string Row = "One in the row of the number of steps taken, zero in others; more steps than in training count as the last.";
        writer.Lines(
            $"""
            /// <summary>{Row}</summary>
            private Tensor StepAt(int taken) => stepRows.narrow(1, Math.Min(taken, InnerSteps), 1);

            """);
    }

    private void WriteMasks(SourceWriter writer)
    {
        writer.Lines(
            $$"""
            /// <summary>Draws what drops out before each step and in the query pass; the same seed draws the same.</summary>
            private Masks[] DrawMasks(long seed)
            {
                generator.manual_seed(seed);
                var masks = new Masks[InnerSteps + 1];
                for (var i = 0; i < InnerSteps; i++) masks[i] = MasksFor({{spec.Tasks.SupportName}});
                masks[InnerSteps] = MasksFor({{QueryCount}});
                return masks;
            }

            """);
        writer.Block("private Masks MasksFor(int examples) => new()", () =>
        {
            foreach (var mask in network.Masks)
            {
                var sizes = string.Concat(mask.Type.Dims.Skip(1).Select(dim => $", {dim}"));
                var (kept, larger) = (CSharpLiteral.Of(mask.Kept), CSharpLiteral.Constant(Larger(mask)));
                writer.Lines($"{mask.Name} = DrawMask({kept}, {larger}, MetaBatch, examples{sizes}),");
            }
        }, end: "};");
        writer.Blank().Lines(
            """
            private Tensor DrawMask(double kept, Scalar larger, params long[] shape)
            {
                var mask = torch.empty(shape, Type, device);
                // Above zero is what is kept, and rounds up to one; it is drawn twice as fast as Bernoulli's numbers.
                mask.uniform_(kept - 1, kept, generator);
                mask.ceil_();
                mask.mul_(larger);
                return mask;
            }

            """);
    }

    private static Factor Larger(DropoutMask mask) => new(1, mask.Kept);

    private string Masks(string text) => network.Masks.Count > 0 ? text : "";

    private string Averages(string text) => KeepsAverages ? text : "";

    private string Steps(string text) => network.LearnsPerStep ? text : "";

    private string TestSteps(string text) => network.TestsPerStep ? text : "";

    private string Support(string text) => NeedsSupport ? text : "";
}
