using Benches;
using MetaDsl;

namespace SinusoidBench;

[Experiment<SineNet, Sinusoids>]
[Maml(Steps = 1, LearningRate = 0.01)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]
[Evaluation]
[Device("cpu")]
public partial class OneStep;

[Experiment<SineNet, Sinusoids>]
[Maml(Steps = 5, LearningRate = 0.01)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]
[Evaluation]
[Device("cpu")]
public partial class FiveSteps;
