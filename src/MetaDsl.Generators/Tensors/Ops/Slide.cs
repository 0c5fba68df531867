using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>How a window slides over the last one or two axes.</summary>
internal sealed record Slide(EquatableArray<int> Stride, EquatableArray<int> Padding, EquatableArray<int> Dilation)
{
    public int Axes => Stride.Count;

    public bool HasUnitStride => Stride.All(stride => stride == 1);

    /// <summary>The same on each of some axes.</summary>
    public static Slide Of(int axes, int stride = 1, int padding = 0, int dilation = 1) =>
        new(new(Enumerable.Repeat(stride, axes)), new(Enumerable.Repeat(padding, axes)), new(Enumerable.Repeat(dilation, axes)));

    /// <summary>How many elements a window stretches over.</summary>
    public int Span(int axis, int kernel) => (Dilation[axis] * (kernel - 1)) + 1;

    /// <summary>How many steps the window takes along an axis.</summary>
    public int Steps(int axis, int size, int kernel)
    {
        var room = size + (2 * Padding[axis]) - Span(axis, kernel);
        return room >= 0
            ? (room / Stride[axis]) + 1
            : throw new ShapeException($"a window over {Span(axis, kernel)} elements does not fit into {size}");
    }

    /// <summary>The elements at the end of an axis that no window reaches.</summary>
    public int Rest(int axis, int size, int kernel) => (size + (2 * Padding[axis]) - Span(axis, kernel)) % Stride[axis];

    /// <summary>The shape after the window has slid over the last axes of another.</summary>
    public IEnumerable<Dim> Over(TensorType type, IEnumerable<int> kernel) => kernel.Select((size, axis) =>
        new Dim(Steps(axis, type.Dims[type.Rank - Axes + axis].Count, size)));
}
