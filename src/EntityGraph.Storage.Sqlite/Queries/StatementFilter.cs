using EntityGraph.Storage.Sqlite.Connections;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>A <see cref="MentionFilter"/> as conditions on rows. Ids that the graph does not have let nothing through.</summary>
internal sealed class StatementFilter
{
    private const long Nothing = -1;
    private readonly MentionFilter filter;
    private readonly long? speaker;
    private readonly long? mentioned;
    private readonly long? outlet;
    private readonly long? article;

    private StatementFilter(Session session, MentionFilter filter)
    {
        this.filter = filter;
        speaker = Key("SELECT key FROM entity WHERE id = $1", filter.SpeakerId);
        mentioned = Key("SELECT key FROM entity WHERE id = $1", filter.MentionedId);
        outlet = Key("SELECT key FROM outlet WHERE name = $1", filter.Outlet);
        article = Key("SELECT key FROM article WHERE id = $1", filter.ArticleId);

        long? Key(string sql, string? id) => id is null ? null : session.Number(sql, id) ?? Nothing;
    }

    public static StatementFilter Of(Session session, MentionFilter filter) => new(session, filter);

    /// <summary>Whether it lets everything through.</summary>
    public bool IsEmpty => filter == new MentionFilter();

    /// <summary>Whether the totals of edges do not answer it, only the statements behind them do.</summary>
    public bool LooksIntoStatements => LooksIntoArticles || filter.Kind is not null || filter.MinConfidence is not null;

    /// <summary>Whether it asks for something of the article: all that edges which rest on no statement can be asked for.</summary>
    public bool LooksIntoArticles => filter.From is not null || filter.To is not null || outlet is not null || article is not null;

    /// <summary>Whether it lets through only what is said by or of one entity or in one article: few rows, found by an index.</summary>
    public bool IsNarrow => speaker is not null || mentioned is not null || article is not null;

    /// <summary>Whether it asks for something of the entities mentioned.</summary>
    public bool LooksIntoMentioned => mentioned is not null || filter.MentionedType is not null;

    /// <summary>Conditions on a row <paramref name="e"/> of the table of edges.</summary>
    public IEnumerable<string> OnEdge(Sql sql, string e)
    {
        if (speaker is not null) yield return $"{e}.speaker = {sql.Value(speaker)}";
        if (mentioned is not null) yield return $"{e}.mentioned = {sql.Value(mentioned)}";
        if (filter.SpeakerType is { } speakerType) yield return $"{e}.speaker_type = {sql.Value((int)speakerType)}";
        if (filter.MentionedType is { } mentionedType) yield return $"{e}.mentioned_type = {sql.Value((int)mentionedType)}";
    }

    /// <summary>Conditions on the columns speaker and mentioned of <paramref name="row"/>.</summary>
    public IEnumerable<string> OnEnds(Sql sql, string row)
    {
        foreach (var condition in OnSpeaker(sql, row)) yield return condition;
        if (mentioned is not null) yield return $"{row}.mentioned = {sql.Value(mentioned)}";
        if (filter.MentionedType is { } type) yield return $"(SELECT type FROM entity WHERE key = {row}.mentioned) = {sql.Value((int)type)}";
    }

    /// <summary>Conditions on the column speaker of <paramref name="row"/>.</summary>
    public IEnumerable<string> OnSpeaker(Sql sql, string row)
    {
        if (speaker is not null) yield return $"{row}.speaker = {sql.Value(speaker)}";
        if (filter.SpeakerType is { } type) yield return $"(SELECT type FROM entity WHERE key = {row}.speaker) = {sql.Value((int)type)}";
    }

    /// <summary>Conditions on the columns day, outlet, article, kind and confidence of <paramref name="row"/>.</summary>
    public IEnumerable<string> OnStatement(Sql sql, string row)
    {
        foreach (var condition in OnArticle(sql, row, $"{row}.article")) yield return condition;
        if (filter.Kind is { } kind) yield return $"{row}.kind = {sql.Value((int)kind)}";
        if (filter.MinConfidence is { } least) yield return $"{row}.confidence >= {sql.Value(least)}";
    }

    /// <summary>Conditions on the columns day and outlet of <paramref name="row"/> and on the column of the article's key.</summary>
    public IEnumerable<string> OnArticle(Sql sql, string row, string key)
    {
        if (filter.From is { } from) yield return $"{row}.day >= {sql.Value(Rows.Kept(from))}";
        if (filter.To is { } to) yield return $"{row}.day <= {sql.Value(Rows.Kept(to))}";
        if (outlet is not null) yield return $"{row}.outlet = {sql.Value(outlet)}";
        if (article is not null) yield return $"{key} = {sql.Value(article)}";
    }
}
