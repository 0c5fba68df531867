namespace TorchSharp;

public static unsafe partial class torch
{
    // Null stands for the CPU, so that creation has nothing to look up.
    private static Device? defaultDevice;

    /// <summary>Where creation functions put their tensors when no device is said; it holds for all threads.</summary>
    public static Device get_default_device() => defaultDevice ?? CPU;

    public static void set_default_device(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        device.RequirePresent();
        defaultDevice = device.type == DeviceType.CPU ? null : device;
    }

    public static void set_default_device(string device) => set_default_device(new Device(device));

    /// <summary>The device itself, or the default one for null; an error if it cannot be used.</summary>
    public static Device InitializeDevice(Device? device)
    {
        var chosen = device ?? get_default_device();
        InitializeDeviceType(chosen.type);
        return chosen;
    }

    /// <summary>Makes libtorch start the device now rather than with its first tensor.</summary>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        using var probe = empty(0, device: new Device(deviceType));
    }

    public static bool TryInitializeDeviceType(DeviceType deviceType)
    {
        try
        {
            InitializeDeviceType(deviceType);
            return true;
        }
        catch (MetaDsl.LibTorch.TorchException)
        {
            return false;
        }
    }
}
