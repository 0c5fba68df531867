using MetaDsl;

namespace Networks;

/// <summary>A small vision transformer: patches of 7 by 7, four layers with the normalisation in front, the mean over patches.</summary>
[Model, Input(1, 28, 28)]
[Conv(64, Kernel = 7, Stride = 7, Padding = 0, Name = "patches"), ToSequence, Position]
[Repeat<VitLayer>(4, Name = "layer")]
[LayerNorm, SequenceMean, Classifier]
public partial class SmallVit;

[Block, Residual<VitAttention>(Name = "mix"), Residual<VitMlp>(Name = "think")]
public partial class VitLayer;

[Block, LayerNorm, Attention(4)]
public partial class VitAttention;

[Block, LayerNorm, Linear(128, Name = "up"), Gelu, Linear(64, Name = "down")]
public partial class VitMlp;
