using System.Globalization;
using System.Text;

namespace EntityGraph.Ingestion;

/// <summary>
/// A sketch of a text by which its near-duplicates are found (Broder 1997): for each of many hash functions the least value over
/// the text's runs of words. The share of values that two sketches have in common is about the share of runs that the texts do.
/// </summary>
internal sealed class MinHash
{
    /// <summary>How many words a run has.</summary>
    private const int RunLength = 4;

    /// <summary>How many values make a band; sketches that agree in a whole band are worth comparing.</summary>
    private const int BandSize = 3;

    private const int Bands = 40;

    private static readonly (ulong Factor, ulong Offset)[] Functions = [.. Enumerable.Range(0, Bands * BandSize)
        .Select(i => (Mix((ulong)(2 * i) + 1) | 1, Mix((ulong)(2 * i) + 2)))];

    private readonly uint[] _least;

    private MinHash(uint[] least) => _least = least;

    /// <summary>The sketch of a text; case and punctuation make no difference. A text of fewer words than a run is one run.</summary>
    public static MinHash Of(string text)
    {
        var words = Words(text);
        var least = new uint[Functions.Length];
        Array.Fill(least, uint.MaxValue);
        for (var i = 0; i <= Math.Max(0, words.Count - RunLength); i++)
        {
            var run = 0UL;
            for (var k = i; k < Math.Min(words.Count, i + RunLength); k++)
                run = Mix(run + words[k]);
            for (var f = 0; f < Functions.Length; f++)
                least[f] = Math.Min(least[f], (uint)(((Functions[f].Factor * run) + Functions[f].Offset) >> 32));
        }

        return new MinHash(least);
    }

    /// <summary>About how large a share of their runs two texts have in common, 0 to 1.</summary>
    public double Similarity(MinHash other) => _least.Zip(other._least).Count(p => p.First == p.Second) / (double)_least.Length;

    /// <summary>Keys under which near-duplicates meet: one that shares half of the runs does so nearly always.</summary>
    public IEnumerable<ulong> Keys()
    {
        for (var band = 0; band < Bands; band++)
        {
            var key = (ulong)band;
            for (var i = 0; i < BandSize; i++)
                key = Mix(key + _least[(band * BandSize) + i]);
            yield return key;
        }
    }

    private static List<ulong> Words(string text)
    {
        var (words, word) = (new List<ulong>(), 0UL);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                word = Mix(word + (ulong)Rune.ToLower(rune, CultureInfo.InvariantCulture).Value);
            // "Don't" is one word whichever the apostrophe.
            else if (word != 0 && rune.Value is not ('\'' or '’'))
                Add();
        }

        if (word != 0)
            Add();
        return words;

        void Add()
        {
            words.Add(word);
            word = 0;
        }
    }

    // SplitMix64 (Steele et al. 2014): the same on every machine and in every version.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
