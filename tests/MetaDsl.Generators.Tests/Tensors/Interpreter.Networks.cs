using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Tests.Tensors;

// The operations of convolutional and other networks.
internal static partial class Interpreter
{
    private static NumberArray ApplyToNetworks(Value value, NumberArray[] x, int tasks, int examples) => value.Op switch
    {
        Permute permute => Permuted(x[0], [.. permute.Axes]),
        TaskExpand => NumberArray.Make([x[1].Shape[value.Operands[1].Type.Dims.ToList().IndexOf(Dim.Tasks)], .. x[0].Shape], x[0].At),
        Convolution convolution =>
            Each(x, convolution.Slide.Axes + 2, x => Convolved(x[0], x[1], convolution.Slide, Size(convolution.Groups, tasks, 0))),
        ConvolutionInput input => Each(x, input.Slide.Axes + 2, x => ConvolvedInput(x[0], x[1], input, Size(input.Groups, tasks, 0))),
        ConvolutionWeight weight => Each(x, weight.Slide.Axes + 2, x => ConvolvedWeight(x[0], x[1], weight, Size(weight.Groups, tasks, 0))),
        MaxPool pool => Each(x, pool.Axes, x => Largest(x[0], pool.Window).Values),
        MaxPoolPlaces pool => Each(x, pool.Axes, x => Largest(x[0], pool.Window).Places),
        Take take => Each(x, take.Axes, x => NumberArray.Make(x[1].Shape, index => x[0].Values[(int)x[1][index]])),
        Put put => Each(x, put.Axes, x => PutAt(x[0], x[1], [.. put.Sizes])),
        Gather gather =>
            NumberArray.Make(x[1].Shape, index => x[0][[.. index[..gather.Axis], (int)x[1][index], .. index[(gather.Axis + 1)..]]]),
        Zeros => NumberArray.Make(FromLike(value, x[0]), _ => 0),
        ScatterAdd scatter => Scattered(x, scatter.Axis),
        Mean mean => Averaged(x[0], [.. mean.Axes], mean.Keep),
        Standardize standardize => Standardized(x[0], [.. standardize.Axes], standardize.Epsilon),
        InverseDeviation deviation => Deviation(x[0], [.. deviation.Axes], deviation.Epsilon),
        Flip flip => Flipped(x[0], flip.Axes),
        Narrow narrow => Resized(x[0], narrow.Axis, narrow.Length, at => at + narrow.Start),
        PadZero pad => Resized(x[0], pad.Axis, pad.Before + x[0].Shape[pad.Axis] + pad.After, at => at - pad.Before),
        Leading leading => Resized(x[0], leading.Axis, leading.Length, at => at),
        PadTo pad => Resized(x[0], pad.Axis, Size(pad.Whole, tasks, examples), at => at),
        AveragePool pool => Each(x, pool.Axes, x => Pooled(x[0], pool.Window)),
        AveragePoolInput pool => Each(x, pool.Axes, x => PooledInput(x[0], pool)),
        Ones => NumberArray.Make(Sizes(value.Type, 1), _ => 1),
        Concat concat => Concatenated(x, concat.Axis),
        Softmax softmax => Softened(x[0], softmax.Axis, (e, sum) => e / sum),
        LogSoftmax softmax => Softened(x[0], softmax.Axis, (e, sum) => Math.Log(e / sum)),
        WholeNumbers => x[0],
        SelectRows => NumberArray.Make([x[1].Shape[0], x[0].Shape[1]], index => x[0][(int)x[1][index[0]], index[1]]),
        Lookup => x[0].Shape.Length == 2 ? LookedUp(x[0], x[1]) : EachFirst(x, x => LookedUp(x[0], x[1])),
        Accumulate { EachTask: true } table => EachFirst(x, x => Accumulated(x[0], x[1], table.Rows)),
        Accumulate table => Accumulated(x[0], x[1], table.Rows),
        _ => throw new NotSupportedException($"the interpreter does not know {value.Op}"),
    };

    private static NumberArray Permuted(NumberArray array, int[] axes)
    {
        var own = new int[axes.Length];
        return NumberArray.Make([.. axes.Select(axis => array.Shape[axis])], index =>
        {
            for (var axis = 0; axis < axes.Length; axis++) own[axes[axis]] = index[axis];
            return array[own];
        });
    }

    // One operation for each place along the axes in front of the last ones.
    private static NumberArray Each(NumberArray[] x, int axes, Func<NumberArray[], NumberArray> f)
    {
        var front = x[0].Shape[..^axes];
        var count = front.Aggregate(1, (product, size) => product * size);
        if (front.Length == 0) return f(x);
        NumberArray Part(NumberArray array, int i) =>
            new(array.Shape[^axes..], array.Values[(i * array.Values.Length / count)..((i + 1) * array.Values.Length / count)]);
        var parts = Enumerable.Range(0, count).Select(i => f([.. x.Select(array => Part(array, i))])).ToArray();
        return new([.. front, .. parts[0].Shape], [.. parts.SelectMany(part => part.Values)]);
    }

    // Calls back with the places of an element of the images, of the kernels and of the result that meet in a convolution.
    private static void Meet(int[] images, int[] kernels, int[] results, Slide slide, int groups, Action<int[], int[], int[]> see)
    {
        for (var r = 0; r < results.Aggregate(1, (product, size) => product * size); r++)
        {
            var result = NumberArray.Index(results, r);
            for (var k = 0; k < kernels[1..].Aggregate(1, (product, size) => product * size); k++)
            {
                var kernel = NumberArray.Index(kernels[1..], k);
                int[] image = [result[0], (result[1] / (kernels[0] / groups) * kernels[1]) + kernel[0],
                    .. Enumerable.Range(0, slide.Axes).Select(axis => At(slide, axis, result[axis + 2], kernel[axis + 1]))];
                var isInside = image.Zip(images, (at, size) => at >= 0 && at < size).All(isInside => isInside);
                if (isInside) see(image, [result[1], .. kernel], result);
            }
        }
    }

    // Where a step of a window is in the plane, once the window has taken some strides.
    private static int At(Slide slide, int axis, int strides, int step) =>
        (strides * slide.Stride[axis]) + (step * slide.Dilation[axis]) - slide.Padding[axis];

    private static int Offset(NumberArray array, int[] index) =>
        index.Select((at, axis) => at * array.Shape[(axis + 1)..].Aggregate(1, (product, size) => product * size)).Sum();

    private static NumberArray Convolved(NumberArray images, NumberArray kernels, Slide slide, int groups)
    {
        var sizes = Enumerable.Range(0, slide.Axes).Select(axis => slide.Steps(axis, images.Shape[axis + 2], kernels.Shape[axis + 2]));
        var result = NumberArray.Make([images.Shape[0], kernels.Shape[0], .. sizes], _ => 0);
        void Add(int[] i, int[] k, int[] r) => result.Values[Offset(result, r)] += images[i] * kernels[k];
        Meet(images.Shape, kernels.Shape, result.Shape, slide, groups, Add);
        return result;
    }

    private static NumberArray ConvolvedInput(NumberArray results, NumberArray kernels, ConvolutionInput op, int groups)
    {
        var images = NumberArray.Make([results.Shape[0], groups * kernels.Shape[1], .. op.Sizes], _ => 0);
        void Add(int[] i, int[] k, int[] r) => images.Values[Offset(images, i)] += results[r] * kernels[k];
        Meet(images.Shape, kernels.Shape, results.Shape, op.Slide, groups, Add);
        return images;
    }

    private static NumberArray ConvolvedWeight(NumberArray images, NumberArray results, ConvolutionWeight op, int groups)
    {
        var kernels = NumberArray.Make([results.Shape[1], images.Shape[1] / groups, .. op.Kernel], _ => 0);
        void Add(int[] i, int[] k, int[] r) => kernels.Values[Offset(kernels, k)] += images[i] * results[r];
        Meet(images.Shape, kernels.Shape, results.Shape, op.Slide, groups, Add);
        return kernels;
    }

    private static (NumberArray Values, NumberArray Places) Largest(NumberArray plane, Window window)
    {
        int[] shape = [.. plane.Shape.Select((size, axis) => window.Slide.Steps(axis, size, window.Kernel[axis]))];
        var (values, places) = (NumberArray.Make(shape, _ => double.NegativeInfinity), NumberArray.Make(shape, _ => -1));
        See(plane, window, shape, (place, result) =>
        {
            if (plane.Values[place] <= values.Values[result]) return;
            (values.Values[result], places.Values[result]) = (plane.Values[place], place);
        });
        return (values, places);
    }

    // Calls back with each element that a window sees, and which window it is.
    private static void See(NumberArray plane, Window window, int[] shape, Action<int, int> see)
    {
        for (var r = 0; r < shape.Aggregate(1, (product, size) => product * size); r++)
        {
            var result = NumberArray.Index(shape, r);
            for (var k = 0; k < window.Kernel.Aggregate(1, (product, size) => product * size); k++)
            {
                var at = NumberArray.Index([.. window.Kernel], k)
                    .Select((step, axis) => At(window.Slide, axis, result[axis], step))
                    .ToArray();
                if (at.Zip(plane.Shape, (place, size) => place >= 0 && place < size).All(isInside => isInside)) see(Offset(plane, at), r);
            }
        }
    }

    private static NumberArray Pooled(NumberArray plane, Window window)
    {
        int[] shape = [.. plane.Shape.Select((size, axis) => window.Slide.Steps(axis, size, window.Kernel[axis]))];
        var means = NumberArray.Make(shape, _ => 0);
        See(plane, window, shape, (place, result) => means.Values[result] += plane.Values[place] / window.Elements);
        return means;
    }

    private static NumberArray PooledInput(NumberArray elements, AveragePoolInput op)
    {
        var plane = NumberArray.Make([.. op.Sizes], _ => 0);
        See(plane, op.Window, elements.Shape, (place, result) => plane.Values[place] += elements.Values[result] / op.Window.Elements);
        return plane;
    }

    private static NumberArray Concatenated(NumberArray[] x, int axis)
    {
        int[] shape = [.. x[0].Shape[..axis], x.Sum(array => array.Shape[axis]), .. x[0].Shape[(axis + 1)..]];
        return NumberArray.Make(shape, index =>
        {
            var (at, part) = (index[axis], 0);
            while (at >= x[part].Shape[axis]) at -= x[part++].Shape[axis];
            return x[part][[.. index[..axis], at, .. index[(axis + 1)..]]];
        });
    }

    private static NumberArray Softened(NumberArray array, int axis, Func<double, double, double> f)
    {
        var powers = NumberArray.Make(array.Shape, index => Math.Exp(array[index]));
        var sums = Reduced(powers, [axis], keep: true);
        return NumberArray.Make(array.Shape, index => f(powers[index], sums.At(index)));
    }

    // One operation for each place along the first axis.
    private static NumberArray EachFirst(NumberArray[] x, Func<NumberArray[], NumberArray> f)
    {
        var count = x[0].Shape[0];
        NumberArray Part(NumberArray array, int i) =>
            new(array.Shape[1..], array.Values[(i * array.Values.Length / count)..((i + 1) * array.Values.Length / count)]);
        var parts = Enumerable.Range(0, count).Select(i => f([.. x.Select(array => Part(array, i))])).ToArray();
        return new([count, .. parts[0].Shape], [.. parts.SelectMany(part => part.Values)]);
    }

    private static NumberArray LookedUp(NumberArray table, NumberArray index) =>
        NumberArray.Make([.. index.Shape, table.Shape[1]], at => table[(int)index[at[..^1]], at[^1]]);

    private static NumberArray Accumulated(NumberArray rows, NumberArray index, int count)
    {
        var table = NumberArray.Make([count, rows.Shape[^1]], _ => 0);
        for (var i = 0; i < rows.Values.Length; i++)
        {
            var at = NumberArray.Index(rows.Shape, i);
            table.Values[Offset(table, [(int)index[at[..^1]], at[^1]])] += rows.Values[i];
        }

        return table;
    }

    private static NumberArray PutAt(NumberArray elements, NumberArray places, int[] sizes)
    {
        var plane = NumberArray.Make(sizes, _ => 0);
        for (var i = 0; i < elements.Values.Length; i++) plane.Values[(int)places.Values[i]] += elements.Values[i];
        return plane;
    }

    private static int[] FromLike(Value value, NumberArray like) => [.. value.Type.Dims.Select(dim =>
        dim.TimesTasks || dim.IsVariable ? like.Shape[value.Operands[0].Type.Dims.ToList().IndexOf(dim)] : dim.Count)];

    private static NumberArray Scattered(NumberArray[] x, int axis)
    {
        var result = new NumberArray(x[0].Shape, [.. x[0].Values]);
        for (var i = 0; i < x[1].Values.Length; i++)
        {
            var index = NumberArray.Index(x[1].Shape, i);
            result.Values[Offset(result, [.. index[..axis], (int)x[1].Values[i], .. index[(axis + 1)..]])] += x[2][index];
        }

        return result;
    }

    private static NumberArray Averaged(NumberArray array, int[] axes, bool keep)
    {
        var sums = Reduced(array, axes, keep);
        var count = axes.Aggregate(1, (product, axis) => product * array.Shape[axis]);
        return new(sums.Shape, [.. sums.Values.Select(sum => sum / count)]);
    }

    private static NumberArray Standardized(NumberArray array, int[] axes, double epsilon)
    {
        var (mean, deviation) = (Averaged(array, axes, keep: true), Deviation(array, axes, epsilon));
        return NumberArray.Make(array.Shape, index => (array[index] - mean.At(index)) * deviation.At(index));
    }

    private static NumberArray Deviation(NumberArray array, int[] axes, double epsilon)
    {
        var mean = Averaged(array, axes, keep: true);
        var squares = NumberArray.Make(array.Shape, index => Math.Pow(array[index] - mean.At(index), 2));
        var variance = Averaged(squares, axes, keep: true);
        return new(variance.Shape, [.. variance.Values.Select(square => 1 / Math.Sqrt(square + epsilon))]);
    }

    private static NumberArray Flipped(NumberArray array, IReadOnlyCollection<int> axes) => NumberArray.Make(
        array.Shape, index => array[[.. index.Select((at, axis) => axes.Contains(axis) ? array.Shape[axis] - 1 - at : at)]]);

    private static NumberArray Resized(NumberArray array, int axis, int length, Func<int, int> from)
    {
        int[] shape = [.. array.Shape[..axis], length, .. array.Shape[(axis + 1)..]];
        return NumberArray.Make(shape, index =>
        {
            var at = from(index[axis]);
            return at >= 0 && at < array.Shape[axis] ? array[[.. index[..axis], at, .. index[(axis + 1)..]]] : 0;
        });
    }
}
