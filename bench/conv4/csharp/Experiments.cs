using MetaDsl;
using TorchSharp;
using Tensor = TorchSharp.torch.Tensor;

namespace Conv4Bench;

[Model, Input(1, 28, 28)]
[Repeat<ConvBlock>(4, Name = "block"), Flatten]
[Classifier]
public partial class Conv4;

[Block, Conv(64, Kernel = 3), BatchNorm, Relu, MaxPool(2)]
public partial class ConvBlock;

/// <summary>Random images, as many as the peer draws.</summary>
[FewShot(ways: 5, shots: 1, Queries = 15)]
public partial class RandomImages
{
    internal static Tensor TrainingClasses() => torch.randn([20, 16, 1, 28, 28]);

    internal static Tensor TestClasses() => torch.randn([5, 16, 1, 28, 28]);
}

[Experiment<Conv4, RandomImages>]
[Maml(Steps = 1, LearningRate = 0.4)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Device("cpu")]
public partial class SecondOrder1;

[Experiment<Conv4, RandomImages>]
[Maml(Steps = 5, LearningRate = 0.4)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Device("cpu")]
public partial class SecondOrder5;

[Experiment<Conv4, RandomImages>]
[Maml(Steps = 5, LearningRate = 0.4, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 1_000)]
[Device("cpu")]
public partial class FirstOrder5;
