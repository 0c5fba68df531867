using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace MetaDsl.LibTorch;

/// <summary>The items of an index expression on their way to native code, with the tensors among them borrowed.</summary>
internal ref struct IndexExpression
{
    private const int Few = 6;

    private readonly IndexItem[]? many;
    private FewItems few;
    private BorrowedList chosen;

    private IndexExpression(int count)
    {
        Count = count;
        if (count > Few) many = new IndexItem[count];
    }

    internal readonly int Count { get; }

    [UnscopedRef]
    internal readonly ReadOnlySpan<IndexItem> Items =>
        many is null ? MemoryMarshal.CreateReadOnlySpan(in few[0], Count) : many;

    internal static IndexExpression Of(torch.TensorIndex[] indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        var expression = new IndexExpression(indices.Length);
        torch.Tensor?[]? tensors = null;
        for (var i = 0; i < indices.Length; i++)
        {
            expression.Item(i) = indices[i].Item;
            if (indices[i].Chosen is { } tensor) (tensors ??= new torch.Tensor?[indices.Length])[i] = tensor;
        }

        if (tensors is not null) expression.Choose(BorrowedList.From(tensors!, nameof(indices), allowNull: true));
        return expression;
    }

    internal static IndexExpression Of(torch.Tensor[] indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        var expression = new IndexExpression(indices.Length);
        for (var i = 0; i < indices.Length; i++) expression.Item(i).What = IndexItem.Kind.Tensor;
        expression.Choose(BorrowedList.From(indices, nameof(indices)));
        return expression;
    }

    public readonly void Dispose() => chosen.Dispose();

    private void Choose(BorrowedList tensors)
    {
        chosen = tensors;
        for (var i = 0; i < Count; i++) Item(i).Tensor = chosen.Pointers[i];
    }

    [UnscopedRef]
    private ref IndexItem Item(int index)
    {
        if (many is not null) return ref many[index];
        return ref few[index];
    }

    [InlineArray(Few)]
    private struct FewItems
    {
        private IndexItem first;
    }
}
