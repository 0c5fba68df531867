using System.Runtime.InteropServices;
using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

/// <summary>The BLAS of Debian's libtorch, seen from where the binding sees it.</summary>
internal static unsafe class OpenBlas
{
    private static readonly delegate* unmanaged<int> CountThreads = Find();

    internal static bool IsThere => CountThreads != null;

    internal static int Threads => CountThreads();

    private static delegate* unmanaged<int> Find()
    {
        // Looked up in the native part, a name is found in the libraries that it brings along.
        var part = NativeLibrary.Load("metadsl_torch", typeof(torch).Assembly, null);
        return NativeLibrary.TryGetExport(part, "openblas_get_num_threads", out var found) ? (delegate* unmanaged<int>)found : null;
    }
}

/// <summary>A test that asks OpenBLAS; where libtorch computes with another BLAS it counts as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenBlasFactAttribute : FactAttribute
{
    public OpenBlasFactAttribute()
    {
        if (!OpenBlas.IsThere) Skip = "libtorch computes without OpenBLAS here, or hides it";
    }
}
