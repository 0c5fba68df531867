using MetaDsl;
using Networks;

namespace StrategiesBench;

[Experiment<Mlp, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class MlpSecondCompileTime;

[Experiment<Mlp, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class MlpSecondAutograd;

[Experiment<Mlp, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class MlpSecond;

[Experiment<Mlp, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class MlpFirstCompileTime;

[Experiment<Mlp, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class MlpFirstAutograd;

[Experiment<Mlp, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class MlpFirst;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class Conv4SecondCompileTime;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class Conv4SecondAutograd;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class Conv4Second;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class Conv4FirstCompileTime;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class Conv4FirstAutograd;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class Conv4First;

[Experiment<Conv4Of32, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class Conv4Of32SecondCompileTime;

[Experiment<Conv4Of32, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class Conv4Of32SecondAutograd;

[Experiment<Conv4Of32, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
public partial class Conv4Of32Second;

[Experiment<Conv4Of32, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class Conv4Of32FirstCompileTime;

[Experiment<Conv4Of32, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class Conv4Of32FirstAutograd;

[Experiment<Conv4Of32, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
public partial class Conv4Of32First;

[Experiment<ResNet12, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class ResNet12SecondCompileTime;

[Experiment<ResNet12, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class ResNet12SecondAutograd;

[Experiment<ResNet12, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
public partial class ResNet12Second;

[Experiment<ResNet12, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class ResNet12FirstCompileTime;

[Experiment<ResNet12, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class ResNet12FirstAutograd;

[Experiment<ResNet12, LargePatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 2, Iterations = 1_000)]
public partial class ResNet12First;

[Experiment<SmallVit, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class SmallVitSecondCompileTime;

[Experiment<SmallVit, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class SmallVitSecondAutograd;

[Experiment<SmallVit, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class SmallVitSecond;

[Experiment<SmallVit, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class SmallVitFirstCompileTime;

[Experiment<SmallVit, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class SmallVitFirstAutograd;

[Experiment<SmallVit, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class SmallVitFirst;

[Experiment<RowLstm, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class RowLstmSecondCompileTime;

[Experiment<RowLstm, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class RowLstmSecondAutograd;

[Experiment<RowLstm, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class RowLstmSecond;

[Experiment<RowLstm, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class RowLstmFirstCompileTime;

[Experiment<RowLstm, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class RowLstmFirstAutograd;

[Experiment<RowLstm, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class RowLstmFirst;

[Experiment<SkipNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class SkipNetSecondCompileTime;

[Experiment<SkipNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class SkipNetSecondAutograd;

[Experiment<SkipNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class SkipNetSecond;

[Experiment<SkipNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class SkipNetFirstCompileTime;

[Experiment<SkipNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class SkipNetFirstAutograd;

[Experiment<SkipNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class SkipNetFirst;

[Experiment<SeparableNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class SeparableNetSecondCompileTime;

[Experiment<SeparableNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class SeparableNetSecondAutograd;

[Experiment<SeparableNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class SeparableNetSecond;

[Experiment<SeparableNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class SeparableNetFirstCompileTime;

[Experiment<SeparableNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class SeparableNetFirstAutograd;

[Experiment<SeparableNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class SeparableNetFirst;

[Experiment<DepthwiseNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class DepthwiseNetSecondCompileTime;

[Experiment<DepthwiseNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class DepthwiseNetSecondAutograd;

[Experiment<DepthwiseNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class DepthwiseNetSecond;

[Experiment<DepthwiseNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class DepthwiseNetFirstCompileTime;

[Experiment<DepthwiseNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class DepthwiseNetFirstAutograd;

[Experiment<DepthwiseNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class DepthwiseNetFirst;

[Experiment<DilatedNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class DilatedNetSecondCompileTime;

[Experiment<DilatedNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class DilatedNetSecondAutograd;

[Experiment<DilatedNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class DilatedNetSecond;

[Experiment<DilatedNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class DilatedNetFirstCompileTime;

[Experiment<DilatedNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class DilatedNetFirstAutograd;

[Experiment<DilatedNet, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class DilatedNetFirst;

[Experiment<LongAttention, LongSequences>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class LongAttentionSecondCompileTime;

[Experiment<LongAttention, LongSequences>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class LongAttentionSecondAutograd;

[Experiment<LongAttention, LongSequences>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class LongAttentionSecond;

[Experiment<LongAttention, LongSequences>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class LongAttentionFirstCompileTime;

[Experiment<LongAttention, LongSequences>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class LongAttentionFirstAutograd;

[Experiment<LongAttention, LongSequences>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class LongAttentionFirst;

[Experiment<ShortAttention, ShortSequences>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class ShortAttentionSecondCompileTime;

[Experiment<ShortAttention, ShortSequences>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class ShortAttentionSecondAutograd;

[Experiment<ShortAttention, ShortSequences>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class ShortAttentionSecond;

[Experiment<ShortAttention, ShortSequences>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.CompileTime)]
public partial class ShortAttentionFirstCompileTime;

[Experiment<ShortAttention, ShortSequences>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Derivatives(DerivativeStrategy.Autograd)]
public partial class ShortAttentionFirstAutograd;

[Experiment<ShortAttention, ShortSequences>]
[Maml(Steps = 1, LearningRate = 0.1, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
public partial class ShortAttentionFirst;
