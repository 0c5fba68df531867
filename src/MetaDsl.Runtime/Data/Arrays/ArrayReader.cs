namespace MetaDsl;

/// <summary>Reads the numbers that follow an array's header, in blocks, so that no array is ever in memory twice.</summary>
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
        var count = Count(input, shape, type.Size);
        if (asLabels && type.Kind == NumberKind.Float)
            throw new DataException(input.Name, "", "its labels are not whole numbers", "save them as an array of whole numbers");
        var start = input.Position;
        var counter = new ProgressCounter(reading.Progress, input.Name, count);
        var array = new NumberArray(input.Name, shape);
        if (asLabels) array = array with { Labels = ReadLabels(input, count, type, Step) };
        else if (type.IsByte) array = array with { Bytes = ReadBytes(input, count, Step) };
        else array = array with { Floats = ReadFloats(input, count, type, start, Step) };
        input.CheckEnd("its numbers");
        return array;

        void Step(int numbers)
        {
            reading.Cancellation.ThrowIfCancellationRequested();
            counter.Add(numbers);
        }
    }

    private static int Count(ByteInput input, long[] shape, int size)
    {
        var count = 1L;
        foreach (var length in shape)
        {
            if (length < 0) throw input.Wrong("its header claims a negative size", "the file is damaged; get or write it again");
            if (length == 0) throw input.Wrong("its header claims an array without numbers", "write an array that has some");
            if (length > long.MaxValue / sizeof(long) / count)
                throw input.Wrong("its header claims more numbers than there can be", "the file is damaged; get or write it again");
            count *= length;
        }

        input.CheckClaim(count * size, "numbers");
        if (count > Array.MaxLength)
        {
            throw input.Wrong(
                $"its {Text.Count(count)} numbers are more than an array holds", "split it, or store fewer or smaller examples");
        }
        return (int)count;
    }

    private static byte[] ReadBytes(ByteInput input, int count, Action<int> step)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count; at += Block)
        {
            var block = bytes.AsSpan(at, Math.Min(Block, count - at));
            input.Read(block, "its numbers");
            step(block.Length);
        }

        return bytes;
    }

    private static float[] ReadFloats(ByteInput input, int count, ElementType type, long start, Action<int> step)
    {
        var floats = new float[count];
        var buffer = new byte[Block];
        for (var at = 0; at < count; at += Block / type.Size)
        {
            var block = buffer.AsSpan(0, Math.Min(Block / type.Size, count - at) * type.Size);
            input.Read(block, "its numbers");
            step(block.Length / type.Size);
            for (var i = 0; i < block.Length / type.Size; i++)
            {
                var number = type.Float(block.Slice(i * type.Size, type.Size));
                if (!float.IsFinite(number))
                {
                    throw input.WrongAt(
                        start + ((long)(at + i) * type.Size),
                        $"number {Text.Count(at + i)} is {(float.IsNaN(number) ? "not a number" : "infinite, or too large for a float")}",
                        "replace what is missing before saving the array");
                }

                floats[at + i] = number;
            }
        }

        return floats;
    }

    private static long[] ReadLabels(ByteInput input, int count, ElementType type, Action<int> step)
    {
        var labels = new long[count];
        var buffer = new byte[Block];
        for (var at = 0; at < count; at += Block / type.Size)
        {
            var block = buffer.AsSpan(0, Math.Min(Block / type.Size, count - at) * type.Size);
            input.Read(block, "its labels");
            step(block.Length / type.Size);
            for (var i = 0; i < block.Length / type.Size; i++) labels[at + i] = type.Integer(block.Slice(i * type.Size, type.Size));
        }

        return labels;
    }
}
