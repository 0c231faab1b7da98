using EntityGraph.Extraction.Attributions;
using EntityGraph.Extraction.Names;
using EntityGraph.Extraction.References;
using EntityGraph.Extraction.Roles;
using EntityGraph.Extraction.Tagging;
using EntityGraph.Extraction.Text;

namespace EntityGraph.Extraction;

/// <summary>
/// Text in, annotations out: a small encoder tags every word, then stages make names, references and attributions of its tags.
/// Safe to use from several threads.
/// </summary>
public sealed class Annotator : IAnnotator, IDisposable
{
    private readonly Tagger _tagger;
    private readonly AntecedentRanker _ranker;
    private readonly IReadOnlyList<IExtractionStage> _stages;

    internal Annotator(Tagger tagger, AntecedentRanker ranker, IReadOnlyList<IExtractionStage> stages)
    {
        (_tagger, _ranker, _stages) = (tagger, ranker, stages);
        var there = Layers.Words | Layers.Tags;
        foreach (var stage in stages)
        {
            if ((there & stage.Needs) != stage.Needs)
                throw new InvalidOperationException($"{stage.GetType().Name} needs {stage.Needs & ~there}, which no earlier stage gives.");
            there |= stage.Gives;
        }
    }

    /// <summary>Where the tagger is unless another folder is named: <c>models/tagger</c> beside the program.</summary>
    public static string DefaultModelFolder => Path.Combine(AppContext.BaseDirectory, "models", "tagger");

    /// <summary>Where the rankers of reference are: <c>models/reference</c> beside the program.</summary>
    public static string RankerFolder => Path.Combine(AppContext.BaseDirectory, "models", "reference");

    /// <summary>Loads the models; takes a few tenths of a second.</summary>
    /// <param name="modelFolder">A folder with <c>tagger.onnx</c>, <c>tagger.json</c> and <c>vocab.txt</c>.</param>
    /// <exception cref="ModelException">A file is missing, unreadable or of another layout; the message names it.</exception>
    public static Annotator Load(string? modelFolder = null)
    {
        var ranker = AntecedentRanker.Load(RankerFolder);
        return new Annotator(
            Tagger.Load(modelFolder ?? DefaultModelFolder),
            ranker,
            [new SentenceStage(), new NameStage(), new AttributionStage(), new ReferenceStage(ranker), new RoleStage(), new ConfidenceStage()]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<AnnotatedArticle> Annotate(IReadOnlyList<Article> articles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var encoded = new EncodedText[articles.Count];
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, articles.Count, parallel, i => encoded[i] = _tagger.Encode(articles[i].Text));
        var outputs = _tagger.Tag(encoded, cancellation);
        var annotated = new AnnotatedArticle[articles.Count];
        Parallel.For(0, articles.Count, parallel, i =>
        {
            var draft = new ArticleDraft(articles[i], encoded[i], outputs[i]);
            Run(draft);
            annotated[i] = AnnotationBuilder.Build(draft);
        });
        return annotated;
    }

    /// <summary>Annotates an article as <see cref="Annotate"/> does and tells why each pronoun and description was resolved as it was.</summary>
    public ExplainedArticle Explain(Article article, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        var encoded = _tagger.Encode(article.Text);
        var draft = new ArticleDraft(article, encoded, _tagger.Tag([encoded], cancellation)[0]) { Decisions = [] };
        Run(draft);
        var ids = AnnotationBuilder.Ids(draft);
        return new ExplainedArticle(
            AnnotationBuilder.Build(draft),
            [.. draft.Decisions.OrderBy(d => d.Reference.Span.First).Select(d => Explanation.Of(draft, _ranker, d, ids))]);
    }

    private void Run(ArticleDraft draft)
    {
        foreach (var stage in _stages)
            stage.Run(draft);
    }

    /// <inheritdoc/>
    public void Dispose() => _tagger.Dispose();
}
