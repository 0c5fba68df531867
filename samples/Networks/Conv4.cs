using MetaDsl;

namespace Networks;

/// <summary>The network of most few-shot papers: four blocks of 64 filters.</summary>
[Model, Input(1, 28, 28)]
[Repeat<ConvBlock>(4, Name = "block"), Flatten]
[Classifier]
public partial class Conv4;

/// <summary>A convolution that keeps the size, and a pooling that halves it.</summary>
[Block, Conv(64, Kernel = 3), BatchNorm, Relu, MaxPool(2)]
public partial class ConvBlock;

[Experiment<Conv4, NoisyPatterns>]
[Maml(Steps = 1, LearningRate = 0.1)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 2_000)]
[Evaluation(Tasks = 20, Steps = 5)]
public partial class Conv4Maml;
