namespace EntityGraph.Extraction;

/// <summary>A step from text to annotations. Stages never touch a store.</summary>
internal interface IExtractionStage
{
    /// <summary>What must be there before it runs.</summary>
    Layers Needs { get; }

    /// <summary>What is there when it has run.</summary>
    Layers Gives { get; }

    void Run(ArticleDraft draft);
}
