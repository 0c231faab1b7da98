namespace EntityGraph.Extraction.References;

/// <summary>An entity that a reference may be to, with what speaks for and against it: a value for each <see cref="Feature"/>.</summary>
internal sealed record Candidate(EntityDraft Entity, float[] Features)
{
    public float this[Feature feature]
    {
        get => Features[(int)feature];
        set => Features[(int)feature] = value;
    }
}

/// <summary>References that are decided by one model.</summary>
internal enum ReferenceKind
{
    /// <summary>"He" and "she".</summary>
    People,

    /// <summary>"It" and "they".</summary>
    Things,

    /// <summary>"The council leader".</summary>
    Descriptions,
}

/// <summary>What was chosen for a reference.</summary>
/// <param name="Best">The best candidate, or null where there is none.</param>
/// <param name="Probability">How likely it is right.</param>
/// <param name="IsLikely">Whether that is more likely than that none of them is.</param>
internal readonly record struct Choice(Candidate? Best, double Probability, bool IsLikely)
{
    public EntityDraft? Entity => IsLikely ? Best?.Entity : null;
}

/// <summary>Chooses among the candidates for a reference.</summary>
internal interface IAntecedentChooser
{
    Choice Choose(ReferenceKind kind, MentionDraft reference, IReadOnlyList<Candidate> candidates);
}
