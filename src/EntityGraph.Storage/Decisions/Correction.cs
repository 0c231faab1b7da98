namespace EntityGraph.Storage.Decisions;

/// <summary>Corrections within one article. Each gives the same object back where it finds nothing to correct.</summary>
internal static class Correction
{
    /// <summary>What overlaps less than this with the words meant, of all that both cover, is something else.</summary>
    private const double LeastOverlap = 0.5;

    private static readonly HashSet<string> FirstPerson = new(["I", "me", "my", "mine", "myself"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The attributions with the content meant: exactly, or else the nearest to it (an annotator's next version may cut otherwise).</summary>
    public static IReadOnlyList<Attribution> Meant(AnnotatedArticle annotated, TextSpan content)
    {
        var best = annotated.Attributions.Select(a => Overlap(a.Content[0], content)).DefaultIfEmpty().Max();
        return best < LeastOverlap ? [] : [.. annotated.Attributions.Where(a => Overlap(a.Content[0], content) == best)];
    }

    /// <summary>The mentions meant, each with its entity.</summary>
    public static IReadOnlyList<(AnnotatedEntity Entity, Mention Mention)> MeantMentions(AnnotatedArticle annotated, TextSpan span)
    {
        var mentions = annotated.Entities.SelectMany(e => e.Mentions.Select(m => (Entity: e, Mention: m))).ToList();
        var best = mentions.Select(m => Overlap(m.Mention.Span, span)).DefaultIfEmpty().Max();
        return best < LeastOverlap ? [] : [.. mentions.Where(m => Overlap(m.Mention.Span, span) == best)];
    }

    /// <summary>Takes a statement away.</summary>
    public static AnnotatedArticle OfStatement(AnnotatedArticle annotated, TextSpan content)
    {
        var meant = Meant(annotated, content);
        return meant.Count == 0 ? annotated : annotated with { Attributions = [.. annotated.Attributions.Except(meant)] };
    }

    /// <summary>Gives a statement another speaker.</summary>
    public static AnnotatedArticle OfSpeaker(AnnotatedArticle annotated, TextSpan content, DecidedEntity? speaker)
    {
        var meant = Meant(annotated, content).Where(a => a.SpeakerId != speaker?.Id).ToList();
        if (meant.Count == 0) return annotated;
        foreach (var attribution in meant)
        {
            var old = attribution.SpeakerId;
            annotated = MoveMentions(annotated, speaker, (entity, mention) => entity == old && Follows(mention));
            if (speaker is not null) annotated = WithMention(annotated, speaker, attribution.Source.Concat(attribution.Cue).FirstOrDefault(attribution.Content[0]));
            annotated = Spoken(annotated, attribution, speaker);

            bool Follows(Mention mention) => mention.Kind != MentionKind.Name
                && (attribution.Source.Any(s => s.Contains(mention.Span))
                    || (attribution.Content.Any(c => c.Contains(mention.Span)) && FirstPerson.Contains(mention.Span.In(annotated.Article.Text))));
        }

        return Settled(annotated);
    }

    /// <summary>Gives a mention to another entity, or to none.</summary>
    public static AnnotatedArticle OfMention(AnnotatedArticle annotated, TextSpan span, DecidedEntity? entity)
    {
        var meant = MeantMentions(annotated, span).Where(m => m.Entity.Id != entity?.Id).ToList();
        if (meant.Count == 0) return annotated;
        foreach (var (old, mention) in meant)
        {
            annotated = MoveMentions(annotated, entity, (id, m) => id == old.Id && m == mention);
            foreach (var attribution in annotated.Attributions)
            {
                if (attribution.SpeakerId == old.Id && attribution.Source.Any(s => s.Contains(mention.Span)))
                    annotated = Spoken(annotated, attribution, entity);
            }
        }

        return Settled(annotated);
    }

    /// <summary>
    /// Moves mentions of other entities to an entity, and with them who is mentioned in which statement: the entity where it now has
    /// a mention in the content, the others where they have one left.
    /// </summary>
    private static AnnotatedArticle MoveMentions(AnnotatedArticle annotated, DecidedEntity? to, Func<string, Mention, bool> which)
    {
        var moved = annotated.Entities
            .SelectMany(e => e.Mentions.Where(m => e.Id != to?.Id && which(e.Id, m)).Select(m => (e.Id, Mention: m))).ToList();
        if (moved.Count == 0) return annotated;
        var entities = annotated.Entities
            .Select(e => e with { Mentions = [.. e.Mentions.Where(m => !moved.Contains((e.Id, m)))] })
            .ToDictionary(e => e.Id);
        if (to is not null)
        {
            var target = entities.GetValueOrDefault(to.Id) ?? new AnnotatedEntity(to.Id, to.Type, to.Name, []);
            entities[to.Id] = target with { Mentions = [.. target.Mentions.Concat(moved.Select(m => m.Mention with { Confidence = 1 })).Distinct().OrderBy(m => m.Span)] };
        }

        return annotated with
        {
            Entities = [.. entities.Values],
            Attributions = [.. annotated.Attributions.Select(a => a with
            {
                MentionedIds = [.. a.MentionedIds
                    .Where(id => moved.All(m => m.Id != id || !Holds(a, m.Mention)) || entities[id].Mentions.Any(m => Holds(a, m)))
                    .Concat(to is not null && moved.Any(m => Holds(a, m.Mention)) ? [to.Id] : [])
                    .Distinct().Where(id => id != a.SpeakerId)],
            })],
        };
    }

    /// <summary>The article with an entity in it: one that it never mentioned is mentioned by these words.</summary>
    private static AnnotatedArticle WithMention(AnnotatedArticle annotated, DecidedEntity entity, TextSpan words) =>
        annotated.Entities.Any(e => e.Id == entity.Id) ? annotated : annotated with
        {
            Entities = [.. annotated.Entities, new AnnotatedEntity(entity.Id, entity.Type, entity.Name, [new Mention(words, MentionKind.Nominal)])],
        };

    /// <summary>The article with another speaker for an attribution. Who spoke before may now be one of those mentioned.</summary>
    private static AnnotatedArticle Spoken(AnnotatedArticle annotated, Attribution which, DecidedEntity? speaker)
    {
        var before = annotated.Entities.FirstOrDefault(e => e.Id == which.SpeakerId);
        string[] also = before is not null && before.Mentions.Any(m => Holds(which, m)) ? [before.Id] : [];
        return annotated with
        {
            Attributions = [.. annotated.Attributions.Select(a => a.Id == which.Id
                ? a with
                {
                    SpeakerId = speaker?.Id,
                    Confidence = 1,
                    MentionedIds = [.. a.MentionedIds.Concat(also).Distinct().Where(id => id != speaker?.Id)],
                }
                : a)],
        };
    }

    /// <summary>The article without entities that nothing in it speaks of any more, and with the ids that its attributions now have.</summary>
    private static AnnotatedArticle Settled(AnnotatedArticle annotated)
    {
        var used = annotated.Attributions.SelectMany(a => a.MentionedIds.Append(a.SpeakerId))
            .Concat(annotated.Roles.SelectMany(r => new[] { r.HolderId, r.OrganisationId })).ToHashSet();
        var left = annotated.Entities.Where(e => e.Mentions.Count > 0 || used.Contains(e.Id)).ToList();
        return Resolution.Relabelled(annotated with { Entities = left }, left.ToDictionary(e => e.Id, e => e.Id));
    }

    private static bool Holds(Attribution attribution, Mention mention) => attribution.Content.Any(c => c.Contains(mention.Span));

    private static double Overlap(TextSpan one, TextSpan other)
    {
        var common = Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);
        return common <= 0 ? 0 : common / (double)(one.Length + other.Length - common);
    }
}
