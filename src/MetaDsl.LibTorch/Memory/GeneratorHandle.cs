using System.Runtime.InteropServices;
using TorchSharp;

namespace MetaDsl.LibTorch;

/// <summary>A native reference to a random number generator; the runtime frees it once nobody uses it any more.</summary>
internal sealed class GeneratorHandle : SafeHandle
{
    internal GeneratorHandle(nint source)
        : base(0, ownsHandle: true) => SetHandle(source);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Native.at_free_generator(handle);
        return true;
    }
}

/// <summary>A generator lent to a native call; null becomes a null pointer, which stands for the device's own.</summary>
internal readonly ref struct BorrowedGenerator
{
    private readonly GeneratorHandle? handle;

    private BorrowedGenerator(GeneratorHandle? handle) => this.handle = handle;

    internal static BorrowedGenerator From(torch.Generator? generator)
    {
        if (generator is null) return default;
        var held = false;
        try
        {
            generator.handle.DangerousAddRef(ref held);
        }
        catch (ObjectDisposedException)
        {
            throw new ObjectDisposedException("Generator", "The generator has been disposed; dispose a generator after its last use.");
        }

        return new BorrowedGenerator(generator.handle);
    }

    public static implicit operator nint(BorrowedGenerator borrowed) => borrowed.handle is { } handle ? handle.DangerousGetHandle() : 0;

    public void Dispose() => handle?.DangerousRelease();
}
