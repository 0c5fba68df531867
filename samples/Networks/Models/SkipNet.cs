using MetaDsl;
using static TorchSharp.torch;

namespace Networks;

/// <summary>A network whose layers are put together in C#: two branches over the pixels, three steps of the same weights, a skip.</summary>
[Model, Input(1, 28, 28)]
public partial class SkipNet
{
    [Conv(8, Stride = 2)]
    private Layer Stem { get; }

    [Conv(8)]
    private Layer Step { get; }

    [LayerNorm]
    private Layer Norm { get; }

    [Classifier]
    private Layer Head { get; }

    private Tensor Forward(Tensor x)
    {
        var image = Stem.Forward(x).relu();
        for (var i = 0; i < 3; i++) image = Advance(image, 0.5);
        var features = image.mean([2, 3]);
        return Head.Forward(Norm.Forward(features));
    }

    private Tensor Advance(Tensor image, double share) => image + (Step.Forward(image).tanh() * share);
}
