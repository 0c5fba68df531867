using MetaDsl;

namespace Networks;

[Experiment<Mlp, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 2_000)]
[Evaluation(Tasks = 200, Steps = 5)]
public partial class MlpMaml;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 200)]
[Evaluation(Tasks = 20, Steps = 5)]
public partial class Conv4Maml;

[Experiment<Conv4Of32, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 100)]
[Evaluation(Tasks = 4, Steps = 1)]
public partial class Conv4Of32Maml;

[Experiment<ResNet12, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 20)]
[Evaluation(Tasks = 2, Steps = 1)]
public partial class ResNet12Maml;

[Experiment<SmallVit, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Evaluation(Tasks = 40, Steps = 5)]
public partial class VitMaml;

[Experiment<RowLstm, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Evaluation(Tasks = 40, Steps = 5)]
public partial class LstmMaml;

[Experiment<SkipNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Evaluation(Tasks = 40, Steps = 5)]
public partial class SkipMaml;
