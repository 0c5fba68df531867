using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// What is done to planes as torch has it: on one axis of examples and one of channels, and with places counted along one axis where
/// elements are taken from them or added to them.
/// </summary>
internal static class PoolPass
{
    public static TensorProgram Run(TensorProgram program) => program.Rewrite(
        static value => value.Op is PlaneOp, static (builder, value, operands) => value.Op switch
    {
        Take take => Take(builder, take, value, operands[0], operands[1]),
        Put put => Put(builder, put, value, operands[0], operands[1]),
        AveragePoolInput { IsTiled: true } average => Tile(builder, average, value, operands[0]),
        AveragePoolInput average => Share(builder, average, value, operands[0]),
        MaxPool or MaxPoolPlaces when value.Type.Rank >= 4 => OfChannelsLast(builder, (PlaneOp)value.Op, value, operands[0]),
        PlaneOp plane => OnChannels(builder, plane, value, operands),
        _ => null,
    });

    private static Value? OnChannels(ProgramBuilder builder, PlaneOp plane, Value value, Value[] operands)
    {
        if (value.Type.Rank == plane.Axes + 2) return null;
        var joined = operands.Select(operand => builder.Reshape(operand, Joined(operand.Type, plane.Axes))).ToArray();
        return builder.Reshape(builder.Apply(plane, joined, value.Name), value.Type);
    }

    // Torch pools images on the CPU many times faster where the channels of a pixel lie side by side: that pays for a copy, and for two of
    // what is left.
    private static Value? OfChannelsLast(ProgramBuilder builder, PlaneOp plane, Value value, Value images)
    {
        if (plane.Axes != 2) return OnChannels(builder, plane, value, [images]);
        var joined = builder.Reshape(images, Joined(images.Type, plane.Axes));
        var turned = builder.Permute(joined, [0, 2, 3, 1], images.Name + "Turned");
        var last = builder.Apply(new Contiguous(), [turned], images.Name + "ByPixel");
        var pooled = builder.Apply(plane, [builder.Permute(last, [0, 3, 1, 2], images.Name + "ChannelsLast")], value.Name + "ChannelsLast");
        return builder.Reshape(builder.Apply(new Contiguous(), [pooled], value.Name), value.Type);
    }

    private static Value Take(ProgramBuilder builder, Take op, Value value, Value images, Value places)
    {
        var (from, to) = (InARow(images.Type, op.Axes), InARow(places.Type, op.Axes));
        var taken = builder.Apply(new Gather(from.Rank - 1), [builder.Reshape(images, from), builder.Reshape(places, to)], value.Name);
        return builder.Reshape(taken, value.Type);
    }

    // The zeros bear the name of what becomes of them, since that is made in their place.
    private static Value Put(ProgramBuilder builder, Put op, Value value, Value elements, Value places)
    {
        var row = InARow(elements.Type, op.Axes);
        var added = builder.Reshape(elements, row);
        var zeros = builder.Apply(new Zeros(InARow(value.Type, op.Axes)), [elements], value.Name);
        return builder.Reshape(
            builder.Apply(new ScatterAdd(row.Rank - 1), [zeros, builder.Reshape(places, row), added], value.Name), value.Type);
    }

    // Each share as often as the window has elements.
    private static Value Tile(ProgramBuilder builder, AveragePoolInput op, Value value, Value elements)
    {
        var front = elements.Type.Dims.Take(elements.Type.Rank - op.Axes).ToArray();
        var steps = elements.Type.Dims.Skip(front.Length).ToArray();
        var share = builder.Scale(elements, Factor.One / op.Window.Elements, elements.Name + "Share");
        var columns = builder.Reshape(share, TensorType.Of([.. front, .. steps.SelectMany(dim => (Dim[])[dim, new Dim(1)])]));
        var tiles = builder.Expand(
            columns, TensorType.Of([.. front, .. steps.SelectMany((dim, axis) => (Dim[])[dim, new Dim(op.Window.Kernel[axis])])]));
        return builder.Reshape(tiles, value.Type, value.Name);
    }

    // The transposed convolution of each plane with a kernel of ones.
    private static Value Share(ProgramBuilder builder, AveragePoolInput op, Value value, Value elements)
    {
        var one = new Dim(1);
        var planes = elements.Type.Dims.Take(elements.Type.Rank - op.Axes).Aggregate((product, dim) => product * dim);
        var share = builder.Scale(elements, Factor.One / op.Window.Elements, elements.Name + "Share");
        var images = builder.Reshape(share, elements.Type.From(elements.Type.Rank - op.Axes, planes, one));
        var kernel = builder.Apply(
            new Ones(TensorType.Of([one, one, .. op.Window.Kernel.Select(size => new Dim(size))])), [elements], "ones");
        return builder.Reshape(builder.ConvolutionInput(images, kernel, op.Sizes, op.Window.Slide, one, value.Name), value.Type);
    }

    private static TensorType InARow(TensorType type, int axes) => TensorType.Of([
        .. type.Dims.Take(type.Rank - axes),
        type.Dims.Skip(type.Rank - axes).Aggregate((product, dim) => product * dim),
    ]);

    // [T, N, C, ...] as [T·N, C, ...], and [C, ...] as [1, C, ...].
    private static TensorType Joined(TensorType type, int axes)
    {
        var front = type.Rank - axes - 1;
        return type.From(front, type.Dims.Take(front).Aggregate(new Dim(1), (product, dim) => product * dim));
    }
}
