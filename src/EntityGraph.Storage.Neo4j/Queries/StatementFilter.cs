namespace EntityGraph.Storage.Neo4j.Queries;

/// <summary>A <see cref="MentionFilter"/> as conditions on nodes and relationships. Ids that the graph does not have let nothing through.</summary>
internal sealed class StatementFilter(MentionFilter filter)
{
    /// <summary>Whether it lets everything through.</summary>
    public bool IsEmpty => filter == new MentionFilter();

    /// <summary>Whether the totals of edges do not answer it, only the statements behind them do.</summary>
    public bool LooksIntoStatements => LooksIntoArticles || filter.Kind is not null || filter.MinConfidence is not null;

    /// <summary>Whether it asks for something of the article: all that edges which rest on no statement can be asked for.</summary>
    public bool LooksIntoArticles => filter.From is not null || filter.To is not null || filter.Outlet is not null || filter.ArticleId is not null;

    /// <summary>Whether it lets through only what is said by or of one entity or in one article.</summary>
    public bool IsNarrow => filter.SpeakerId is not null || filter.MentionedId is not null || filter.ArticleId is not null;

    /// <summary>Whether it asks for something of the speaker.</summary>
    public bool LooksIntoSpeaker => filter.SpeakerId is not null || filter.SpeakerType is not null;

    /// <summary>Whether it asks for something of the entities mentioned.</summary>
    public bool LooksIntoMentioned => filter.MentionedId is not null || filter.MentionedType is not null;

    /// <summary>Conditions on the speaker <paramref name="s"/>.</summary>
    public IEnumerable<string> OnSpeaker(Parameters values, string s)
    {
        if (filter.SpeakerId is { } id) yield return $"{s}.id = {values.Of(id)}";
        if (filter.SpeakerType is { } type) yield return $"{s}.type = {values.Of($"{type}")}";
    }

    /// <summary>Conditions on the mentioned entity <paramref name="t"/>.</summary>
    public IEnumerable<string> OnMentioned(Parameters values, string t)
    {
        if (filter.MentionedId is { } id) yield return $"{t}.id = {values.Of(id)}";
        if (filter.MentionedType is { } type) yield return $"{t}.type = {values.Of($"{type}")}";
    }

    /// <summary>Conditions on the attribution <paramref name="i"/> (IN) and its article <paramref name="a"/>.</summary>
    public IEnumerable<string> OnAttribution(Parameters values, string i, string a)
    {
        foreach (var condition in OnArticle(values, a)) yield return condition;
        if (filter.Kind is { } kind) yield return $"{i}.kind = {values.Of($"{kind}")}";
        if (filter.MinConfidence is { } least) yield return $"{i}.confidence >= {values.Of(least)}";
    }

    /// <summary>Conditions on the article <paramref name="a"/>.</summary>
    public IEnumerable<string> OnArticle(Parameters values, string a)
    {
        if (filter.From is not null || filter.To is not null)
        {
            // Two bounds in any case: the day of articles without one is beyond all days.
            DateOnly from = filter.From ?? DateOnly.MinValue, to = filter.To ?? DateOnly.MaxValue;
            yield return $"{values.Of(from.DayNumber)} <= {a}.day <= {values.Of(to.DayNumber)}";
        }

        if (filter.Outlet is { } outlet) yield return $"{a}.outlet = {values.Of(outlet)}";
        if (filter.ArticleId is { } id) yield return $"{a}.id = {values.Of(id)}";
    }

    /// <summary>Conditions as a clause, or nothing where there are none.</summary>
    public static string Where(params IEnumerable<string> conditions)
    {
        var all = string.Join(" AND ", conditions);
        return all.Length == 0 ? "" : $"WHERE {all}";
    }
}
