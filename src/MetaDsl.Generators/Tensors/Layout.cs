using System.Linq;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Tensors;

/// <summary>How the elements of a value lie in memory, as far as the operations that made it tell.</summary>
internal static class Layout
{
    /// <summary>Whether they surely lie side by side in the order of the axes, so that axes can be joined without a copy.</summary>
    public static bool IsContiguous(Value value) =>
        // Found once for each value: many ways lead to most, and all of them together are more than anybody has time for.
        value.IsContiguous ??= Find(value);

    private static bool Find(Value value) => value.Op switch
    {
        Input input => !input.IsStrided,
        Reshape => IsContiguous(value.Operands[0]),
        Transpose when value.Type.Dims.Skip(value.Type.Rank - 2).Contains(new Dim(1)) => IsContiguous(value.Operands[0]),
        Permute permute when KeepsOrder(permute, value.Operands[0].Type) => IsContiguous(value.Operands[0]),
        Contiguous => true,
        { IsView: true } => false,
        // What torch writes anew in the order of its operands.
        Elementwise or AddScaled or Sum or Mean or TaskSum or Flip or WholeNumbers => value.Operands.All(IsOrdered),
        // Which order torch writes in is a matter of strides, also of axes of length one, for which it takes planes beside channels.
        Convolution or ConvolutionWithBias or ConvolutionInput or MaxPool or MaxPoolPlaces or AveragePool => value.Operands.All(IsUnmoved),
        _ => true,
    };

    // Whether only axes of length one have changed places.
    private static bool KeepsOrder(Permute permute, TensorType type)
    {
        var order = permute.Axes.Where(axis => type.Dims[axis] != new Dim(1)).ToArray();
        return order.SequenceEqual(order.OrderBy(axis => axis));
    }

    // Whether no axes have changed places, be it those of length one.
    private static bool IsUnmoved(Value value) => value.Op switch
    {
        Permute or Transpose => false,
        Elementwise or Flip or { IsView: true } => value.Operands.Length == 0 || IsUnmoved(value.Operands[0]),
        _ => true,
    };

    // Side by side, or on top of each other, or with gaps; but in the order of the axes.
    private static bool IsOrdered(Value value) =>
        IsContiguous(value) || (value.Op is Reshape or Expand or TaskExpand or Narrow or Leading && IsOrdered(value.Operands[0]));
}
