using MetaDsl;

namespace Omniglot;

/// <summary>The network of the paper on MAML: four convolutions with a stride of two in place of pooling.</summary>
[Model, Input(1, 28, 28)]
[Repeat<Strided>(4), GlobalAvgPool]
[Classifier]
public partial class StridedConv4;

[Block, Conv(64, Stride = 2), BatchNorm, Relu]
public partial class Strided;

[Experiment<StridedConv4, Characters>]
[Maml(Steps = 1, LearningRate = 0.4)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 8, Iterations = 1_000)]
[Evaluation(Tasks = 1_000, Steps = 3)]
public partial class OmniglotMaml;
