using System.Runtime.CompilerServices;
using TorchSharp;

namespace MetaDsl.LibTorch;

/// <summary>
/// The common forms of a native call. Each borrows its operands, calls, and turns a failure into an exception that names the operation:
/// the member that calls. A form that occurs once is written out where it occurs, with <see cref="Use"/> and <see cref="Made"/>.
/// </summary>
internal static unsafe class Call
{
    /// <summary>Lends a tensor to a native call: <c>using var self = Use(this);</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Borrowed Use(torch.Tensor tensor, [CallerArgumentExpression(nameof(tensor))] string name = "") =>
        Borrowed.From(tensor, name);

    /// <summary>Lends a tensor that may be null.</summary>
    internal static Borrowed UseOptional(torch.Tensor? tensor, [CallerArgumentExpression(nameof(tensor))] string name = "") =>
        Borrowed.FromOptional(tensor, name);

    /// <summary>Lends every tensor of a list; a null list is an error.</summary>
    internal static BorrowedList UseAll(
        IEnumerable<torch.Tensor> tensors, [CallerArgumentExpression(nameof(tensors))] string name = "") => tensors switch
    {
        null => throw new ArgumentNullException(name, $"'{name}' is null; a list of tensors is needed here."),
        torch.Tensor[] array => BorrowedList.From(array, name),
        IList<torch.Tensor> list => BorrowedList.From(list, name),
        _ => BorrowedList.From([.. tensors], name),
    };

    /// <summary>The same for a span. It has a name of its own because a null array would pass for an empty span.</summary>
    internal static BorrowedList UseSpan(
        ReadOnlySpan<torch.Tensor> tensors, [CallerArgumentExpression(nameof(tensors))] string name = "") =>
        BorrowedList.From(tensors, name);

    /// <summary>Lends a list of tensors that may be null, or hold nulls.</summary>
    internal static BorrowedList UseAllOptional(
        IEnumerable<torch.Tensor?>? tensors, [CallerArgumentExpression(nameof(tensors))] string name = "") =>
        BorrowedList.From(tensors is null ? [] : [.. tensors!], name, allowNull: true);

    /// <summary>The tensor itself, once it is known not to be null: static forms hand over to instance forms through this.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static torch.Tensor Given(torch.Tensor tensor, [CallerArgumentExpression(nameof(tensor))] string name = "") =>
        tensor ?? throw new ArgumentNullException(name, $"'{name}' is null; a tensor is needed here.");

    /// <summary>The number of a scalar, once it is known not to be null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Number Given(Scalar scalar, [CallerArgumentExpression(nameof(scalar))] string name = "") =>
        (scalar ?? throw new ArgumentNullException(name, $"'{name}' is null; a number is needed here.")).Number;

    /// <summary>libtorch's number of an element type, or -1 for "not said".</summary>
    internal static int Dtype(torch.ScalarType? type) => Elements.Code(type);

    /// <summary>The tensor that a native function made, or the error it left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static torch.Tensor Made(Produced produced, [CallerMemberName] string operation = "")
    {
        if (produced.Tensor == 0) throw TorchException.Last(operation);
        return torch.Tensor.Own(produced);
    }

    /// <summary>Throws the error that a native function left, if it answers that it failed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Done(int status, [CallerMemberName] string operation = "")
    {
        if (status != 0) throw TorchException.Last(operation);
    }

    /// <summary>The two tensors that a native function wrote, or the error it left.</summary>
    internal static (torch.Tensor, torch.Tensor) MadePair(int status, Produced* results, [CallerMemberName] string operation = "")
    {
        if (status != 0) throw TorchException.Last(operation);
        return (torch.Tensor.Own(results[0]), torch.Tensor.Own(results[1]));
    }

    /// <summary>The list of tensors that a native function made and keeps for collection.</summary>
    internal static torch.Tensor[] MadeList(long length, [CallerMemberName] string operation = "")
    {
        if (length < 0) throw TorchException.Last(operation);
        var results = new Produced[length];
        fixed (Produced* pointer = results) Native.at_take_list(pointer);
        return Array.ConvertAll(results, torch.Tensor.Own);
    }

    /// <summary>The same where a tensor may be missing from the list: null stands for it.</summary>
    internal static torch.Tensor[] MadeListOrNull(long length, [CallerMemberName] string operation = "")
    {
        if (length < 0) throw TorchException.Last(operation);
        var results = new Produced[length];
        fixed (Produced* pointer = results) Native.at_take_list(pointer);
        return Array.ConvertAll(results, result => result.Tensor == 0 ? null! : torch.Tensor.Own(result));
    }

    internal static int Flag(bool value) => value ? 1 : 0;

    internal static torch.Tensor Unary(delegate*<nint, Produced> op, torch.Tensor self, [CallerMemberName] string operation = "")
    {
        using var a = Use(self, "this");
        return Made(op(a), operation);
    }

    internal static torch.Tensor UnaryInPlace(delegate*<nint, int> op, torch.Tensor self, [CallerMemberName] string operation = "")
    {
        using var a = Use(self, "this");
        Done(op(a), operation);
        return self;
    }

    internal static torch.Tensor Binary(
        delegate*<nint, nint, Produced> op,
        torch.Tensor self,
        torch.Tensor other,
        [CallerArgumentExpression(nameof(other))] string otherName = "",
        [CallerMemberName] string operation = "")
    {
        using var a = Use(self, "this");
        using var b = Use(other, otherName);
        return Made(op(a, b), operation);
    }

    internal static torch.Tensor BinaryInPlace(
        delegate*<nint, nint, int> op,
        torch.Tensor self,
        torch.Tensor other,
        [CallerArgumentExpression(nameof(other))] string otherName = "",
        [CallerMemberName] string operation = "")
    {
        using var a = Use(self, "this");
        using var b = Use(other, otherName);
        Done(op(a, b), operation);
        return self;
    }

    internal static torch.Tensor WithNumber(
        delegate*<nint, Number, Produced> op, torch.Tensor self, Number number, [CallerMemberName] string operation = "")
    {
        using var a = Use(self, "this");
        return Made(op(a, number), operation);
    }

    internal static torch.Tensor WithNumberInPlace(
        delegate*<nint, Number, int> op, torch.Tensor self, Number number, [CallerMemberName] string operation = "")
    {
        using var a = Use(self, "this");
        Done(op(a, number), operation);
        return self;
    }
}
