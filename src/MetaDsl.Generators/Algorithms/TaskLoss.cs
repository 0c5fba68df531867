using MetaDsl.Generators.Passes;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Algorithms;

/// <summary>What is to be small on a task: a mean over its examples.</summary>
internal abstract class TaskLoss
{
    /// <summary>
    /// What is taken from what speaks for a class that is none of a task's: far beyond what separates any that are, and no infinity, which
    /// times zero is no number.
    /// </summary>
    public const double Unlikely = 1e9;

    /// <summary>The loss in words of mathematics.</summary>
    public abstract string Formula { get; }

    /// <summary>The loss of predictions, both [examples, outputs].</summary>
    public abstract Value Of(ProgramBuilder program, Value prediction, Value target);

    /// <summary>Its gradient with respect to the predictions, times a factor.</summary>
    public abstract Value Gradient(ProgramBuilder program, Value prediction, Value target, Factor factor);

    public static TaskLoss For(TaskSpec tasks) => tasks switch
    {
        FewShotTaskSpec { IsRanged: true } => new WeightedCrossEntropy(),
        FewShotTaskSpec => new CrossEntropy(),
        _ => new MeanSquaredError(),
    };

    private sealed class MeanSquaredError : TaskLoss
    {
        public override string Formula => "mean (prediction - y)²";

        public override Value Of(ProgramBuilder program, Value prediction, Value target)
        {
            var residual = program.Subtract(prediction, target, "residual");
            return program.Mean(program.Multiply(residual, residual, "squares"), [0, 1], "loss");
        }

        public override Value Gradient(ProgramBuilder program, Value prediction, Value target, Factor factor) =>
            GradientPass.Of(program, program.Scale(Of(program, prediction, target), factor, "loss"), [prediction])[0];
    }

    /// <summary>Of the softmax of the predictions, given targets that are one for the true class and zero for others.</summary>
    private sealed class CrossEntropy : TaskLoss
    {
        public override string Formula => "mean cross-entropy of the predictions";

        public override Value Of(ProgramBuilder program, Value prediction, Value target)
        {
            var logs = program.Apply(new LogSoftmax(1), [prediction], "logProbabilities");
            var sum = program.Sum(program.Multiply(target, logs, "logLikelihoods"), [0, 1], "loss");
            return program.Scale(sum, new Factor(-1, prediction.Type.Dims[0].Count), "loss");
        }

        // The derivative of the whole, which that of its parts would only lead to by a detour.
        public override Value Gradient(ProgramBuilder program, Value prediction, Value target, Factor factor)
        {
            var probabilities = program.Apply(new Softmax(1), [prediction], "probabilities");
            return program.Scale(program.Subtract(probabilities, target, "excess"), factor / prediction.Type.Dims[0].Count);
        }
    }

    /// <summary>
    /// The same for tasks that differ in size, where a slot that a task does not fill repeats an example and counts nothing: targets are a
    /// weight for the true class and zero for others, with a mean weight of one. A class that no target names is none of the task's.
    /// </summary>
    private sealed class WeightedCrossEntropy : TaskLoss
    {
        public override string Formula => "mean cross-entropy of the predictions for the task's classes";

        public override Value Of(ProgramBuilder program, Value prediction, Value target)
        {
            var logs = program.Apply(new LogSoftmax(1), [OfItsClasses(program, prediction, target)], "logProbabilities");
            var sum = program.Sum(program.Multiply(target, logs, "logLikelihoods"), [0, 1], "loss");
            return program.Scale(sum, new Factor(-1, prediction.Type.Dims[0].Count), "loss");
        }

        public override Value Gradient(ProgramBuilder program, Value prediction, Value target, Factor factor)
        {
            var probabilities = program.Apply(new Softmax(1), [OfItsClasses(program, prediction, target)], "probabilities");
            var weights = program.Sum(target, [1], "exampleWeights", keep: true);
            var weighted = program.Multiply(probabilities, weights, "weightedProbabilities");
            return program.Scale(program.Subtract(weighted, target, "excess"), factor / prediction.Type.Dims[0].Count);
        }

        private static Value OfItsClasses(ProgramBuilder program, Value prediction, Value target)
        {
            var weights = program.Sum(target, [0], "classWeights", keep: true);
            var isThere = program.Apply(new Sign(), [weights], "isThere");
            var penalties = program.Scale(program.Shift(isThere, -1, "isMissing"), Unlikely, "penalties");
            return program.Add(prediction, penalties, "itsOwn");
        }
    }
}
