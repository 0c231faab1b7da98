namespace EntityGraph.Evaluation;

/// <summary>
/// GAP (Webster et al. 2018): for a pronoun and two names, is it that name? F1 over the names that it is. The answer is yes
/// where one entity has a mention at the pronoun and one that shares a word with the name. The genre is the pronoun's gender;
/// the quotient of the feminine and the masculine F1 is the bias.
/// </summary>
public sealed class GapMeasure : IMeasure
{
    /// <inheritdoc/>
    public string Name => "GAP pronouns";

    /// <inheritdoc/>
    public IReadOnlyList<Part> Parts => [Part.Micro("names", "F1"), Part.Recall("right of two", "the right name of two")];

    /// <inheritdoc/>
    public bool Applies(GoldArticle gold) => gold.Pronouns is not null;

    /// <inheritdoc/>
    public Measurement Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        Tally names = default, two = default;
        var examples = new List<Example>();
        foreach (var pronoun in gold.Pronouns!)
        {
            var entity = predicted.Entities.FirstOrDefault(e => e.Mentions.Any(m => m.Span == pronoun.Span));
            var answers = pronoun.Names
                .Select(n => entity?.Mentions
                .Any(m => m.Kind == MentionKind.Name && m.Span.Overlaps(n.Span)) == true).ToList();
            names += Tally.Of(
                pronoun.Names.Where((n, i) => n.Same && answers[i]).Count(), answers.Count(a => a), pronoun.Names.Count(n => n.Same));
            if (pronoun.Names.Count(n => n.Same) == 1)
            {
                // As the tagger's own figure counts: which of the two, where it is exactly one of them.
                var right = answers.Count(a => a) == 1 && pronoun.Names[answers.IndexOf(true)].Same;
                two += Tally.Of(right ? 1 : 0, 1, 1);
            }
            if (pronoun.Names.Where((n, i) => n.Same != answers[i]).Any())
            {
                var referents = pronoun.Names.Where(n => n.Same).Select(n => n.Span.In(gold.Text)).DefaultIfEmpty("neither");
                examples.Add(Example.Of(Name, gold,
                    $"taken for {entity?.Name ?? "nobody"}, is {string.Join(" and ", referents)}", pronoun.Span));
            }
        }
        return new Measurement(new Dictionary<string, Tally> { ["names"] = names, ["right of two"] = two }, examples);
    }
}
