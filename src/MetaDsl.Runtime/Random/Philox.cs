namespace MetaDsl;

/// <summary>
/// Philox 4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011): a keyed bijection of 128-bit
/// blocks. Encrypting 0, 1, 2, ... gives a random sequence of which every element can be computed without those before it.
/// </summary>
internal static class Philox
{
    private const int Rounds = 10;
    private const ulong Multiplier0 = 0xD2511F53;
    private const ulong Multiplier1 = 0xCD9E8D57;

    // The key schedule adds the golden ratio and √3 - 1, as 32-bit fractions.
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>The block at a counter: 128 random bits. Each 64-bit word holds two of the paper's, the first one low.</summary>
    public static (ulong Low, ulong High) Block(ulong key, ulong counterLow, ulong counterHigh)
    {
        var (key0, key1) = ((uint)key, (uint)(key >> 32));
        var (word0, word1) = ((uint)counterLow, (uint)(counterLow >> 32));
        var (word2, word3) = ((uint)counterHigh, (uint)(counterHigh >> 32));

        for (var round = 0; round < Rounds; round++)
        {
            var product0 = Multiplier0 * word0;
            var product1 = Multiplier1 * word2;
            (word0, word2) = ((uint)(product1 >> 32) ^ word1 ^ key0, (uint)(product0 >> 32) ^ word3 ^ key1);
            (word1, word3) = ((uint)product1, (uint)product0);
            unchecked
            {
                key0 += Weyl0;
                key1 += Weyl1;
            }
        }

        return (word0 | ((ulong)word1 << 32), word2 | ((ulong)word3 << 32));
    }
}
