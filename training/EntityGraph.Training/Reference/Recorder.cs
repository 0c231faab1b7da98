using EntityGraph.Extraction;
using EntityGraph.Extraction.References;

namespace EntityGraph.Training.Reference;

/// <summary>A candidate for a reference, and whether it is right.</summary>
internal sealed record Row(ReferenceKind Kind, float[] Features, bool Right);

/// <summary>How a reference was decided, against the gold.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Wanted">Whether the gold has an entity for it that was found.</param>
/// <param name="Probability">That of the best candidate.</param>
/// <param name="IsRight">Whether that one is right.</param>
internal sealed record Decided(ReferenceKind Kind, bool Wanted, double Probability, bool IsRight);

/// <summary>
/// Goes along while an article is resolved and notes each candidate with its answer. What is chosen, and so what later references
/// see, is what the gold says, or what a ranker says.
/// </summary>
internal sealed class Recorder(Answers answers, IAntecedentChooser policy, bool followGold) : IAntecedentChooser
{
    public List<Row> Rows { get; } = [];

    public List<Decided> Decisions { get; } = [];

    public Choice Choose(ReferenceKind kind, MentionDraft reference, IReadOnlyList<Candidate> candidates)
    {
        var answer = answers.Of(reference);
        var choice = policy.Choose(kind, reference, candidates);
        if (!answer.Known)
            return choice;
        foreach (var candidate in candidates)
        {
            var right = answer.Right.Contains(candidate.Entity);
            if (right || answer.Wrong is null || answer.Wrong.Contains(candidate.Entity))
                Rows.Add(new Row(kind, candidate.Features, right));
        }

        if (answer.Wrong is null)
            Decisions.Add(new Decided(kind, answer.Right.Count > 0, choice.Probability, choice.Best is { } best && answer.Right.Contains(best.Entity)));
        if (!followGold)
            return choice;
        var gold = candidates.FirstOrDefault(c => answer.Right.Contains(c.Entity));
        return new Choice(gold, 1, gold is not null);
    }
}

/// <summary>The candidate with the tagger's best score: what there is before anything is learned.</summary>
internal sealed class ByScore : IAntecedentChooser
{
    public Choice Choose(ReferenceKind kind, MentionDraft reference, IReadOnlyList<Candidate> candidates)
    {
        var best = candidates.MaxBy(c => c[Feature.BestScore]);
        return new Choice(best, best is null ? 0 : 1 / (1 + Math.Exp(-best[Feature.BestScore])), best?[Feature.BestScore] > 0);
    }
}
