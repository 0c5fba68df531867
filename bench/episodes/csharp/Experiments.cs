using MetaDsl;

namespace EpisodesBench;

[Model, Input(1, 28, 28)]
[Repeat<ConvBlock>(4, Name = "block"), Flatten]
[Classifier]
public partial class Conv4;

[Block, Conv(64, Kernel = 3), BatchNorm, Relu, MaxPool(2)]
public partial class ConvBlock;

/// <summary>What dataloader.py draws from: the 30 background alphabets.</summary>
[FewShot(ways: 5, shots: 1, Queries = 15)]
[Omniglot, Resize(28), Invert]
public partial class Characters;

[Experiment<Conv4, Characters>]
[Maml(Steps = 1, LearningRate = 0.4)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 32, Iterations = 1_000)]
[Device("cpu")]
public partial class Conv4Maml;
