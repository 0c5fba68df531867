using MetaDsl;

namespace Networks;

/// <summary>The network of most few-shot papers: four blocks of 64 filters (Vinyals and others, 2016).</summary>
[Model, Input(1, 28, 28)]
[Repeat<ConvBlock64>(4, Name = "block"), Flatten]
[Classifier]
public partial class Conv4;

/// <summary>The same with 32 filters, as MAML has it for images of 84 by 84 (Finn and others, 2017).</summary>
[Model, Input(3, 84, 84)]
[Repeat<ConvBlock32>(4, Name = "block"), Flatten]
[Classifier]
public partial class Conv4Of32;

/// <summary>A convolution that keeps the size, and a pooling that halves it.</summary>
[Block, Conv(64, Kernel = 3), BatchNorm, Relu, MaxPool(2)]
public partial class ConvBlock64;

/// <summary>The same with half the filters.</summary>
[Block, Conv(32, Kernel = 3), BatchNorm, Relu, MaxPool(2)]
public partial class ConvBlock32;
