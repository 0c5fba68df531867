using MetaDsl;

namespace Networks;

/// <summary>Four residual blocks of three convolutions each, for images of 84 by 84 (Lee and others, 2019; without DropBlock).</summary>
[Model, Input(3, 84, 84)]
[Use<ResBlock64>(Name = "block1"), Use<ResBlock160>(Name = "block2"), Use<ResBlock320>(Name = "block3"), Use<ResBlock640>(Name = "block4")]
[GlobalAvgPool, Classifier]
public partial class ResNet12;

/// <summary>The body beside its projected input, and the activation and pooling behind both.</summary>
[Block, Residual<ResBody64>(NormedProjection = true), LeakyRelu(Slope = 0.1), MaxPool(2)]
public partial class ResBlock64;

[Block, Residual<ResBody160>(NormedProjection = true), LeakyRelu(Slope = 0.1), MaxPool(2)]
public partial class ResBlock160;

[Block, Residual<ResBody320>(NormedProjection = true), LeakyRelu(Slope = 0.1), MaxPool(2)]
public partial class ResBlock320;

[Block, Residual<ResBody640>(NormedProjection = true), LeakyRelu(Slope = 0.1), MaxPool(2)]
public partial class ResBlock640;

[Block]
[Conv(64, Bias = false), BatchNorm, LeakyRelu(Slope = 0.1)]
[Conv(64, Bias = false), BatchNorm, LeakyRelu(Slope = 0.1)]
[Conv(64, Bias = false), BatchNorm]
public partial class ResBody64;

[Block]
[Conv(160, Bias = false), BatchNorm, LeakyRelu(Slope = 0.1)]
[Conv(160, Bias = false), BatchNorm, LeakyRelu(Slope = 0.1)]
[Conv(160, Bias = false), BatchNorm]
public partial class ResBody160;

[Block]
[Conv(320, Bias = false), BatchNorm, LeakyRelu(Slope = 0.1)]
[Conv(320, Bias = false), BatchNorm, LeakyRelu(Slope = 0.1)]
[Conv(320, Bias = false), BatchNorm]
public partial class ResBody320;

[Block]
[Conv(640, Bias = false), BatchNorm, LeakyRelu(Slope = 0.1)]
[Conv(640, Bias = false), BatchNorm, LeakyRelu(Slope = 0.1)]
[Conv(640, Bias = false), BatchNorm]
public partial class ResBody640;
