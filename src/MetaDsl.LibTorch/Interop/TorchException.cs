using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

/// <summary>
/// An error that libtorch reports. The first line says which operation refuses and why, the second which operands it was given.
/// TorchSharp throws <see cref="ExternalException"/>, so what catches that catches this.
/// </summary>
public sealed class TorchException : ExternalException
{
    public TorchException(string message)
        : base(message)
    {
    }

    /// <summary>The calling thread's last native error, named after the operation.</summary>
    internal static unsafe TorchException Last(string operation)
    {
        var message = Marshal.PtrToStringUTF8((nint)Native.at_last_error());
        return new TorchException($"{operation}: {(string.IsNullOrEmpty(message) ? "libtorch gives no reason." : message)}");
    }
}
