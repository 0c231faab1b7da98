namespace EntityGraph.Extraction.References;

/// <summary>What an article's attributions and descriptions say of its mentions, found once for all its references.</summary>
internal sealed class ReferenceContext
{
    public ReferenceContext(ArticleDraft draft)
    {
        Draft = draft;
        Descriptions = new Descriptions(draft);
        Index = draft.Mentions.Select((m, i) => (m, i)).ToDictionary(p => p.m, p => p.i);
        var outer = draft.Attributions.Where(a => !a.IsNested).ToList();
        foreach (var mention in draft.Mentions)
        {
            foreach (var attribution in outer)
            {
                if (attribution.Content.Any(c => c.Contains(mention.Span)))
                    ContentOf.TryAdd(mention, attribution);
                if (attribution.Source is { } source && source.Contains(mention.Span))
                    SourceOf.TryAdd(mention, attribution);
            }
        }

        NamesInTitle = [.. draft.Mentions.Where(m => m.Kind == MentionKind.Name && draft.ParagraphOf[m.Span.First] == 0).Select(m => m.Entity!)];
        SentenceStart = new int[draft.Words.Length];
        for (var w = 1; w < draft.Words.Length; w++)
            SentenceStart[w] = draft.SentenceOf[w] == draft.SentenceOf[w - 1] ? SentenceStart[w - 1] : w;
    }

    public ArticleDraft Draft { get; }

    public Descriptions Descriptions { get; }

    /// <summary>The place of each mention among all.</summary>
    public Dictionary<MentionDraft, int> Index { get; }

    /// <summary>For a mention inside an outer content, its attribution.</summary>
    public Dictionary<MentionDraft, AttributionDraft> ContentOf { get; } = [];

    /// <summary>For a mention inside an outer source, its attribution.</summary>
    public Dictionary<MentionDraft, AttributionDraft> SourceOf { get; } = [];

    public HashSet<EntityDraft> NamesInTitle { get; }

    /// <summary>For each word, the first word of its sentence.</summary>
    public int[] SentenceStart { get; }

    public int Sentence(MentionDraft mention) => Draft.SentenceOf[mention.Span.First];

    public int Paragraph(MentionDraft mention) => Draft.ParagraphOf[mention.Span.First];

    public bool IsQuoted(MentionDraft mention) => Draft.IsQuoted[mention.Span.First];

    /// <summary>How many words stand before it in its sentence, an opening quotation mark aside.</summary>
    public int PlaceInSentence(MentionDraft mention)
    {
        var place = mention.Span.First - SentenceStart[mention.Span.First];
        return place == 1 && !char.IsLetterOrDigit(Draft.Text[Draft.Words[mention.Span.First - 1].Start]) ? 0 : place;
    }
}
