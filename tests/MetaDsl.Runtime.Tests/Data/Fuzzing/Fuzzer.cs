using System.Buffers.Binary;
using System.Diagnostics;

namespace MetaDsl.Tests.Data;

/// <summary>What a fuzz run saw of a reader.</summary>
internal sealed record FuzzResult(string Target, long Cases, long Accepted, double SlowestSeconds, long MostBytes, string? Failure);

/// <summary>
/// Gives readers mutated files: whatever a file says, it is read or is a <see cref="DataException"/>, soon and in little memory. Each case is a
/// function of the seed and its number.
/// </summary>
internal static class Fuzzer
{
    private const double MostSeconds = 5;
    private const long MostBytes = 48 << 20;

    /// <summary>What a byte of input may allocate on top: deflate's 1032 bytes, of which each may hold 8 pixels.</summary>
    private const long MostBytesPerByte = 1032 * 9;

    private static readonly long[] Interesting = [0, 1, 2, 3, 7, 8, 16, 255, 256, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF];

    /// <summary>Runs cases until one fails or it is enough.</summary>
    public static FuzzResult Run(FuzzTarget target, long seed, Func<long, bool> isEnough)
    {
        var (stream, result) = (RandomStream.From(seed).Split(target.Name), new FuzzResult(target.Name, 0, 0, 0, 0, null));
        for (var number = 0L; result.Failure is null && !isEnough(number); number++)
        {
            var bytes = Case(target, stream, number);
            var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            var failure = Read(target, bytes, out var accepted);
            var (seconds, allocated) = (Stopwatch.GetElapsedTime(started).TotalSeconds, GC.GetAllocatedBytesForCurrentThread() - before);
            if (seconds > MostSeconds) failure ??= $"it took {seconds:0.0} s";
            if (allocated > MostBytes + (bytes.Length * MostBytesPerByte)) failure ??= $"{bytes.Length} bytes allocated {allocated}";
            result = result with
            {
                Cases = number + 1,
                Accepted = result.Accepted + (accepted ? 1 : 0),
                SlowestSeconds = Math.Max(result.SlowestSeconds, seconds),
                MostBytes = Math.Max(result.MostBytes, allocated),
                Failure = failure is null ? null : $"seed {seed}, case {number}: {failure}\n{Convert.ToBase64String(bytes)}",
            };
        }

        return result;
    }

    private static string? Read(FuzzTarget target, byte[] bytes, out bool accepted)
    {
        accepted = false;
        try
        {
            target.Read(bytes);
            accepted = true;
            return null;
        }
        catch (DataException)
        {
            return null;
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    private static byte[] Case(FuzzTarget target, RandomStream stream, long number)
    {
        var (random, next) = (stream.Split(number), 0);
        List<byte> bytes = [.. target.Seeds[Below(target.Seeds.Length)]];
        
        // Most often one or two: what is changed everywhere is refused at its first byte.
        var mutations = 1 + Below(1 + Below(6));
        for (var i = 0; i < mutations; i++) Mutate(bytes);
        byte[] mutated = [.. bytes];
        if (Below(4) > 0) target.Mend?.Invoke(mutated);
        return mutated;

        int Below(int bound) => Shuffle.Below(random, next++, bound);

        void Mutate(List<byte> to)
        {
            if (to.Count == 0) return;
            var at = Below(to.Count);
            var length = Math.Min(to.Count - at, 1 + Below(8));
            switch (Below(10))
            {
                case 0:
                    to[at] ^= (byte)(1 << Below(8));
                    break;
                case 1:
                    to[at] = (byte)Below(256);
                    break;
                case 2:
                    to[at] = (byte)('0' + Below(10));
                    break;
                case 3:
                    to.RemoveRange(at, length);
                    break;
                case 4:
                    to.InsertRange(at, to.GetRange(at, length));
                    break;
                case 5:
                    to.RemoveRange(at, to.Count - at);
                    break;
                case 6:
                    var other = target.Seeds[Below(target.Seeds.Length)];
                    var from = Below(other.Length);
                    to.RemoveRange(at, to.Count - at);
                    to.AddRange(other[from..]);
                    break;
                case 7:
                    to.InsertRange(at, Enumerable.Repeat(to[at], 1 + Below(300)));
                    break;
                default:
                    Overwrite(to, at, Interesting[Below(Interesting.Length)], Below(4));
                    break;
            }
        }
    }

    /// <summary>Writes a number that headers stumble over, of 2 or 4 bytes, in either order.</summary>
    private static void Overwrite(List<byte> to, int at, long number, int kind)
    {
        var stored = new byte[4];
        if (kind % 2 == 0) BinaryPrimitives.WriteUInt32LittleEndian(stored, (uint)number);
        else BinaryPrimitives.WriteUInt32BigEndian(stored, (uint)number);
        var start = kind == 3 ? 2 : 0;
        var count = kind < 2 ? 4 : 2;
        for (var i = 0; i < count && at + i < to.Count; i++) to[at + i] = stored[start + i];
    }
}
