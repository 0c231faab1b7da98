using System.Globalization;
using System.Text;

namespace EntityGraph.Extraction.Tagging;

/// <summary>
/// Splits a word into the longest pieces that the vocabulary has (WordPiece, Wu et al. 2016), lower-cased and without accents.
/// </summary>
internal sealed class WordPieceVocabulary
{
    private const int LongestWord = 100;
    private readonly Dictionary<string, int> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _continued = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _wholeBySpan;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _continuedBySpan;
    private readonly int _longest;

    public WordPieceVocabulary(string path)
    {
        var id = 0;
        foreach (var piece in File.ReadLines(path, Encoding.UTF8))
        {
            if (piece.StartsWith("##", StringComparison.Ordinal))
                _continued[piece[2..]] = id;
            // A word "##x" of its own cannot arise: punctuation always stands alone.
            _whole[piece] = id++;
            _longest = Math.Max(_longest, piece.Length);
        }

        _wholeBySpan = _whole.GetAlternateLookup<ReadOnlySpan<char>>();
        _continuedBySpan = _continued.GetAlternateLookup<ReadOnlySpan<char>>();
        Unknown = Special("[UNK]", path);
        Begin = Special("[CLS]", path);
        End = Special("[SEP]", path);
    }

    public int Unknown { get; }

    public int Begin { get; }

    public int End { get; }

    /// <summary>Adds the ids of a word's pieces, and says how many.</summary>
    public int AddPieces(ReadOnlySpan<char> word, List<int> pieces)
    {
        var before = pieces.Count;
        var folded = Fold(word);
        if (folded.Length == 0 || RuneCount(folded) > LongestWord)
        {
            pieces.Add(Unknown);
            return 1;
        }

        for (var start = 0; start < folded.Length;)
        {
            var lookup = start == 0 ? _wholeBySpan : _continuedBySpan;
            var end = Math.Min(folded.Length, start + _longest);
            var id = 0;
            while (end > start && !lookup.TryGetValue(folded.AsSpan(start, end - start), out id))
                end--;
            if (end == start)
            {
                pieces.RemoveRange(before, pieces.Count - before);
                pieces.Add(Unknown);
                return 1;
            }

            pieces.Add(id);
            start = end;
        }

        return pieces.Count - before;
    }

    internal static string Fold(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word))
            return string.Create(word.Length, word, static (target, source) => Ascii.ToLower(source, target, out _));
        // Decomposed first, so that a dotted capital I loses its dot as in the trainer's full lower-casing.
        var builder = new StringBuilder(word.Length);
        var decomposed = word.ToString().Normalize(NormalizationForm.FormD);
        for (var i = 0; i < decomposed.Length; i++)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(decomposed, i) == UnicodeCategory.NonSpacingMark)
            {
                if (char.IsHighSurrogate(decomposed[i]))
                    i++;
            }
            else
            {
                builder.Append(decomposed[i]);
            }
        }

        var folded = builder.ToString();
        var lower = folded.ToLowerInvariant();
        return folded.Contains('Σ') ? FinalSigma(folded, lower) : lower;
    }

    // Unicode's only contextual lower case that matters here: a capital sigma that ends a word.
    private static string FinalSigma(string original, string lower) => string.Create(lower.Length, (original, lower), static (target, state) =>
    {
        state.lower.CopyTo(target);
        for (var i = 0; i < target.Length; i++)
        {
            if (state.original[i] == 'Σ' && i > 0 && char.IsLetter(state.original[i - 1])
                && (i + 1 == target.Length || !char.IsLetter(state.original[i + 1])))
                target[i] = 'ς';
        }
    });

    private static int RuneCount(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    private int Special(string piece, string path) => _whole.TryGetValue(piece, out var id)
        ? id
        : throw new ModelException($"{path}: the vocabulary has no {piece}");
}
