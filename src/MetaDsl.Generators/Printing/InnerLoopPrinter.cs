using System.Collections.Generic;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Makes the body of a method and notes its constants.</summary>
internal delegate MethodBody BodyMaker(
    TensorProgram program,
    IReadOnlyCollection<string> reserved,
    IReadOnlyDictionary<string, string>? arguments = null,
    IReadOnlyCollection<string>? returned = null);

/// <summary>Prints adaptation and the gradient through it, by one of the ways to differentiate.</summary>
internal abstract class InnerLoopPrinter(SourceWriter writer, Maml maml, PassPrinter passes)
{
    protected SourceWriter Writer => writer;

    protected Maml Maml => maml;

    protected PassPrinter Passes => passes;

    private const string Summary = "The gradient of the mean query loss of all tasks with respect to the shared weights, and that loss";

    private const string WhyApart = "the images of one keep a core busy, and those of all would not fit its cache";

    private string Apart =>
        $$"""
        private LossGradient MetaGradient(Tasks tasks{{passes.Parameters}})
        {
            if (device.type != DeviceType.CPU) return MetaGradientOf(tasks{{passes.Arguments}});

            {{Mode.Replace("\n", "\n    ")}}var parts = new LossGradient[tasks.SupportX.size(0)];
            {{passes.ForEachTask("parts[index] = MetaGradientOf").Replace("\n", "\n    ")}}
            var sum = parts[0];
            for (var i = 1; i < parts.Length; i++)
            {
                using var part = parts[i];
                sum.Loss.add_(part.Loss);
                sum.Gradient.Add(part.Gradient);
            }

            return sum;
        }

        /// <summary>Takes tasks one by one, each on one thread: {{WhyApart}}.</summary>
        private static void ForEachTask(Tasks tasks, Action<int, Tasks> body)
        {
            var (count, threads) = ((int)tasks.SupportX.size(0), torch.get_num_threads());
            torch.set_num_threads(1);
            try
            {
                TaskThreads.ForEach(count, threads, index =>
                {
                    torch.set_num_threads(1);
                    {{Mode.Replace("\n", "\n            ")}}using var task = tasks.Only(index);
                    body(index, task);
                });
            }
            finally
            {
                torch.set_num_threads(threads);
            }
        }

        """;

    /// <summary>Writes <c>MetaGradient</c> and what it calls.</summary>
    public void WriteMetaGradient()
    {
        if (!Maml.TakesTasksApart)
        {
            WriteMetaGradient("MetaGradient", Summary);
            return;
        }

        Writer.Lines($"/// <summary>{Summary}.</summary>").Lines(Apart);
        WriteMetaGradient("MetaGradientOf", "The same, all tasks at once");
    }

    /// <summary>
    /// An expression of each task's weights after one more step, given <c>before</c>, <c>tasks</c> and the number of the <c>step</c>.
    /// </summary>
    public abstract string NextStep { get; }

    /// <summary>
    /// The line that keeps autograd from recording where nothing is to be recorded, with its line end; empty where it must.
    /// </summary>
    public abstract string Mode { get; }

    /// <summary>Writes the method that finds the gradient, and what it calls.</summary>
    protected abstract void WriteMetaGradient(string name, string summary);

    /// <summary>Writes <c>AdaptEach</c>: each task's weights after a number of steps.</summary>
    public abstract void WriteAdaptEach();

    /// <summary>Writes <c>PredictEach</c> and <c>ErrorOfEach</c>.</summary>
    public abstract void WritePrediction();

    /// <summary>Writes the members that only this way needs of the class of weights.</summary>
    public abstract void WriteWeightsMembers(SourceWriter members);
}
