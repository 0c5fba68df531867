namespace MetaDsl.Generators.Tests.Tensors;

/// <summary>A plain array of doubles with a shape: as simple as can be, because the compiler is checked against it.</summary>
internal sealed class NumberArray(int[] shape, double[] values)
{
    public int[] Shape { get; } = shape;

    public double[] Values { get; } = values;

    public static NumberArray Make(int[] shape, Func<int[], double> element)
    {
        var values = new double[shape.Aggregate(1, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++) values[i] = element(Index(shape, i));
        return new NumberArray(shape, values);
    }

    public double this[params int[] index]
    {
        get
        {
            var offset = 0;
            for (var axis = 0; axis < Shape.Length; axis++) offset = (offset * Shape[axis]) + index[axis];
            return Values[offset];
        }
    }

    /// <summary>The element that broadcasting puts at an index of a larger shape.</summary>
    public double At(int[] index)
    {
        var own = new int[Shape.Length];
        for (var axis = 0; axis < own.Length; axis++)
        {
            var at = index[index.Length - own.Length + axis];
            own[axis] = Shape[axis] == 1 ? 0 : at;
        }

        return this[own];
    }

    public static int[] Index(int[] shape, int offset)
    {
        var index = new int[shape.Length];
        for (var axis = shape.Length - 1; axis >= 0; axis--)
        {
            index[axis] = offset % shape[axis];
            offset /= shape[axis];
        }

        return index;
    }
}
