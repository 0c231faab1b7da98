using EntityGraph.Extraction.Text;

namespace EntityGraph.Extraction.Tagging;

/// <summary>An article as the tagger takes it: words, their features and pieces.</summary>
internal sealed class EncodedText
{
    private readonly List<int> _pieces;
    private readonly int[] _first;

    public EncodedText(string text, WordPieceVocabulary vocabulary)
    {
        Text = text;
        Words = WordTokenizer.Split(text);
        Features = WordFeatures.Of(text, Words);
        _pieces = new List<int>(Words.Length * 5 / 4);
        _first = new int[Words.Length + 1];
        for (var i = 0; i < Words.Length; i++)
        {
            _first[i] = _pieces.Count;
            vocabulary.AddPieces(Words[i].In(text), _pieces);
        }

        _first[^1] = _pieces.Count;
    }

    public string Text { get; }

    public Word[] Words { get; }

    public WordFeatures[] Features { get; }

    public ReadOnlySpan<int> PiecesOf(int word) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pieces)[_first[word].._first[word + 1]];

    public int PieceCount(int word) => _first[word + 1] - _first[word];

    /// <summary>
    /// Cuts the words into windows of at most <paramref name="size"/> pieces (two of them for the marks at begin and end), which
    /// end at a paragraph's border where that leaves more than 20 words.
    /// </summary>
    public IEnumerable<(int Start, int End)> Windows(int size)
    {
        var start = 0;
        while (start < Words.Length)
        {
            var (end, used, border) = (start, 2, -1);
            while (end < Words.Length && used + PieceCount(end) <= size)
            {
                used += PieceCount(end++);
                if (end < Words.Length && BeginsParagraph(end))
                    border = end;
            }

            if (end < Words.Length && border > start + 20)
                end = border;
            yield return (start, end);
            start = end;
        }
    }

    public bool BeginsParagraph(int word) =>
        word == 0 || Text.AsSpan(Words[word - 1].End, Words[word].Start - Words[word - 1].End).Contains('\n');
}
