namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>First and last days, where an article may have none.</summary>
internal static class Days
{
    public static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    public static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other ?? one : one;
}
