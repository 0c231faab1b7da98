namespace EntityGraph.Evaluation;

/// <summary>
/// Who is what of what. A predicted role is right where its holder has a mention at the gold's and the words for the role are the
/// same or one has the other's at its end ("agent" for "planning agent"; what follows "of" and "for" aside). Whole, it also has the
/// right organisation, or none where there is none, and the right tense.
/// </summary>
public sealed class RoleMeasure : IMeasure
{
    private static readonly string[] Particles = [" of ", " for "];

    /// <inheritdoc/>
    public string Name => "roles";

    /// <inheritdoc/>
    public IReadOnlyList<Part> Parts =>
        [Part.Micro("role", "holder and role"), Part.Micro("whole", "… of what, current or former"), Part.Recall("of", "right organisation of those found")];

    /// <inheritdoc/>
    public bool Applies(GoldArticle gold) => gold.Roles is not null;

    /// <inheritdoc/>
    public Measurement Of(GoldArticle gold, AnnotatedArticle predicted)
    {
        Tally role = default, whole = default, of = default;
        var examples = new List<Example>();
        foreach (var sentence in gold.Roles!)
        {
            var claims = predicted.Roles.Where(r => sentence.Sentence.Contains(new TextSpan(r.Evidence.Start, r.Evidence.Start + 1))).ToList();
            var left = claims.ToList();
            foreach (var wanted in sentence.Roles)
            {
                var found = left.Where(c => IsHolder(gold.Text, sentence.Sentence, predicted, c, wanted) && IsRole(c.Role, wanted.Role))
                    .OrderByDescending(c => IsWhole(predicted, c, wanted)).FirstOrDefault();
                if (found is null)
                {
                    examples.Add(Example.Of(Name, gold, $"missed {wanted.Holder}: {wanted.Role}", sentence.Sentence));
                    (role, whole) = (role + Tally.Of(0, 0, 1), whole + Tally.Of(0, 0, 1));
                    continue;
                }
                left.Remove(found);
                var right = IsWhole(predicted, found, wanted) ? 1 : 0;
                (role, whole) = (role + Tally.Of(1, 1, 1), whole + Tally.Of(right, 1, 1));
                of += Tally.Of(IsOf(predicted, found, wanted) ? 1 : 0, 0, 1);
                if (right == 0)
                {
                    examples.Add(Example.Of(Name, gold, $"{wanted.Holder}: {found.Role} of {Body(predicted, found) ?? "nothing"}{(found.IsFormer ? ", former" : "")}, is of {wanted.Of ?? "nothing"}{(wanted.Former ? ", former" : "")}", found.Evidence));
                }
            }
            foreach (var claim in left)
            {
                examples.Add(Example.Of(Name, gold, $"false {predicted.Entities.First(e => e.Id == claim.HolderId).Name}: {claim.Role}", claim.Evidence));
                (role, whole) = (role + Tally.Of(0, 1, 0), whole + Tally.Of(0, 1, 0));
            }
        }
        return new Measurement(new Dictionary<string, Tally> { ["role"] = role, ["whole"] = whole, ["of"] = of }, examples);
    }

    private static bool IsHolder(string text, TextSpan sentence, AnnotatedArticle predicted, RoleClaim claim, GoldRole wanted)
    {
        var at = text.IndexOf(wanted.Holder, sentence.Start, sentence.Length, StringComparison.Ordinal);
        var name = new TextSpan(at, at + wanted.Holder.Length);
        return predicted.Entities.First(e => e.Id == claim.HolderId).Mentions.Any(m => m.Span.Overlaps(name));
    }

    private static bool IsRole(string one, string other)
    {
        var (a, b) = (Head(one), Head(other));
        return a == b || a.EndsWith(" " + b, StringComparison.Ordinal) || b.EndsWith(" " + a, StringComparison.Ordinal);
    }

    private static string Head(string role)
    {
        var lower = role.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal);
        var end = Particles.Select(p => lower.IndexOf(p, StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(lower.Length).Min();
        return lower[..end];
    }

    private static bool IsWhole(AnnotatedArticle predicted, RoleClaim claim, GoldRole wanted) =>
        claim.IsFormer == wanted.Former && IsOf(predicted, claim, wanted);

    private static bool IsOf(AnnotatedArticle predicted, RoleClaim claim, GoldRole wanted)
    {
        if (claim.OrganisationId is null || wanted.Of is null)
            return claim.OrganisationId is null && wanted.Of is null;
        var body = predicted.Entities.First(e => e.Id == claim.OrganisationId);
        return body.Mentions.Select(m => m.Span.In(predicted.Article.Text)).Append(body.Name).Any(n => NameKey.Of(n) == NameKey.Of(wanted.Of));
    }

    private static string? Body(AnnotatedArticle predicted, RoleClaim claim) => predicted.Entities.FirstOrDefault(e => e.Id == claim.OrganisationId)?.Name;
}
