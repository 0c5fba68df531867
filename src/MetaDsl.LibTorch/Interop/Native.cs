using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

/// <summary>The C interface of <c>native/</c>, one declaration a function, in the order of its files.</summary>
internal static unsafe partial class Native
{
    private const string Library = "metadsl_torch";

    // Not a static constructor: that would add a check to every call.
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "The resolver must be there before the first native call, whichever that is.")]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Library) return 0;
        var file = Path.Combine(AppContext.BaseDirectory, $"lib{Library}.so");
        try
        {
            return NativeLibrary.Load(File.Exists(file) ? file : Library, assembly, path);
        }
        catch (DllNotFoundException cause)
        {
            throw new DllNotFoundException(
                $"MetaDsl.LibTorch cannot load its native part '{file}'; build the project again on this machine, "
                + "where libtorch must be installed."
                + $"\n  the loader says: {cause.Message}", cause);
        }
    }

    // bridge.cpp
    [DllImport(Library)] internal static extern byte* at_last_error();
    [DllImport(Library)] internal static extern void at_release(nint tensor);
    [DllImport(Library)] internal static extern void at_take_list(Produced* results);
}
