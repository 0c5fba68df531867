using System.Runtime.InteropServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>The version of libtorch.</summary>
    public static string __version__ => Marshal.PtrToStringUTF8((nint)Native.at_version())!;

    /// <summary>How many threads one operation may use.</summary>
    public static int get_num_threads()
    {
        int result;
        Done(Native.at_get_num_threads(&result));
        return result;
    }

    public static void set_num_threads(int num)
    {
        RequireSensible(num);
        Done(Native.at_set_num_threads(num));
    }

    /// <summary>How many operations may run side by side.</summary>
    public static int get_num_interop_threads()
    {
        int result;
        Done(Native.at_get_num_interop_threads(&result));
        return result;
    }

    /// <summary>It can be set once, before any parallel work.</summary>
    public static void set_num_interop_threads(int num)
    {
        RequireSensible(num);
        Done(Native.at_set_num_interop_threads(num));
    }

    private static void RequireSensible(int num)
    {
        // libtorch starts them all at once, and hangs where the machine cannot.
        var most = Math.Max(1024, Environment.ProcessorCount);
        if (num >= 1 && num <= most) return;
        throw new ArgumentOutOfRangeException(nameof(num), num, $"The number of threads must be at least 1 and at most {most}.");
    }
}
