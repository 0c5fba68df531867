using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Tensors;

// The operations of convolutional and other networks.
internal sealed partial class ProgramBuilder
{
    /// <summary>The convolution of images [N, C, ...] with kernels [O, C / groups, ...].</summary>
    public Value Convolution(Value images, Value kernels, Slide slide, int groups = 1, string? name = null) =>
        Convolution(images, kernels, slide, new Dim(groups), name);

    public Value Convolution(Value images, Value kernels, Slide slide, Dim groups, string? name = null) =>
        Apply(new Convolution(slide, groups), [images, kernels], name ?? images.Name + "Convolution");

    /// <summary>
    /// The transposed convolution of images [N, O, ...] with kernels [O, C / groups, ...], to images [N, C, ...] of the given size.
    /// </summary>
    public Value ConvolutionInput(Value images, Value kernels, EquatableArray<int> sizes, Slide slide, Dim groups, string? name = null) =>
        Apply(new ConvolutionInput(slide, groups, sizes), [images, kernels], name ?? images.Name + "Deconvolution");

    /// <summary>The kernels' share of a gradient with respect to a convolution's result.</summary>
    public Value ConvolutionWeight(Value images, Value results, EquatableArray<int> kernel, Slide slide, Dim groups, string? name = null) =>
        Apply(new ConvolutionWeight(slide, groups, kernel), [images, results], name ?? images.Name + "Kernels");

    /// <summary>The largest element of each window; where they are is found with it, should anything need them.</summary>
    public Value MaxPool(Value images, Window window, string? name = null)
    {
        var result = Apply(new MaxPool(window), [images], name ?? images.Name + "Pooled");
        Apply(new MaxPoolPlaces(window), [images], result.Name + "Places");
        return result;
    }

    /// <summary>The elements at the places that pooling with a window has found.</summary>
    public Value Take(Value images, Value places, Window window, string? name = null) =>
        Apply(new Take(window), [images, places], name ?? images.Name + "Taken");

    /// <summary>Each element added at its place of planes of zeros, of the given size.</summary>
    public Value Put(Value elements, Value places, Window window, EquatableArray<int> sizes, string? name = null) =>
        Apply(new Put(window, sizes), [elements, places], name ?? elements.Name + "Put");

    /// <summary>The mean of each window.</summary>
    public Value AveragePool(Value images, Window window, string? name = null) =>
        Apply(new AveragePool(window), [images], name ?? images.Name + "Pooled");

    /// <summary>Each element in equal shares among those of its window, in planes of the given size.</summary>
    public Value AveragePoolInput(Value elements, Window window, EquatableArray<int> sizes, string? name = null) =>
        Apply(new AveragePoolInput(window, sizes), [elements], name ?? elements.Name + "Shared");

    /// <summary>exp(x) / Σ exp(x) along an axis.</summary>
    public Value Softmax(Value value, int axis, string? name = null) => Apply(new Softmax(axis), [value], name ?? value.Name + "Softmax");

    /// <summary>x - log Σ exp(x) along an axis.</summary>
    public Value LogSoftmax(Value value, int axis, string? name = null) =>
        Apply(new LogSoftmax(axis), [value], name ?? value.Name + "LogSoftmax");

    /// <summary>The rows of a table that an index of whole numbers names.</summary>
    public Value Lookup(Value table, Value index, string? name = null) => Apply(new Lookup(), [table, index], name ?? table.Name + "Rows");

    /// <summary>A table of some rows, to which others are added where an index says.</summary>
    public Value Accumulate(Value rows, Value index, int count, string? name = null) =>
        Apply(new Accumulate(count), [rows, index], name ?? rows.Name + "Table");

    /// <summary>Values one after another along an axis.</summary>
    public Value Concat(Value[] values, int axis, string? name = null) =>
        values.Length == 1 ? values[0] : Apply(new Concat(axis), values, name ?? values[0].Name + "Joined");

    /// <summary>(x - mean) / √(variance + ε) over some axes.</summary>
    public Value Standardize(Value value, IEnumerable<int> axes, double epsilon, string? name = null) =>
        Apply(new Standardize(new(axes.OrderBy(axis => axis)), epsilon), [value], name ?? value.Name + "Standardized");

    /// <summary>1 / √(variance + ε) over some axes, which are kept.</summary>
    public Value InverseDeviation(Value value, IEnumerable<int> axes, double epsilon, string? name = null) =>
        Apply(new InverseDeviation(new(axes.OrderBy(axis => axis)), epsilon), [value], name ?? value.Name + "InverseDeviation");

    /// <summary>The elements along some axes in reverse.</summary>
    public Value Flip(Value value, IEnumerable<int> axes, string? name = null)
    {
        // An axis of length one is its own reverse.
        var flipped = axes.Where(axis => value.Type.Dims[axis] != new Dim(1)).OrderBy(axis => axis).ToArray();
        if (flipped.Length == 0 || value.Op is Ops.Number or Ones) return value;
        var op = new Flip(new(flipped));
        return op.Equals(value.Op) ? value.Operands[0] : Apply(op, [value], name ?? value.Name + "Flipped");
    }

    /// <summary>Some successive elements of an axis.</summary>
    public Value Narrow(Value value, int axis, int start, int length, string? name = null) =>
        value.Type.Dims[axis] == new Dim(length) ? value : Apply(new Narrow(axis, start, length), [value], name ?? value.Name + "Part");

    /// <summary>Zeros put before and after the elements of an axis.</summary>
    public Value PadZero(Value value, int axis, int before, int after, string? name = null) =>
        before == 0 && after == 0 ? value : Apply(new PadZero(axis, before, after), [value], name ?? value.Name + "Padded");

    /// <summary>The first elements of an axis, of which only the run may know how long it is.</summary>
    public Value Leading(Value value, int axis, int length, string? name = null) => value.Type.Dims[axis] is { IsVariable: false }
        ? Narrow(value, axis, 0, length, name)
        : Apply(new Leading(axis, length), [value], name ?? value.Name + "Part");

    /// <summary>Zeros behind the elements of an axis, up to a length that only the run may know.</summary>
    public Value PadTo(Value value, int axis, Dim whole, string? name = null) => whole is { IsVariable: false }
        ? PadZero(value, axis, 0, whole.Count - value.Type.Dims[axis].Count, name)
        : Apply(new PadTo(axis, whole), [value], name ?? value.Name + "Padded");
}
