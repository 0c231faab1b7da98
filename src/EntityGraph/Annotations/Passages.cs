namespace EntityGraph;

/// <summary>Which sentences of an article words stand in.</summary>
public static class Passages
{
    /// <summary>How many entities a sentence may mention and still bring them together.</summary>
    public const int MostTogether = 50;

    /// <summary>The sentences of an article; the whole text as one where none are given.</summary>
    public static IReadOnlyList<TextSpan> SentencesOf(AnnotatedArticle annotated) =>
        annotated.Sentences.Count > 0 ? annotated.Sentences : [new TextSpan(0, annotated.Article.Text.Length)];

    /// <summary>The index of the sentence that holds an offset; between two sentences, of the one before.</summary>
    public static int SentenceAt(IReadOnlyList<TextSpan> sentences, int offset)
    {
        int low = 0, high = sentences.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (sentences[middle].Start <= offset) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>
    /// Who is mentioned in each sentence, by the positions of the entities in the article: what AppearsWith edges rest on. A
    /// sentence that mentions more than <see cref="MostTogether"/> is a list, which brings nobody together, and is left out.
    /// </summary>
    public static IReadOnlyDictionary<int, IReadOnlyCollection<int>> Standing(AnnotatedArticle annotated)
    {
        var sentences = SentencesOf(annotated);
        var standing = new SortedDictionary<int, SortedSet<int>>();
        for (var entity = 0; entity < annotated.Entities.Count; entity++)
        {
            foreach (var mention in annotated.Entities[entity].Mentions)
            {
                var sentence = SentenceAt(sentences, mention.Span.Start);
                if (!standing.TryGetValue(sentence, out var there)) standing.Add(sentence, there = []);
                there.Add(entity);
            }
        }

        return standing.Where(s => s.Value.Count <= MostTogether).ToDictionary(s => s.Key, s => (IReadOnlyCollection<int>)s.Value);
    }

    /// <summary>The passage that proves an attribution: the sentences from the first to the last of its source, cue and content.</summary>
    public static TextSpan Of(IReadOnlyList<TextSpan> sentences, Attribution attribution)
    {
        var spans = attribution.Source.Concat(attribution.Cue).Concat(attribution.Content).ToList();
        int start = spans.Min(s => s.Start), end = spans.Max(s => s.End);
        var first = sentences[SentenceAt(sentences, start)];
        var last = sentences[SentenceAt(sentences, end - 1)];
        return new TextSpan(Math.Min(start, first.Start), Math.Max(end, last.End));
    }
}
