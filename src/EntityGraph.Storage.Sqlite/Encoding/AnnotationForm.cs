namespace EntityGraph.Storage.Sqlite.Encoding;

/// <summary>How the parts of an annotated article are kept in blobs. Entities are named by their position in the article.</summary>
internal static class AnnotationForm
{
    public static byte[] OfSentences(IReadOnlyList<TextSpan> sentences)
    {
        using var packed = new PackedWriter();
        packed.Spans(sentences);
        return packed.ToArray();
    }

    public static IReadOnlyList<TextSpan> Sentences(byte[] bytes)
    {
        using var packed = new PackedReader(bytes);
        return packed.Spans();
    }

    public static byte[] OfMentions(IReadOnlyList<Mention> mentions)
    {
        using var packed = new PackedWriter();
        packed.Number(mentions.Count);
        foreach (var mention in mentions)
        {
            packed.Span(mention.Span);
            packed.Number((int)mention.Kind);
            packed.Confidence(mention.Confidence);
        }

        return packed.ToArray();
    }

    public static IReadOnlyList<Mention> Mentions(byte[] bytes)
    {
        using var packed = new PackedReader(bytes);
        return packed.Many(() => new Mention(packed.Span(), (MentionKind)packed.Number(), packed.Confidence()));
    }

    public static byte[] OfAttribution(Attribution attribution, IReadOnlyDictionary<string, int> positions)
    {
        using var packed = new PackedWriter();
        packed.Spans(attribution.Source);
        packed.Spans(attribution.Cue);
        packed.Spans(attribution.Content);
        packed.Number(attribution.MentionedIds.Count);
        foreach (var id in attribution.MentionedIds) packed.Number(positions[id]);
        // Behind all else and only where there is one: rows from before it was kept end here.
        if (attribution.Wording is { } wording) packed.Text(wording);
        return packed.ToArray();
    }

    /// <summary>The spans and mentioned entities of an attribution, put into <paramref name="attribution"/>.</summary>
    public static Attribution Attribution(byte[] bytes, Attribution attribution, IReadOnlyList<AnnotatedEntity> entities)
    {
        using var packed = new PackedReader(bytes);
        return attribution with
        {
            Source = packed.Spans(),
            Cue = packed.Spans(),
            Content = packed.Spans(),
            MentionedIds = packed.Many(() => entities[packed.Number()].Id),
            Wording = packed.HasMore ? packed.Text() : null,
        };
    }

    public static byte[] OfRoles(IReadOnlyList<RoleClaim> roles, IReadOnlyDictionary<string, int> positions)
    {
        using var packed = new PackedWriter();
        packed.Number(roles.Count);
        foreach (var role in roles)
        {
            packed.Number(positions[role.HolderId]);
            packed.Text(role.Role);
            packed.Number(role.OrganisationId is null ? 0 : positions[role.OrganisationId] + 1);
            packed.Number(role.IsFormer ? 1 : 0);
            packed.Span(role.Evidence);
        }

        return packed.ToArray();
    }

    public static IReadOnlyList<RoleClaim> Roles(byte[] bytes, IReadOnlyList<AnnotatedEntity> entities)
    {
        using var packed = new PackedReader(bytes);
        return packed.Many(() =>
        {
            var holder = entities[packed.Number()].Id;
            var role = packed.Text();
            var organisation = packed.Number();
            var isFormer = packed.Number() == 1;
            return new RoleClaim(holder, role, organisation == 0 ? null : entities[organisation - 1].Id, packed.Span(), isFormer);
        });
    }
}
