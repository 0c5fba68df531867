using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>
/// What the three operations of a convolution have in common: checks, arguments, and the ways to put tasks beside channels.
/// </summary>
internal static class Filters
{
    /// <summary>The number of axes in front of examples and channels: one where each task has its own.</summary>
    public static int Check(Slide slide, TensorType type)
    {
        var leading = type.Rank - slide.Axes - 2;
        return leading == 0 || (leading == 1 && type.Dims[0] == Dim.Tasks)
            ? leading
            : throw new ShapeException($"{type} has not {slide.Axes} spatial axes");
    }

    public static void CheckChannels(Dim channels, Dim expected, IReadOnlyList<TensorType> operands)
    {
        if (channels != expected) throw new ShapeException($"the channels of {operands[0]} are not those of {operands[1]}");
    }

    public static void CheckGroups(Dim channels, Dim groups, IReadOnlyList<TensorType> operands)
    {
        if (channels.Count % groups.Count != 0 || (groups.TimesTasks && !channels.TimesTasks))
        {
            throw new ShapeException($"{operands[0]} and {operands[1]} cannot be taken in {groups} groups");
        }
    }

    /// <summary>How many of some channels a group has.</summary>
    public static Dim Share(Dim channels, Dim groups) => new(channels.Count / groups.Count, channels.TimesTasks && !groups.TimesTasks);

    /// <summary>The lengths of the spatial axes.</summary>
    public static EquatableArray<int> Sizes(Slide slide, Value value) =>
        new(value.Type.Dims.Skip(value.Type.Rank - slide.Axes).Select(dim => dim.Count));

    /// <summary>How many products each element of a convolution's result is the sum of.</summary>
    public static long Products(Slide slide, TensorType kernels) =>
        kernels.Dims.Skip(kernels.Rank - slide.Axes - 1).Aggregate(1L, (product, dim) => product * dim.Count);

    /// <summary>The product rule.</summary>
    public static Value? Product(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents, Func<Value, Value, Value> of)
    {
        var left = tangents[0] is { } first ? of(first, result.Operands[1]) : null;
        var right = tangents[1] is { } second ? of(result.Operands[0], second) : null;
        return left is null ? right : right is null ? left : program.Add(left, right);
    }

    /// <summary>[T, N, ...] as [T·N, ...].</summary>
    public static Value Join(ProgramBuilder program, Value images) =>
        program.Reshape(images, images.Type.From(2, images.Type.Dims[0] * images.Type.Dims[1]));

    /// <summary>[T·N, ...] as [T, N, ...].</summary>
    public static Value Deal(ProgramBuilder program, Value images, TensorType like) =>
        program.Reshape(images, images.Type.From(1, like.Dims[0], like.Dims[1]));

    /// <summary>[T, N, C, ...] as [N, T·C, ...], inside each group task after task.</summary>
    public static Value JoinChannels(ProgramBuilder program, Value images, Dim groups)
    {
        var (type, share) = (images.Type, Share(images.Type.Dims[2], groups));
        if (groups == new Dim(1))
        {
            var moved = program.Permute(images, [1, 0, .. Enumerable.Range(2, type.Rank - 2)]);
            return program.Reshape(moved, type.From(3, type.Dims[1], type.Dims[0] * share));
        }

        var split = program.Reshape(images, type.From(3, type.Dims[0], type.Dims[1], groups, share));
        var turned = program.Permute(split, [1, 2, 0, .. Enumerable.Range(3, split.Type.Rank - 3)]);
        return program.Reshape(turned, type.From(3, type.Dims[1], groups * type.Dims[0] * share));
    }

    /// <summary>[N, T·C, ...] as [T, N, C, ...].</summary>
    public static Value DealChannels(ProgramBuilder program, Value images, Dim groups)
    {
        var type = images.Type;
        var share = new Dim(type.Dims[1].Count / groups.Count);
        if (groups == new Dim(1))
        {
            var parts = program.Reshape(images, type.From(2, type.Dims[0], Dim.Tasks, share));
            return program.Permute(parts, [1, 0, .. Enumerable.Range(2, type.Rank - 1)]);
        }

        var split = program.Reshape(images, type.From(2, type.Dims[0], groups, Dim.Tasks, share));
        var turned = program.Permute(split, [2, 0, 1, .. Enumerable.Range(3, split.Type.Rank - 3)]);
        return program.Reshape(turned, type.From(2, Dim.Tasks, type.Dims[0], groups * share));
    }

    /// <summary>[T, O, C, ...] as [T·O, C, ...], inside each group task after task.</summary>
    public static Value JoinOutputs(ProgramBuilder program, Value kernels, Dim groups)
    {
        var (type, share) = (kernels.Type, Share(kernels.Type.Dims[1], groups));
        if (groups == new Dim(1)) return Join(program, kernels);
        var split = program.Reshape(kernels, type.From(2, type.Dims[0], groups, share));
        var turned = program.Permute(split, [1, 0, .. Enumerable.Range(2, split.Type.Rank - 2)]);
        return program.Reshape(turned, type.From(2, groups * type.Dims[0] * share));
    }

    /// <summary>[T·O, C, ...] as [T, O, C, ...].</summary>
    public static Value DealOutputs(ProgramBuilder program, Value kernels, Dim groups)
    {
        var type = kernels.Type;
        var share = new Dim(type.Dims[0].Count / groups.Count);
        if (groups == new Dim(1)) return program.Reshape(kernels, type.From(1, Dim.Tasks, share));
        var split = program.Reshape(kernels, type.From(1, groups, Dim.Tasks, share));
        var turned = program.Permute(split, [1, 0, .. Enumerable.Range(2, split.Type.Rank - 2)]);
        return program.Reshape(turned, type.From(1, Dim.Tasks, groups * share));
    }

    /// <summary>[T, O, C, ...] as [O, T·C, ...].</summary>
    public static Value JoinInputs(ProgramBuilder program, Value kernels)
    {
        var type = kernels.Type;
        var turned = program.Permute(kernels, [1, 0, .. Enumerable.Range(2, type.Rank - 2)]);
        return program.Reshape(turned, type.From(3, type.Dims[1], type.Dims[0] * type.Dims[2]));
    }

    /// <summary>[O, T·C, ...] as [T, O, C, ...].</summary>
    public static Value DealInputs(ProgramBuilder program, Value kernels)
    {
        var type = kernels.Type;
        var split = program.Reshape(kernels, type.From(2, type.Dims[0], Dim.Tasks, new Dim(type.Dims[1].Count)));
        return program.Permute(split, [1, 0, .. Enumerable.Range(2, split.Type.Rank - 2)]);
    }

    /// <summary>The number of groups, or how the kernels tell it where it is a number a task.</summary>
    public static string PrintGroups(Value result, string kernels, Dim groups)
    {
        if (!groups.TimesTasks) return groups.ToString();
        var share = Share(result.Operands[1].Type.Dims[0], groups);
        return $"{kernels}.size(0){(share.Count == 1 ? "" : $" / {share}")}";
    }

    /// <summary>
    /// The arguments after the two tensors, with a bias or without. The stride has no name, because it is called otherwise with one spatial
    /// axis than with two.
    /// </summary>
    public static string Arguments(Slide slide, string groups, IReadOnlyList<int>? rest = null, string? bias = null)
    {
        var added = bias is not null ? ", " + bias : slide.HasUnitStride ? "" : ", null";
        var stride = added + (slide.HasUnitStride ? "" : $", {PrintEach(slide.Stride)}");
        var padding = slide.Padding.All(size => size == 0) ? "" : $", padding: {PrintEach(slide.Padding)}";
        var output = rest is null || rest.All(size => size == 0) ? "" : $", output_padding: {PrintEach(rest)}";
        var dilation = slide.Dilation.All(size => size == 1) ? "" : $", dilation: {PrintEach(slide.Dilation)}";
        return $"{stride}{padding}{output}{dilation}{(groups == "1" ? "" : $", groups: {groups}")}";
    }

    /// <summary>A number where there is one spatial axis, else a list.</summary>
    public static string PrintEach(IReadOnlyList<int> sizes)
    {
        var list = string.Join(", ", sizes.Select(CSharpLiteral.Of));
        return sizes.Count == 1 ? list : $"[{list}]";
    }

    public static string Describe(Slide slide, Dim groups) =>
        $"stride {string.Join("x", slide.Stride)}, padding {string.Join("x", slide.Padding)}, "
        + $"dilation {string.Join("x", slide.Dilation)}, {groups} groups";
}
