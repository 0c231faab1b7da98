using System.Globalization;

namespace EntityGraph.Storage.Conformance;

/// <summary>Where the stories of the tests begin: <c>An.Article("Ada Byrne said …")</c>.</summary>
public static class An
{
    /// <summary>An article with this text. Every full stop, question or exclamation mark followed by white space ends a sentence.</summary>
    public static ArticleBuilder Article(string text) => new(text);
}

/// <summary>
/// An annotated article told in its own words: entities are found wherever their names stand, and what is said by searching for
/// the words. Names that are not in the text, or words that are not there, are mistakes of the test and throw.
/// </summary>
public sealed class ArticleBuilder
{
    private readonly string text;
    private readonly List<AnnotatedEntity> entities = [];
    private readonly List<Attribution> attributions = [];
    private readonly List<RoleClaim> roles = [];
    private Article article;
    private IReadOnlyList<TextSpan>? sentences;

    internal ArticleBuilder(string text)
    {
        this.text = text;
        article = new Article { Id = "", Text = text };
    }

    public ArticleBuilder In(string outlet) => With(article with { Outlet = outlet });

    public ArticleBuilder On(string day) => On(DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture));

    public ArticleBuilder On(DateOnly day) => With(article with { Published = day });

    public ArticleBuilder From(string origin) => With(article with { Origin = origin });

    public ArticleBuilder Of(string collection) => With(article with { Collection = collection });

    public ArticleBuilder At(string url) => With(article with { Url = new Uri(url) });

    public ArticleBuilder Titled(string title) => With(article with { Title = title });

    public ArticleBuilder Written(string language) => With(article with { Language = language });

    /// <summary>No sentences are given: the whole text counts as one.</summary>
    public ArticleBuilder WithoutSentences()
    {
        sentences = [];
        return this;
    }

    public ArticleBuilder Person(string name, params string[] alsoAs) => Entity(EntityType.Person, name, alsoAs);

    public ArticleBuilder Organisation(string name, params string[] alsoAs) => Entity(EntityType.Organisation, name, alsoAs);

    public ArticleBuilder Place(string name, params string[] alsoAs) => Entity(EntityType.Place, name, alsoAs);

    /// <summary>An entity with all its mentions; other words for it are pronouns where they are short and in lower case, else descriptions.</summary>
    public ArticleBuilder Entity(EntityType type, string name, params string[] alsoAs)
    {
        var mentions = Everywhere(name).Select(s => new Mention(s, MentionKind.Name)).ToList();
        if (mentions.Count == 0) throw new ArgumentException($"'{name}' does not stand in the text.", nameof(name));
        foreach (var words in alsoAs)
        {
            var kind = words.Length <= 4 ? MentionKind.Pronoun : words.Contains(' ', StringComparison.Ordinal) ? MentionKind.Nominal : MentionKind.Name;
            mentions.AddRange(Everywhere(words).Where(s => !mentions.Any(m => m.Span.Overlaps(s))).Select(s => new Mention(s, kind, 0.75)));
        }

        entities.Add(new AnnotatedEntity($"e{entities.Count + 1}", type, name, [.. mentions.OrderBy(m => m.Span)]));
        return this;
    }

    /// <summary>
    /// A statement: its speaker (null for nobody named), the cue ("" for none) and the words of the content. It mentions whoever
    /// else is mentioned inside these words, and is direct where they stand in quotation marks.
    /// </summary>
    public ArticleBuilder Says(
        string? speaker, string cue, string content, double confidence = 0.9, AttributionKind? kind = null, string? source = null, int occurrence = 1,
        string? wording = null)
    {
        var contentSpan = Everywhere(content).ElementAtOrDefault(occurrence - 1);
        if (contentSpan.Length == 0) throw new ArgumentException($"'{content}' does not stand in the text.", nameof(content));
        var speaking = speaker is null ? null : entities.Single(e => e.Name == speaker);
        var cueSpan = cue.Length == 0 ? default : Nearest(Everywhere(cue), contentSpan);
        var anchor = cue.Length == 0 ? contentSpan : cueSpan;
        var sourceSpan = source is not null ? Nearest(Everywhere(source), anchor)
            : speaking is null ? default
            : Nearest(speaking.Mentions.Select(m => m.Span).Where(s => !contentSpan.Contains(s)), anchor);
        attributions.Add(new Attribution
        {
            Id = $"a{attributions.Count + 1}",
            SpeakerId = speaking?.Id,
            Kind = kind ?? (content.StartsWith('"') || content.StartsWith('“') ? AttributionKind.Direct : AttributionKind.Indirect),
            Source = sourceSpan.Length == 0 ? [] : [sourceSpan],
            Cue = cueSpan.Length == 0 ? [] : [cueSpan],
            Content = [contentSpan],
            MentionedIds = [.. entities.Where(e => e != speaking && e.Mentions.Any(m => contentSpan.Contains(m.Span))).Select(e => e.Id)],
            Confidence = confidence,
            Wording = wording,
        });
        return this;
    }

    /// <summary>Several statements of one speaker, each with the cue "said".</summary>
    public ArticleBuilder SaysAll(string speaker, IEnumerable<string> contents) =>
        contents.Aggregate(this, (article, content) => article.Says(speaker, "said", content));

    public ArticleBuilder Is(string holder, string role, string? of, bool isFormer = false) => Add(new RoleClaim(
        entities.Single(e => e.Name == holder).Id, role, of is null ? null : entities.Single(e => e.Name == of).Id, Everywhere(role).First(), isFormer));

    /// <summary>The annotated article with the ids of the graph.</summary>
    public AnnotatedArticle Annotated() => Resolution.ByName(new AnnotatedArticle
    {
        Article = article with { Id = ContentId.OfArticle(text, article.Outlet, article.Published) },
        Sentences = sentences ?? Sentences(),
        Entities = [.. entities],
        Attributions = [.. attributions],
        Roles = [.. roles],
    });

    /// <summary>The change that puts the article.</summary>
    public GraphChange.Put Put() => new(Annotated());

    private ArticleBuilder Add(RoleClaim role)
    {
        roles.Add(role);
        return this;
    }

    private ArticleBuilder With(Article changed)
    {
        article = changed;
        return this;
    }

    private IEnumerable<TextSpan> Everywhere(string words)
    {
        for (var at = 0; (at = text.IndexOf(words, at, StringComparison.Ordinal)) >= 0; at += words.Length)
        {
            var end = at + words.Length;
            if (Borders(at - 1, at) && Borders(end - 1, end)) yield return new TextSpan(at, end);
        }

        // A name is not found inside a longer word.
        bool Borders(int left, int right) =>
            left < 0 || right >= text.Length || !char.IsLetterOrDigit(text[left]) || !char.IsLetterOrDigit(text[right]);
    }

    private List<TextSpan> Sentences()
    {
        var found = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = i + 1 == text.Length || (text[i] is '.' or '?' or '!' && char.IsWhiteSpace(text[i + 1])) || text[i] == '\n';
            if (!ends) continue;
            if (!string.IsNullOrWhiteSpace(text[start..(i + 1)])) found.Add(new TextSpan(start, i + 1));
            for (start = i + 1; start < text.Length && char.IsWhiteSpace(text[start]); start++) i = start;
        }

        return found;
    }

    private static TextSpan Nearest(IEnumerable<TextSpan> spans, TextSpan to) =>
        spans.OrderBy(s => s.End <= to.Start ? to.Start - s.End : Math.Abs(s.Start - to.End)).FirstOrDefault();
}
