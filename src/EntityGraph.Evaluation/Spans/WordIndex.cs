using System.Globalization;
using System.Text;

namespace EntityGraph.Evaluation;

/// <summary>A run of words, by their numbers; both ends belong to it.</summary>
public readonly record struct WordSpan(int First, int Last)
{
    /// <summary>How many words it has.</summary>
    public int Count => Last - First + 1;

    /// <summary>Whether the other lies wholly inside this one.</summary>
    public bool Contains(WordSpan other) => First <= other.First && other.Last <= Last;

    /// <summary>Whether the two share a word.</summary>
    public bool Overlaps(WordSpan other) => First <= other.Last && other.First <= Last;

    /// <summary>The numbers of its words.</summary>
    public IEnumerable<int> Words() => Enumerable.Range(First, Count);
}

/// <summary>
/// The words of a text as spans are measured in: runs between white space, every punctuation mark and symbol a word of its own
/// (the basic tokens of BERT, Devlin et al. 2019), so that white space at a border makes no difference.
/// </summary>
public sealed class WordIndex
{
    private readonly List<TextSpan> _words = [];

    /// <summary>Splits a text.</summary>
    public WordIndex(string text)
    {
        var start = -1;
        var at = 0;
        void Close()
        {
            if (start >= 0)
            {
                _words.Add(new TextSpan(start, at));
                start = -1;
            }
        }
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control or UnicodeCategory.Format)
            {
                Close();
            }
            else if (Rune.IsPunctuation(rune) || Rune.IsSymbol(rune))
            {
                Close();
                _words.Add(new TextSpan(at, at + rune.Utf16SequenceLength));
            }
            else if (start < 0)
            {
                start = at;
            }
            at += rune.Utf16SequenceLength;
        }
        Close();
    }

    /// <summary>The words in order.</summary>
    public IReadOnlyList<TextSpan> Words => _words;

    /// <summary>The words that a span touches, or null where it touches none.</summary>
    public WordSpan? Of(TextSpan span)
    {
        var first = Search(w => w.End > span.Start);
        var last = Search(w => w.Start >= span.End) - 1;
        return first <= last ? new WordSpan(first, last) : null;
    }

    /// <summary>The words that spans touch, those that touch none left out.</summary>
    public IEnumerable<WordSpan> Of(IEnumerable<TextSpan> spans) => spans.Select(Of).OfType<WordSpan>();

    /// <summary>The text that a run of words covers.</summary>
    public TextSpan ToText(WordSpan span) => new(_words[span.First].Start, _words[span.Last].End);

    // The first word for which a condition holds that holds for all after it.
    private int Search(Predicate<TextSpan> holds)
    {
        int low = 0, high = _words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(_words[middle]) ? (low, middle) : (middle + 1, high);
        }
        return low;
    }
}
