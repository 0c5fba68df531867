using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Unary(&Native.at_abs, this);

        public Tensor abs_() => UnaryInPlace(&Native.at_abs_, this);

        public Tensor add(Tensor target) => Binary(&Native.at_add, this, target);

        public Tensor add_(Tensor target) => BinaryInPlace(&Native.at_add_, this, target);

        public Tensor mul(Tensor target) => Binary(&Native.at_mul, this, target);
    }
}
