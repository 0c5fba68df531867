namespace MetaDsl;

/// <summary>Draws different numbers: the first cards of a shuffled deck.</summary>
internal static class Shuffle
{
    /// <summary>The numbers below <paramref name="count"/> in order.</summary>
    public static int[] Deck(int count)
    {
        var deck = new int[count];
        for (var i = 0; i < count; i++) deck[i] = i;
        return deck;
    }

    /// <summary>
    /// Fills <paramref name="chosen"/> with different cards of a deck in order, every ordered choice equally likely, and leaves the deck as
    /// it was.
    /// </summary>
    public static void Choose(RandomStream random, Span<int> chosen, Span<int> deck)
    {
        // Fisher and Yates's shuffle as far as needed. Swapped back in reverse, the cards serve again without being dealt anew.
        for (var i = 0; i < chosen.Length; i++)
        {
            var from = i + Below(random, i, deck.Length - i);
            chosen[i] = deck[from];
            deck[from] = deck[i];
            deck[i] = from;
        }

        for (var i = chosen.Length - 1; i >= 0; i--)
        {
            var from = deck[i];
            deck[i] = deck[from];
            deck[from] = chosen[i];
        }
    }

    /// <summary>
    /// A whole number below <paramref name="bound"/>: 64 bits scaled down, whose unevenness of bound / 2⁶⁴ nobody can measure.
    /// </summary>
    public static int Below(RandomStream random, long index, int bound) => (int)Math.BigMul(random.At(index), (ulong)bound, out _);
}
