namespace EntityGraph.Evaluation;

/// <summary>Explains each missed and each false edge of an article.</summary>
public static class EdgeErrors
{
    /// <summary>The missed edges in the gold's order, then the false ones.</summary>
    public static IReadOnlyList<EdgeError> Of(GoldArticle gold, AnnotatedArticle predicted, WhoMentionedWhom score) =>
        [.. score.Missed.Select(e => Missed(e, gold, predicted, score)), .. score.False.Select(e => False(e, gold, predicted, score))];

    private static EdgeError Missed(GoldEdge edge, GoldArticle gold, AnnotatedArticle predicted, WhoMentionedWhom score)
    {
        var text = predicted.Article.Text;
        var place = edge.Place is { } p && p.End <= text.Length ? p : (TextSpan?)null;
        var ids = score.Alignment.OneToOne.ToLookup(a => a.Value.Id, a => a.Key);
        var here = place is null ? [] : predicted.Attributions.Where(a => a.Content.Any(c => Holds(c, place.Value))).ToList();
        var names = Names(predicted);
        return new EdgeError
        {
            ArticleId = gold.Id,
            Missed = true,
            Cause = Why(edge, place, here, ids),
            Speaker = edge.Speaker,
            Mentioned = edge.Mentioned,
            Via = edge.Via,
            Evidence = edge.Evidence,
            Place = place,
            Passage = place is null ? null : Passage.Line(text, Passage.Around(text, place.Value)),
            Predicted = [.. here.Select(a => Describe(a, text, names))],
        };
    }

    private static EdgeErrorCause Why(GoldEdge edge, TextSpan? place, List<Attribution> here, ILookup<string, string> ids)
    {
        if (!ids.Contains(edge.Mentioned))
        {
            return EdgeErrorCause.MentionedEntityMissing;
        }
        if (!ids.Contains(edge.Speaker))
        {
            return EdgeErrorCause.SpeakerEntityMissing;
        }
        if (place is null)
        {
            return EdgeErrorCause.EvidenceNotFound;
        }
        if (here.Count == 0)
        {
            return EdgeErrorCause.NoContent;
        }
        var speaker = ids[edge.Speaker].First();
        if (here.Any(a => a.SpeakerId == speaker))
        {
            return EdgeErrorCause.MentionUnresolved;
        }
        if (here.Any(a => a.SpeakerId is not null))
        {
            return EdgeErrorCause.OtherSpeaker;
        }
        return here.Any(a => a.Source.Count > 0) ? EdgeErrorCause.SourceUnresolved : EdgeErrorCause.NoSpeaker;
    }

    private static EdgeError False(PredictedEdge edge, GoldArticle gold, AnnotatedArticle predicted, WhoMentionedWhom score)
    {
        var text = predicted.Article.Text;
        var names = Names(predicted);
        var from = predicted.Attributions.Where(a => a.SpeakerId == edge.Speaker && a.MentionedIds.Contains(edge.Mentioned)).ToList();
        var mentions = predicted.Entities.First(e => e.Id == edge.Mentioned).Mentions
            .Where(m => from.Any(a => a.Content.Any(c => c.Contains(m.Span)))).ToList();
        var via = mentions.Select(m => m.Kind).DefaultIfEmpty(MentionKind.Pronoun).Min();
        var content = from[0].Content[0];
        var one = score.Alignment.OneToOne;
        one.TryGetValue(edge.Speaker, out var speaker);
        one.TryGetValue(edge.Mentioned, out var mentioned);
        var goldHere = (gold.Edges ?? []).Where(e => e.Place is { } p && from.Any(a => a.Content.Any(c => Holds(c, p)))).ToList();
        var cause =
            speaker is null ? EdgeErrorCause.SpeakerIsNoGoldEntity
            : mentioned is null ? EdgeErrorCause.MentionedIsNoGoldEntity
            : goldHere.Any(e => e.Speaker != speaker.Id && e.Mentioned == mentioned.Id) ? EdgeErrorCause.AnotherSpeaks
            : via != MentionKind.Name ? EdgeErrorCause.PronounOrDescription
            : goldHere.Any(e => e.Speaker == speaker.Id) ? EdgeErrorCause.MentionNotInGold
            : goldHere.Count > 0 ? EdgeErrorCause.AnotherSpeaks
            : EdgeErrorCause.ContentNotInGold;
        var shown = mentions.Count > 0 ? mentions[0].Span : content;
        return new EdgeError
        {
            ArticleId = gold.Id,
            Missed = false,
            Cause = cause,
            Speaker = speaker?.Id ?? names[edge.Speaker],
            Mentioned = (mentioned?.Id ?? names[edge.Mentioned]) + (mentions.Count > 0 ? $" “{shown.In(text)}”" : ""),
            Via = via,
            Evidence = Passage.Line(text, content),
            Place = shown,
            Passage = Passage.Line(text, Passage.Around(text, shown)),
            Predicted = [.. from.Take(3).Select(a => Describe(a, text, names))],
        };
    }

    // Evidence is copied from the content but may run over its border; half of it inside is enough to be about it.
    private static bool Holds(TextSpan content, TextSpan evidence) =>
        2 * (Math.Min(content.End, evidence.End) - Math.Max(content.Start, evidence.Start)) >= evidence.Length;

    private static Dictionary<string, string> Names(AnnotatedArticle article) => article.Entities.ToDictionary(e => e.Id, e => e.Name);

    private static string Describe(Attribution a, string text, Dictionary<string, string> names)
    {
        string Words(IReadOnlyList<TextSpan> spans) =>
            spans.Count == 0 ? "–" : string.Join(" … ", spans.Select(s => Passage.Line(text, s)));
        var mentioned = string.Join(", ", a.MentionedIds.Select(m => names[m]));
        var speaker = a.SpeakerId is null ? "nobody" : names[a.SpeakerId];
        return $"{Words(a.Source)} | {Words(a.Cue)} | {Words(a.Content)} → {speaker} of {(mentioned.Length > 0 ? mentioned : "nobody")}";
    }
}
