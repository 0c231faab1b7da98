namespace EntityGraph.Evaluation;

/// <summary>What tables call things.</summary>
internal static class Names
{
    public static string Of(MentionKind kind) => kind switch
    {
        MentionKind.Name => "name",
        MentionKind.Pronoun => "pronoun",
        _ => "description",
    };
}
