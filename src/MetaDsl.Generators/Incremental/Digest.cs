using System.Collections.Generic;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace MetaDsl.Generators.Incremental;

/// <summary>
/// Reduces source text to a hash and to the names that it mentions. A name is known by its own hash; two that share one are taken for one,
/// which costs a parse and never misses a change.
/// </summary>
internal sealed class Digest
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const string Suffix = "Attribute";

    private readonly HashSet<ulong> mentions = [];
    private ulong hash = Offset;

    public Digest()
    {
    }

    /// <summary>Goes on where another ends.</summary>
    public Digest(Digest other)
    {
        hash = other.hash;
        mentions.UnionWith(other.mentions);
    }

    /// <summary>Depends on all that was added and on its order.</summary>
    public ulong Hash => Mix(hash);

    public IReadOnlyCollection<ulong> Mentions => mentions;

    public static ulong Name(string name)
    {
        var hash = Offset;
        foreach (var c in name) hash = Step(hash, c);
        return hash;
    }

    /// <summary>Spreads each bit of a number over all of them, so that sums of such numbers are as good as hashes.</summary>
    public static ulong Mix(ulong value)
    {
        value = unchecked((value ^ (value >> 33)) * 0xff51afd7ed558ccd);
        value = unchecked((value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53);
        return value ^ (value >> 33);
    }

    public bool Mentioned(ulong name) => mentions.Contains(name);

    public void Mention(string name) => mentions.Add(Name(name));

    public void Add(ulong number) => hash = Step(hash, Mix(number));

    public void Add(string text) => Add(text, 0, text.Length);

    /// <summary>Adds a piece of source. What looks like a name in it counts as one, in comments too.</summary>
    public void Add(string text, int start, int end)
    {
        var position = start;
        while (position < end)
        {
            if (Part(text, position, end, out _) == 0) position++;
            else position = AddName(text, position, end);
        }

        for (var i = start; i < end; i++) hash = Step(hash, text[i]);
        // Two pieces are not one.
        hash = Step(hash, char.MaxValue);
    }

    private int AddName(string text, int position, int end)
    {
        var isNumber = text[position] is >= '0' and <= '9';
        var name = Offset;
        for (int length; (length = Part(text, position, end, out var c)) > 0; position += length)
        {
            // What C# leaves out of names.
            if (c < 128 || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format) name = Step(name, c);
        }

        if (isNumber) return position;
        mentions.Add(name);
        foreach (var c in Suffix) name = Step(name, c);
        mentions.Add(name);
        return position;
    }

    // The length of the character of a name at a position, which may be written as \u0041; 0 where there is none.
    private static int Part(string text, int position, int end, out char c)
    {
        c = text[position < end ? position : end - 1];
        if (position >= end) return 0;
        if (c < 128 && c != '\\') return c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' ? 1 : 0;
        if (c != '\\') return SyntaxFacts.IsIdentifierPartCharacter(c) ? 1 : 0;
        var digits = position + 1 < end ? text[position + 1] switch { 'u' => 4, 'U' => 8, _ => 0 } : 0;
        if (digits == 0 || position + 2 + digits > end) return 0;
        var isNumber = uint.TryParse(
            text.Substring(position + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code);
        c = (char)code;
        return isNumber && code <= char.MaxValue && SyntaxFacts.IsIdentifierPartCharacter(c) ? 2 + digits : 0;
    }

    private static ulong Step(ulong hash, ulong value) => unchecked((hash ^ value) * Prime);
}
