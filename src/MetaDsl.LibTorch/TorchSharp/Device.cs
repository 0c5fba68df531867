using System.Globalization;
using MetaDsl.LibTorch;

namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);

    public static readonly Device META = new(DeviceType.META);

    /// <summary>The current CUDA device.</summary>
    public static Device CUDA { get; } = new(DeviceType.CUDA);

    public static Device MPS { get; } = new(DeviceType.MPS);

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);

    /// <summary>Where a tensor lives: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>.</summary>
    public class Device
    {
        public Device(DeviceType deviceType, int index = -1)
        {
            // libtorch holds the number in a byte.
            if (index is < -1 or > sbyte.MaxValue)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(index), index, "The number of a device starts at 0, and ends at 127; -1 stands for the current device.");
            }

            type = deviceType;
            // One machine has one main memory, so "cpu:0" and "cpu" are the same place.
            this.index = deviceType == DeviceType.CPU ? -1 : index;
        }

        public Device(string deviceType, int index = -1)
            : this(ParseType(deviceType, deviceType), index)
        {
        }

        public Device(string description)
            : this(ParseType(description?.Split(':')[0], description), ParseIndex(description!))
        {
        }

        /// <summary>A CUDA device.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; }

        /// <summary>Which of its kind, or -1 for the current one.</summary>
        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return index < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
        }

        /// <summary>libtorch's own error on a missing device is a page about dispatch keys.</summary>
        internal void RequirePresent()
        {
            var present = type switch
            {
                DeviceType.CPU or DeviceType.META => true,
                DeviceType.CUDA => cuda_is_available(),
                DeviceType.MPS => mps_is_available(),
                _ => false,
            };
            if (present) return;
            throw new TorchException(
                $"The device '{this}' is not available: this libtorch was built without it, or the machine has none; use torch.CPU.");
        }

        private static DeviceType ParseType(string? name, string? description) => name?.ToLowerInvariant() switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            "mps" => DeviceType.MPS,
            "meta" => DeviceType.META,
            null => throw new ArgumentNullException(nameof(description), "the device is null; name one, such as \"cpu\" or \"cuda:0\"."),
            _ => throw new ArgumentException(
                $"'{description}' is not a device; write \"cpu\", \"cuda\" or \"cuda:\" and a number.", nameof(description)),
        };

        private static int ParseIndex(string description)
        {
            var parts = description.Split(':');
            if (parts.Length == 1) return -1;
            if (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return index;
            throw new ArgumentException(
                $"'{description}' is not a device; write \"cpu\", \"cuda\" or \"cuda:\" and a number.", nameof(description));
        }
    }
}
