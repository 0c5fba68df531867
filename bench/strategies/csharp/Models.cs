using MetaDsl;
using TorchSharp;

namespace StrategiesBench;

/// <summary>Depthwise convolutions, which mix no channels, and others of one pixel, which mix nothing else.</summary>
[Model, Input(1, 28, 28), Conv(64, Stride = 2), BatchNorm, Relu]
[Repeat<Separable>(2), MaxPool(2), Use<Separable>, Flatten, Classifier]
public partial class SeparableNet;

[Block, Conv(64, Groups = 64), BatchNorm, Relu, Conv(64, Kernel = 1), BatchNorm, Relu]
public partial class Separable;

[Model, Input(1, 28, 28), Conv(16), Relu, Conv(16, Groups = 16), Relu, MaxPool(2), Flatten, Classifier]
public partial class DepthwiseNet;

[Model, Input(1, 28, 28), Conv(16), Relu, Conv(16, Dilation = 2), Relu, Conv(16, Dilation = 2), Relu, MaxPool(2), Flatten, Classifier]
public partial class DilatedNet;

[Model, Input(192, 32), Position, Attention(4), LayerNorm, SequenceMean, Classifier]
public partial class LongAttention;

[Model, Input(64, 32), Position, Attention(4), LayerNorm, SequenceMean, Classifier]
public partial class ShortAttention;

[FewShot(ways: 5, shots: 1, Queries = 15)]
public partial class LongSequences
{
    internal static torch.Tensor TrainingClasses() => Networks.NoisyPatterns.Draw(classes: 10, [192, 32], seed: 1);

    internal static torch.Tensor TestClasses() => Networks.NoisyPatterns.Draw(classes: 10, [192, 32], seed: 2);
}

[FewShot(ways: 5, shots: 1, Queries = 15)]
public partial class ShortSequences
{
    internal static torch.Tensor TrainingClasses() => Networks.NoisyPatterns.Draw(classes: 10, [64, 32], seed: 1);

    internal static torch.Tensor TestClasses() => Networks.NoisyPatterns.Draw(classes: 10, [64, 32], seed: 2);
}
