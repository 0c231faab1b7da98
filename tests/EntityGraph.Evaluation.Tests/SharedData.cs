namespace EntityGraph.Evaluation.Tests;

/// <summary>Reads the real sets where they lie beside the repository (../shared).</summary>
public class SharedData
{
    private static string Folder()
    {
        var root = AppContext.BaseDirectory;
        while (root is not null && !File.Exists(Path.Combine(root, "EntityGraph.sln")))
        {
            root = Path.GetDirectoryName(root);
        }
        var folder = Path.Combine(root ?? ".", "..", "shared");
        Skip.If(!Directory.Exists(folder), "the sets of ../shared are not here");
        return folder;
    }

    [SkippableFact]
    public void Every_edge_of_the_dev_gold_has_its_evidence_in_the_text()
    {
        var set = EvaluationSets.Read("dev", Folder());
        Assert.Equal((12, 170), (set.Articles.Count, set.Articles.Sum(a => a.Edges!.Count)));
        Assert.All(set.Articles.SelectMany(a => a.Edges!), e => Assert.NotNull(e.Place));
    }

    [SkippableTheory]
    [InlineData("seed")]
    [InlineData("corpus")]
    [InlineData("gum")]
    [InlineData("gum-all")]
    [InlineData("polnear")]
    [InlineData("gap")]
    [InlineData("uner-ewt")]
    [InlineData("wikigold")]
    [InlineData("crossner")]
    public void Every_set_can_be_read_and_its_ids_are_unique(string name)
    {
        var set = EvaluationSets.Read(name, Folder());
        Assert.NotEmpty(set.Articles);
        Assert.Equal(set.Articles.Count, set.Articles.Select(a => a.Id).Distinct().Count());
    }

    /// <summary>A prediction that says exactly what the gold says must score 1 wherever the gold can be said.</summary>
    [SkippableFact]
    public void The_gold_of_the_corpus_scores_one_against_itself()
    {
        var set = EvaluationSets.Read("corpus", Folder());
        var report = Evaluator.Measure(set, Echo, a => a);
        Score Of(string measure, string part) => report.Scores.Single(s => (s.Measure, s.Part, s.Genre) == (measure, part, null));
        foreach (var layer in new[] { "attribution, strict", "nested attribution, strict" })
        {
            Assert.All(AttributionLayers.Roles, role => Assert.Equal(1, Of(layer, role).Value, 12));
        }
        Assert.Equal(1, Of("attribution as a relation", "source, cue and content").Value, 12);
        Assert.Equal(1, Of("coreference", "mean of the three").Value, 12);
        // Two things of one name in an article cannot always be told apart by name.
        Assert.InRange(Of("entities", "micro F1, types agree").Value, 0.99, 1);
        Assert.InRange(Of("who mentioned whom", "micro F1").Value, 0.98, 1);
        Assert.InRange(Of("speaker", "end to end").Value, 0.98, 1);
    }

    private static AnnotatedArticle Echo(GoldArticle gold)
    {
        var typed = gold.Entities!.Where(e => e.Type is not null).ToList();
        var known = typed.Select(e => e.Id).ToHashSet();
        return new AnnotatedArticle
        {
            Article = new Article { Id = gold.Id, Text = gold.Text },
            Entities = [.. typed.Select(e => new AnnotatedEntity(e.Id, e.Type!.Value, e.Names[0], [.. e.Mentions.Select(m => new Mention(m.Span, m.Kind))]))],
            Attributions = [.. gold.Attributions!.SelectMany(a => a.SpeakerIds!.Count > 0 ? a.SpeakerIds! : [null!], (a, speaker) =>
            {
                return new Attribution
                {
                    Id = a.Id,
                    SpeakerId = speaker,
                    Kind = AttributionKind.Indirect,
                    Source = a.Source,
                    Cue = a.Cue,
                    Content = a.Content,
                    MentionedIds = [.. typed.Where(e => e.Id != speaker && e.Mentions.Any(m => a.Content.Any(c => c.Contains(m.Span)))).Select(e => e.Id)],
                };
            })],
        };
    }
}
