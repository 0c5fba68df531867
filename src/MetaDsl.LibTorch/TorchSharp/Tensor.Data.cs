using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        internal Number ReadItem()
        {
            using var self = Use(this);
            Number number;
            Done(Native.at_item(self, &number), "item");
            return number;
        }
    }
}

public static class TensorExtensionMethods
{
    public static float ToSingle(this torch.Tensor value) => (float)Given(value).ReadItem().AsDouble;
}
