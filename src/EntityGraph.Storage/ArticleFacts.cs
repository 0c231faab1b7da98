namespace EntityGraph.Storage;

/// <summary>
/// What an article adds to the graph's totals; taken off again when the article goes. Derived from the annotations alone, so
/// that both directions start from the same facts. Entities are named by their position in the article.
/// </summary>
internal sealed class ArticleFacts
{
    private ArticleFacts(AnnotatedArticle annotated)
    {
        Annotated = annotated;
        for (var i = 0; i < annotated.Entities.Count; i++) Positions.Add(annotated.Entities[i].Id, i);
        Statements = [.. annotated.Attributions.Select(a => ContentId.OfStatementIn(annotated.Article.Text, a))];
        GatherSentences();
        GatherSayings();
    }

    public static ArticleFacts Of(AnnotatedArticle annotated) => new(annotated);

    public AnnotatedArticle Annotated { get; }

    /// <summary>The position of each entity by its id.</summary>
    public Dictionary<string, int> Positions { get; } = new(StringComparer.Ordinal);

    /// <summary>The statement of each attribution, in their order.</summary>
    public string[] Statements { get; }

    /// <summary>Who stands in which sentence.</summary>
    public SortedSet<(int Entity, int Sentence)> Standings { get; } = [];

    /// <summary>In how many sentences two entities stand together; the one of the lesser id first.</summary>
    public Dictionary<(int First, int Second), int> Together { get; } = [];

    /// <summary>Who mentions whom in which statements, and how surely at the best.</summary>
    public Dictionary<(int Speaker, int Mentioned), (HashSet<string> Statements, double Confidence)> Mentioned { get; } = [];

    /// <summary>The statements that mention an entity, those of nobody named among them, each with its speaker or null.</summary>
    public Dictionary<int, Dictionary<string, int?>> MentionedBy { get; } = [];

    /// <summary>The statements that an entity makes.</summary>
    public Dictionary<int, HashSet<string>> Said { get; } = [];

    /// <summary>How many mentions it holds.</summary>
    public int Mentions => Annotated.Entities.Sum(e => e.Mentions.Count);

    private void GatherSentences()
    {
        foreach (var (sentence, there) in Passages.Standing(Annotated))
        {
            foreach (var entity in there) Standings.Add((entity, sentence));
            var ordered = there.OrderBy(i => Annotated.Entities[i].Id, StringComparer.Ordinal).ToArray();
            for (var i = 0; i < ordered.Length; i++)
            {
                for (var j = i + 1; j < ordered.Length; j++)
                    Together[(ordered[i], ordered[j])] = Together.GetValueOrDefault((ordered[i], ordered[j])) + 1;
            }
        }
    }

    private void GatherSayings()
    {
        for (var i = 0; i < Annotated.Attributions.Count; i++)
        {
            var attribution = Annotated.Attributions[i];
            var statement = Statements[i];
            int? speaker = attribution.SpeakerId is null ? null : Positions[attribution.SpeakerId];
            if (speaker is not null)
            {
                if (!Said.TryGetValue(speaker.Value, out var said)) Said.Add(speaker.Value, said = []);
                said.Add(statement);
            }

            foreach (var id in attribution.MentionedIds)
            {
                var mentioned = Positions[id];
                if (!MentionedBy.TryGetValue(mentioned, out var by)) MentionedBy.Add(mentioned, by = []);
                by[statement] = speaker;
                if (speaker is null) continue;
                var edge = Mentioned.GetValueOrDefault((speaker.Value, mentioned), ([], 0));
                edge.Statements.Add(statement);
                Mentioned[(speaker.Value, mentioned)] = edge with { Confidence = Math.Max(edge.Confidence, attribution.Confidence) };
            }
        }
    }
}
