using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints few-shot tasks that differ in their numbers of classes and examples, all in tensors of one size.</summary>
internal sealed class RangedFewShotPrinter(SourceWriter writer, ExperimentSpec spec, FewShotTaskSpec tasks, PassPrinter passes)
    : FewShotPrinter(writer, spec, tasks, passes)
{
    private static readonly Factor Unlikely = new(-TaskLoss.Unlikely, 1, "Unlikely");

    /// <summary>The statements that make <c>itsOwn</c> of a <c>prediction</c> and the truth <c>y</c>.</summary>
    public static string ItsOwn =>
        $"""
        // Of the classes, those that some example has.
        using var classWeights = y.sum([1], keepdim: true);
        using var isMissing = classWeights.le(0);
        using var itsOwn = prediction.masked_fill(isMissing, {CSharpLiteral.Constant(Unlikely)});
        """;

    public override IEnumerable<Factor> Numbers => base.Numbers.Append(Unlikely);

    public override string AdaptSummary =>
        $"up to {Declared.SupportExamples} examples on the experiment's device as the network sees them, x as [n{Axes}], "
        + $"and the class of each, y as n whole numbers from 0, of which the greatest is {Declared.Ways - 1} at most.";

    public override string AdaptStatements =>
        $$"""
        var count = y.numel();
        if (count == 0 || count > SupportExamples || x.numel() != count * {{Elements}}{{OtherRows(Spec)}})
        {
            throw new ArgumentException(
                $"'{Name}' adapts to 1 to {SupportExamples} examples of {{Elements}} numbers, {{ShapesGiven}}
                + "give as many labels as examples.");
        }

        // Slots that are left over repeat the examples, and count nothing.
        using var places = torch.tensor(PaddedTasks.Places(count, SupportExamples), device: device);
        using var given = x.reshape(count{{Axes}});
        using var repeated = given.index_select(0, places);
        using var supportX = repeated.view(1, SupportExamples{{Axes}});
        using var numbers = y.to(torch.ScalarType.Int64);
        using var row = numbers.reshape(count);
        using var labels = row.index_select(0, places);
        using var oneForEach = torch.nn.functional.one_hot(labels, Ways);
        using var shares = torch.tensor(PaddedTasks.Weights(count, SupportExamples), [SupportExamples, 1], dtype: Type, device: device);
        using var weighted = oneForEach.mul(shares);
        using var supportY = weighted.view(1, SupportExamples, Ways);
        """;

    public override string PredictSummary =>
        $"What speaks for each class, of examples x, which are [n{Axes}]: [n, {Declared.Ways}], where those beyond the task's own "
        + "mean nothing. The softmax of its own is the probabilities.";

    protected override string Accuracy =>
        ItsOwn + """

        using var predicted = itsOwn.argmax(2);
        using var truth = y.argmax(2);
        using var isRight = predicted.eq(truth);
        using var right = isRight.to(Type);
        // By what each example counts.
        using var exampleWeights = y.sum([2]);
        right.mul_(exampleWeights);
        return right.mean([1]);
        """;

    public override void WriteSampling()
    {
        Examples.WritePaddedDrawing(
            $" of {Range(Declared.MinWays, Declared.Ways)} classes, "
            + $"each with {Range(Declared.MinShots, Declared.Shots)} support and {Declared.Queries} query examples");
        Writer.Lines(
            """
            /// <summary>What an example counts for its class, and zero for others.</summary>
            private Tensor WeightedLabels(long[] labels, double[] weights, int count)
            {
                using var classes = torch.tensor(labels, [count, labels.Length / count], device: device);
                using var oneForEach = torch.nn.functional.one_hot(classes, Ways);
                using var shares = torch.tensor(weights, [count, weights.Length / count, 1], dtype: Type, device: device);
                return oneForEach.mul(shares);
            }

            """);
        Examples.Write();
    }
}
