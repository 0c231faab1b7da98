namespace EntityGraph.Extraction.References;

/// <summary>A decision as it was made.</summary>
internal sealed record Decision(MentionDraft Reference, ReferenceKind Kind, IReadOnlyList<Candidate> Candidates);

/// <summary>Puts decisions into words.</summary>
internal static class Explanation
{
    private const int MostCandidates = 5;
    private const int MostReasons = 5;

    private static readonly string[] Signs = [.. Enum.GetNames<Feature>().Select(InWords)];

    public static ReferenceDecision Of(ArticleDraft draft, AntecedentRanker ranker, Decision decision, Dictionary<EntityDraft, string> ids) => new(
        draft.Span(decision.Reference.Span),
        decision.Reference.Kind,
        decision.Reference.Entity is { } entity ? ids.GetValueOrDefault(entity) : null,
        ranker.ModelOf(decision.Kind).None,
        [.. decision.Candidates
            .Where(c => ids.ContainsKey(c.Entity))
            .Select(c => new RankedCandidate(ids[c.Entity], ranker.ModelOf(decision.Kind).Probability(c.Features), Reasons(ranker.ModelOf(decision.Kind), c)))
            .OrderByDescending(c => c.Probability)
            .Take(MostCandidates)]);

    private static IReadOnlyList<Reason> Reasons(AntecedentModel model, Candidate candidate) =>
        [.. model.Contributions(candidate.Features)
            .Select((weight, i) => new Reason(Signs[i], candidate.Features[i], weight))
            .Where(r => r.Weight != 0)
            .OrderByDescending(r => Math.Abs(r.Weight))
            .Take(MostReasons)];

    // "SentencesApart" is "sentences apart".
    private static string InWords(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));
}
