namespace EntityGraph.Extraction.Attributions;

/// <summary>
/// Says how likely each attribution is right: a logistic model (Platt 1999) of what is known of it, fitted on every other held-out
/// article of the corpus and measured on the rest; docs/quality.md has the reliability table.
/// </summary>
internal sealed class ConfidenceStage : IExtractionStage
{
    public Layers Needs => Layers.Attributions | Layers.Speakers;

    public Layers Gives => Layers.None;

    public void Run(ArticleDraft draft)
    {
        foreach (var attribution in draft.Attributions)
            attribution.Confidence = attribution.Speaker is null ? attribution.ContentProbability : Likelihood(draft, attribution);
    }

    private static double Likelihood(ArticleDraft draft, AttributionDraft attribution)
    {
        var mention = attribution.SpeakerMention;
        var z = -2.86
            + 0.13 * Logit(attribution.ContentProbability)
            + 0.065 * Math.Min(attribution.SourceLink, 20)
            + 0.018 * Math.Min(attribution.CueLink, 20)
            + 1.19 * (mention?.Confidence ?? 0)
            + mention?.Kind switch { MentionKind.Name => 2.43, MentionKind.Pronoun => 1.68, _ => 0 }
            - (attribution.Content.Count > 1 ? 0.37 : 0)
            + (draft.IsQuoted[attribution.Content[0].First] ? 0.42 : 0);
        return 1 / (1 + Math.Exp(-z));
    }

    private static double Logit(double probability)
    {
        var bounded = Math.Clamp(probability, 0.001, 0.999);
        return Math.Log(bounded / (1 - bounded));
    }
}
