using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// A conversion that has nothing to do answers with a second reference to the same data, unless a copy is asked for; each of the
        /// two is disposed on its own.
        /// </summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            To(type, null, copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            To(null, device ?? throw NoDevice(), copy, disposeAfter, non_blocking);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            To(null, new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(
            DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            To(null, new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            To(type, device ?? throw NoDevice(), copy, disposeAfter, non_blocking);

        /// <summary>To the element type and the device of another tensor.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) =>
            To(Given(other).dtype, other.device, false, false, non_blocking);

        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            To(type, null, copy, disposeAfter, non_blocking);

        public Tensor type(ScalarType dtype) => To(dtype, null);

        public Tensor type(Func<Tensor, Tensor> typeFunc)
        {
            ArgumentNullException.ThrowIfNull(typeFunc);
            return typeFunc(this);
        }

        /// <summary>To the element type and the device of another tensor.</summary>
        public Tensor type_as(Tensor tensor) => Binary(&Native.at_type_as, this, tensor);

        public Tensor cpu() => To(null, CPU);

        public Tensor cuda(Device? device = null, bool non_blocking = false)
        {
            if (device is not null && device.type != DeviceType.CUDA)
            {
                throw new ArgumentException($"'{device}' is not a CUDA device; use to() for other devices.", nameof(device));
            }

            return To(null, device ?? CUDA, non_blocking: non_blocking);
        }

        public Tensor mps(bool non_blocking = false) => To(null, MPS, non_blocking: non_blocking);

        public Tensor @bool() => To(ScalarType.Bool, null);

        public Tensor @byte() => To(ScalarType.Byte, null);

        /// <summary>To Int8, which is libtorch's char.</summary>
        public Tensor @char() => To(ScalarType.Int8, null);

        public Tensor @short() => To(ScalarType.Int16, null);

        public Tensor @int() => To(ScalarType.Int32, null);

        public Tensor @long() => To(ScalarType.Int64, null);

        public Tensor half() => To(ScalarType.Float16, null);

        public Tensor bfloat16() => To(ScalarType.BFloat16, null);

        public Tensor @float() => To(ScalarType.Float32, null);

        public Tensor @double() => To(ScalarType.Float64, null);

        private Tensor To(
            ScalarType? type,
            Device? device,
            bool copy = false,
            bool disposeAfter = false,
            bool non_blocking = false,
            [CallerMemberName] string operation = "")
        {
            Tensor result;
            using (var self = Use(this))
            {
                result = Made(Native.at_to(self, Likeness(type, device, false), Flag(non_blocking), Flag(copy)), operation);
            }

            if (disposeAfter) Dispose();
            return result;
        }

        private static ArgumentNullException NoDevice() =>
            new("device", "'device' is null; name one, such as torch.CPU or \"cuda:0\".");
    }
}
