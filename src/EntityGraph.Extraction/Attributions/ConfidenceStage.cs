namespace EntityGraph.Extraction.Attributions;

/// <summary>Says how likely each attribution is right.</summary>
internal sealed class ConfidenceStage : IExtractionStage
{
    public Layers Needs => Layers.Attributions | Layers.Speakers;

    public Layers Gives => Layers.None;

    public void Run(ArticleDraft draft)
    {
        foreach (var attribution in draft.Attributions)
            attribution.Confidence = attribution.ContentProbability;
    }
}
