using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace MetaDsl.LibTorch;

/// <summary>Arguments other than tensors, once they are known not to be null, and the common forms of calls that take them.</summary>
internal static unsafe class Arguments
{
    /// <summary>A list of sizes, dimensions or positions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReadOnlySpan<long> Numbers(long[] numbers, [CallerArgumentExpression(nameof(numbers))] string name = "") =>
        numbers ?? throw Missing(name);

    internal static ReadOnlySpan<long> Numbers(
        IEnumerable<long> numbers, [CallerArgumentExpression(nameof(numbers))] string name = "") => numbers switch
    {
        null => throw Missing(name),
        long[] array => array,
        List<long> list => CollectionsMarshal.AsSpan(list),
        _ => numbers.ToArray(),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Number NumberOf(Scalar scalar, [CallerArgumentExpression(nameof(scalar))] string name = "") =>
        (scalar ?? throw new ArgumentNullException(name, $"'{name}' is null; a number is needed here.")).Number;

    internal static torch.Tensor WithNumbers(
        delegate*<nint, long*, int, Produced> op, torch.Tensor self, ReadOnlySpan<long> numbers, [CallerMemberName] string operation = "")
    {
        using var a = Call.Use(self, "this");
        fixed (long* pointer = numbers) return Call.Made(op(a, pointer, numbers.Length), operation);
    }

    internal static torch.Tensor WithOne(
        delegate*<nint, long, Produced> op, torch.Tensor self, long first, [CallerMemberName] string operation = "")
    {
        using var a = Call.Use(self, "this");
        return Call.Made(op(a, first), operation);
    }

    internal static torch.Tensor WithOneInPlace(
        delegate*<nint, long, int> op, torch.Tensor self, long first, [CallerMemberName] string operation = "")
    {
        using var a = Call.Use(self, "this");
        Call.Done(op(a, first), operation);
        return self;
    }

    internal static torch.Tensor WithTwo(
        delegate*<nint, long, long, Produced> op, torch.Tensor self, long first, long second, [CallerMemberName] string operation = "")
    {
        using var a = Call.Use(self, "this");
        return Call.Made(op(a, first, second), operation);
    }

    internal static torch.Tensor WithThree(
        delegate*<nint, long, long, long, Produced> op,
        torch.Tensor self,
        long first,
        long second,
        long third,
        [CallerMemberName] string operation = "")
    {
        using var a = Call.Use(self, "this");
        return Call.Made(op(a, first, second, third), operation);
    }

    private static ArgumentNullException Missing(string name) => new(name, $"'{name}' is null; a list of numbers is needed here.");
}
