using System.Buffers.Binary;

namespace MetaDsl;

/// <summary>What the kinds of numbers in files are.</summary>
internal enum NumberKind
{
    Unsigned,
    Signed,
    Float,
}

/// <summary>How a number is stored in a file.</summary>
internal readonly record struct ElementType(NumberKind Kind, int Size, bool IsBigEndian)
{
    public bool IsByte => this is { Kind: NumberKind.Unsigned, Size: 1 };

    /// <summary>A number, rounded to a float where it has more digits.</summary>
    public float Float(ReadOnlySpan<byte> stored)
    {
        if (Kind != NumberKind.Float) return Kind == NumberKind.Signed ? Integer(stored) : (ulong)Integer(stored);
        return Size switch
        {
            2 => (float)BitConverter.UInt16BitsToHalf((ushort)Integer(stored)),
            4 => BitConverter.UInt32BitsToSingle((uint)Integer(stored)),
            _ => (float)BitConverter.Int64BitsToDouble(Integer(stored)),
        };
    }

    /// <summary>The bits of a number; those of a signed one extended.</summary>
    public long Integer(ReadOnlySpan<byte> stored)
    {
        var isSigned = Kind == NumberKind.Signed;
        switch (Size)
        {
            case 1:
                return isSigned ? (sbyte)stored[0] : stored[0];
            case 2:
                var two = IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(stored) : BinaryPrimitives.ReadUInt16LittleEndian(stored);
                return isSigned ? (short)two : two;
            case 4:
                var four = IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(stored) : BinaryPrimitives.ReadUInt32LittleEndian(stored);
                return isSigned ? (int)four : four;
            default:
                return IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(stored) : BinaryPrimitives.ReadInt64LittleEndian(stored);
        }
    }
}
