using MetaDsl;
using Networks;

namespace StrategiesBench;

[Experiment<Mlp, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class MlpSecondCompileTime;

[Experiment<Mlp, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class MlpSecondAutograd;

[Experiment<Mlp, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class MlpFirstCompileTime;

[Experiment<Mlp, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class MlpFirstAutograd;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class Conv4SecondCompileTime;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class Conv4SecondAutograd;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class Conv4FirstCompileTime;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class Conv4FirstAutograd;

[Experiment<Conv4Of32, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class Conv4Of32SecondCompileTime;

[Experiment<Conv4Of32, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class Conv4Of32SecondAutograd;

[Experiment<Conv4Of32, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class Conv4Of32FirstCompileTime;

[Experiment<Conv4Of32, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class Conv4Of32FirstAutograd;

[Experiment<ResNet12, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class ResNet12SecondCompileTime;

[Experiment<ResNet12, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class ResNet12SecondAutograd;

[Experiment<ResNet12, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class ResNet12FirstCompileTime;

[Experiment<ResNet12, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class ResNet12FirstAutograd;

[Experiment<SmallVit, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class SmallVitSecondCompileTime;

[Experiment<SmallVit, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class SmallVitSecondAutograd;

[Experiment<SmallVit, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class SmallVitFirstCompileTime;

[Experiment<SmallVit, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class SmallVitFirstAutograd;

[Experiment<RowLstm, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class RowLstmSecondCompileTime;

[Experiment<RowLstm, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class RowLstmSecondAutograd;

[Experiment<RowLstm, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class RowLstmFirstCompileTime;

[Experiment<RowLstm, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class RowLstmFirstAutograd;

[Experiment<SkipNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class SkipNetSecondCompileTime;

[Experiment<SkipNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class SkipNetSecondAutograd;

[Experiment<SkipNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.CompileTime)]
public partial class SkipNetFirstCompileTime;

[Experiment<SkipNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000), Derivatives(DerivativeStrategy.Autograd)]
public partial class SkipNetFirstAutograd;
