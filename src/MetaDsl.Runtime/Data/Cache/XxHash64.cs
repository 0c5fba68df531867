using System.Buffers.Binary;
using System.Numerics;

namespace MetaDsl;

/// <summary>Yann Collet's xxHash of 64 bits: as fast as memory, and all that is asked of a checksum against damage.</summary>
internal static class XxHash64
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;

    public static ulong Of(ReadOnlySpan<byte> bytes, ulong seed = 0)
    {
        unchecked
        {
            var length = (ulong)bytes.Length;
            var hash = bytes.Length >= 32 ? Lanes(ref bytes, seed) : seed + Prime5;
            hash += length;
            for (; bytes.Length >= 8; bytes = bytes[8..])
                hash = (BitOperations.RotateLeft(hash ^ Round(0, Word(bytes)), 27) * Prime1) + Prime4;
            if (bytes.Length >= 4)
            {
                hash = (BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(bytes) * Prime1), 23) * Prime2) + Prime3;
                bytes = bytes[4..];
            }

            foreach (var one in bytes) hash = BitOperations.RotateLeft(hash ^ (one * Prime5), 11) * Prime1;
            hash = (hash ^ (hash >> 33)) * Prime2;
            hash = (hash ^ (hash >> 29)) * Prime3;
            return hash ^ (hash >> 32);
        }
    }

    /// <summary>Four lanes side by side, as far as blocks of 32 bytes go.</summary>
    private static ulong Lanes(ref ReadOnlySpan<byte> bytes, ulong seed)
    {
        unchecked
        {
            var (a, b, c, d) = (seed + Prime1 + Prime2, seed + Prime2, seed, seed - Prime1);
            for (; bytes.Length >= 32; bytes = bytes[32..])
            {
                a = Round(a, Word(bytes));
                b = Round(b, Word(bytes[8..]));
                c = Round(c, Word(bytes[16..]));
                d = Round(d, Word(bytes[24..]));
            }

            var hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7)
                + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
            hash = Merge(hash, a);
            hash = Merge(hash, b);
            hash = Merge(hash, c);
            return Merge(hash, d);
        }
    }

    private static ulong Merge(ulong hash, ulong lane) => unchecked(((hash ^ Round(0, lane)) * Prime1) + Prime4);

    private static ulong Round(ulong lane, ulong word) => unchecked(BitOperations.RotateLeft(lane + (word * Prime2), 31) * Prime1);

    private static ulong Word(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);
}
