using MetaDsl;

namespace MemoryBench;

[Model, Input(1)]
[Linear(40), Relu]
[Linear(40), Relu]
[Linear(1)]
public partial class SineNet;

[RegressionTasks(Shots = 10, Queries = 10)]
public partial class Sinusoids
{
    [Uniform(0.1, 5.0)] private double Amplitude { get; }
    [Uniform(0.0, Math.PI)] private double Phase { get; }
    [Uniform(-5.0, 5.0)] private double X { get; }
    private double Y => Amplitude * Math.Sin(X - Phase);
}

[Experiment<SineNet, Sinusoids>]
[Maml(Steps = 1, LearningRate = 0.01)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 100_000)]
public partial class OneStep;

[Experiment<SineNet, Sinusoids>]
[Maml(Steps = 5, LearningRate = 0.001)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 100)]
public partial class FiveSteps;

[Experiment<SineNet, Sinusoids>]
[Maml(Steps = 50, LearningRate = 0.001)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 100)]
public partial class FiftySteps;

[Experiment<SineNet, Sinusoids>]
[Maml(Steps = 50, LearningRate = 0.001, Memory = InnerMemory.Recompute)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 100)]
public partial class FiftyStepsRecomputed;
