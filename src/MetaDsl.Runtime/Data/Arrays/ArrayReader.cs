namespace MetaDsl;

/// <summary>Reads all numbers that follow an array's header.</summary>
internal static class ArrayReader
{
    private const int Block = 1 << 16;

    /// <summary>Reads the numbers of an array in the order that they lie in.</summary>
    /// <param name="input">Stands behind the header, and must end behind the last number.</param>
    /// <param name="shape">The sizes that the header claims.</param>
    /// <param name="type">How a number is stored.</param>
    /// <param name="asLabels">Whether whole numbers are wanted.</param>
    /// <param name="reading">Who is told, and who may end it.</param>
    public static NumberArray Read(ByteInput input, long[] shape, ElementType type, bool asLabels, Reading reading)
    {
        var count = ArrayStream.CountOf(input, shape, type.Size);
        if (count > Array.MaxLength)
        {
            throw input.Wrong(
                $"its {Text.Count(count)} numbers are more than an array holds", "split it, or store fewer or smaller examples");
        }

        if (asLabels && type.Kind == NumberKind.Float)
            throw new DataException(input.Name, "", "its labels are not whole numbers", "save them as an array of whole numbers");
        var array = new NumberArray(input.Name, shape);
        if (asLabels)
        {
            array = array with { Labels = ReadLabels(input, (int)count, type, reading) };
            input.CheckEnd("its numbers");
            return array;
        }

        var stream = new ArrayStream(input, shape, type, reading);
        array = type.IsByte ? array with { Bytes = new byte[count] } : array with { Floats = new float[count] };
        if (type.IsByte) stream.Read(array.Bytes);
        else stream.Read(array.Floats);
        stream.CheckEnd();
        return array;
    }

    private static long[] ReadLabels(ByteInput input, int count, ElementType type, Reading reading)
    {
        var counter = new ProgressCounter(reading.Progress, input.Name, count);
        var labels = new long[count];
        var buffer = new byte[Block];
        for (var at = 0; at < count; at += Block / type.Size)
        {
            reading.Cancellation.ThrowIfCancellationRequested();
            var block = buffer.AsSpan(0, Math.Min(Block / type.Size, count - at) * type.Size);
            input.Read(block, "its labels");
            counter.Add(block.Length / type.Size);
            for (var i = 0; i < block.Length / type.Size; i++) labels[at + i] = type.Integer(block.Slice(i * type.Size, type.Size));
        }

        return labels;
    }
}
