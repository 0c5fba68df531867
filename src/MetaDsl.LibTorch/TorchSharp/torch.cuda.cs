using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static bool cuda_is_available() => cuda.is_available();

    public static bool mps_is_available()
    {
        int result;
        Done(Native.at_mps_is_available(&result));
        return result != 0;
    }

    /// <summary>NVIDIA devices; without one, nothing is available and seeding does nothing.</summary>
    public static partial class cuda
    {
        // Once there, a device stays; and creation on it asks each time.
        private static bool seen;

        public static bool is_available()
        {
            if (seen) return true;
            int result;
            Done(Native.at_cuda_is_available(&result));
            return seen = result != 0;
        }

        public static bool is_cudnn_available()
        {
            int result;
            Done(Native.at_cudnn_is_available(&result));
            return result != 0;
        }

        public static int device_count()
        {
            int result;
            Done(Native.at_cuda_device_count(&result));
            return result;
        }

        /// <summary>Seeds the current device's generator.</summary>
        public static void manual_seed(long seed) => Done(Native.at_cuda_manual_seed(seed));

        public static void manual_seed_all(long seed) => Done(Native.at_cuda_manual_seed_all(seed));

        /// <summary>Waits until a device, by default the current one, has done all that was asked of it.</summary>
        public static void synchronize(Device? device = null)
        {
            if (device is not null && device.type != DeviceType.CUDA)
            {
                throw new ArgumentException($"'{device}' is not a CUDA device, so there is nothing to wait for.", nameof(device));
            }

            CUDA.RequirePresent();
            Done(Native.at_cuda_synchronize(device?.index ?? -1));
        }
    }

    public static partial class backends
    {
        public static partial class cuda
        {
            public static bool flash_sdp_enabled() => Sdp(1);

            public static bool math_sdp_enabled() => Sdp(0);

            public static void enable_flash_sdp(bool enable) => Done(Native.at_set_sdp(1, Flag(enable)));

            public static void enable_math_sdp(bool enable) => Done(Native.at_set_sdp(0, Flag(enable)));

            private static bool Sdp(int flash)
            {
                int result;
                Done(Native.at_get_sdp(flash, &result));
                return result != 0;
            }

            public static partial class matmul
            {
                /// <summary>Whether products of float32 matrices may use TensorFloat32's 10-bit fractions: faster, less exact.</summary>
                public static bool allow_tf32
                {
                    get => Tf32(0);
                    set => Done(Native.at_set_allow_tf32(0, Flag(value)));
                }
            }
        }

        public static partial class cudnn
        {
            /// <summary>The same for convolutions.</summary>
            public static bool allow_tf32
            {
                get => Tf32(1);
                set => Done(Native.at_set_allow_tf32(1, Flag(value)));
            }
        }

        private static bool Tf32(int cudnn)
        {
            int result;
            Done(Native.at_get_allow_tf32(cudnn, &result));
            return result != 0;
        }
    }
}
