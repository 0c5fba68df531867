using Benches;
using MetaDsl;

namespace MemoryBench;

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
