using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        public ScalarType dtype
        {
            get
            {
                using var self = Use(this);
                return (ScalarType)Native.at_dtype(self);
            }
        }

        public Device device
        {
            get
            {
                using var self = Use(this);
                var type = (DeviceType)Native.at_device_type(self);
                return type == DeviceType.CPU ? CPU : new Device(type, Native.at_device_index(self));
            }
        }

        public DeviceType device_type
        {
            get
            {
                using var self = Use(this);
                return (DeviceType)Native.at_device_type(self);
            }
        }

        public int device_index
        {
            get
            {
                using var self = Use(this);
                return Native.at_device_index(self);
            }
        }

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_meta => device_type == DeviceType.META;

        public bool is_sparse
        {
            get
            {
                using var self = Use(this);
                return Native.at_is_sparse(self) != 0;
            }
        }

        /// <summary>The sizes of all dimensions, in a new array; <see cref="size(int)"/> asks for one at no such cost.</summary>
        public long[] shape
        {
            get
            {
                using var self = Use(this);
                var result = new long[Native.at_dim(self)];
                fixed (long* sizes = result) Done(Native.at_sizes(self, sizes, result.Length));
                return result;
            }
        }

        public long ndim => dim();

        public long Dimensions => dim();

        public long NumberOfElements => numel();

        public long ElementSize => element_size();

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_floating_point() => Elements.IsFloatingPoint(dtype);

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        public long dim()
        {
            using var self = Use(this);
            return Native.at_dim(self);
        }

        public long numel()
        {
            using var self = Use(this);
            return Native.at_numel(self);
        }

        public long element_size()
        {
            using var self = Use(this);
            return Native.at_element_size(self);
        }

        public long[] size() => shape;

        public long size(int dim)
        {
            using var self = Use(this);
            long result;
            Done(Native.at_size(self, dim, &result));
            return result;
        }

        public long[] stride()
        {
            using var self = Use(this);
            var result = new long[Native.at_dim(self)];
            fixed (long* strides = result) Done(Native.at_strides(self, strides, result.Length));
            return result;
        }

        public long stride(int dim)
        {
            using var self = Use(this);
            long result;
            Done(Native.at_stride(self, dim, &result));
            return result;
        }

        public long storage_offset()
        {
            using var self = Use(this);
            long result;
            Done(Native.at_storage_offset(self, &result));
            return result;
        }

        public bool is_contiguous()
        {
            using var self = Use(this);
            int result;
            Done(Native.at_is_contiguous(self, &result));
            return result != 0;
        }

        public bool is_pinned()
        {
            using var self = Use(this);
            int result;
            Done(Native.at_is_pinned(self, &result));
            return result != 0;
        }

        /// <summary>Whether the only element differs from zero.</summary>
        public bool is_nonzero()
        {
            using var self = Use(this);
            int result;
            Done(Native.at_is_nonzero(self, &result));
            return result != 0;
        }
    }
}
