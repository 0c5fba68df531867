using Benches;
using MetaDsl;

namespace Published;

/// <summary>With the weights that the first paper began with.</summary>
[Model, Input(1)]
[Linear(40), Relu]
[Linear(40), Relu]
[Linear(1)]
[InitialWeights(InitialWeights.TruncatedNormal, Deviation = 0.01)]
public partial class PaperNet;

[Experiment<PaperNet, Sinusoids>]
[Maml(Steps = 1, LearningRate = 0.01)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]
[Evaluation(Tasks = 10_000, Steps = 10)]
public partial class OneStep;

[Experiment<PaperNet, Sinusoids>]
[Maml(Steps = 1, LearningRate = 0.01, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]
[Evaluation(Tasks = 10_000, Steps = 10)]
public partial class OneStepFirstOrder;

[Experiment<PaperNet, Sinusoids>]
[Maml(Steps = 5, LearningRate = 0.01)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]
[Evaluation(Tasks = 10_000, Steps = 10)]
public partial class FiveSteps;
