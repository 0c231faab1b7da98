using System.Collections.Immutable;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>An entity with its totals and the names that articles give it.</summary>
internal sealed record EntityState(GraphNode Node, ImmutableList<GivenName> Names)
{
    /// <summary>Names from three lists that go together, as a node keeps them.</summary>
    public static ImmutableList<GivenName> GivenNames(IEnumerable<string> names, IEnumerable<string> types, IEnumerable<int> articles) =>
        [.. names.Zip(types, articles).Select(n => new GivenName(n.First, Enum.Parse<EntityType>(n.Second), n.Third))];

    public static EntityState New(AnnotatedEntity given) =>
        new(new GraphNode { Id = given.Id, Type = given.Type, Name = given.Name }, []);

    /// <summary>The entity with one article more or less that gives it this name.</summary>
    /// <param name="given">The name, with the type.</param>
    /// <param name="articles">1 or -1.</param>
    /// <param name="preferred">The name that it was shown by when others were merged into it, or null.</param>
    public EntityState Named(AnnotatedEntity given, int articles, string? preferred)
    {
        var at = Names.FindIndex(n => n.Name == given.Name && n.Type == given.Type);
        var names = at < 0 ? Names.Add(new GivenName(given.Name, given.Type, articles))
            : Names[at].Articles + articles == 0 ? Names.RemoveAt(at)
            : Names.SetItem(at, Names[at] with { Articles = Names[at].Articles + articles });
        // An entity that has lost its last name is about to go.
        if (names.IsEmpty) return this with { Names = names };
        var (name, type) = ShownName.Of(names, preferred);
        return new EntityState(Node with { Name = name, Type = type }, names);
    }
}

/// <summary>A statement: who makes it, in which words, and at how many places in articles it stands.</summary>
internal sealed record StatementState(string Id, string? SpeakerId, string Words, int Attributions);

/// <summary>That a statement mentions an entity, and in how many of its attributions.</summary>
internal sealed record AboutState(string StatementId, string EntityId, string? EdgeId, int Attributions)
{
    public static string Key(string statementId, string entityId) => $"{statementId} {entityId}";
}

/// <summary>An article's ties: the origins that hold it, and whether it holds itself.</summary>
internal sealed record ArticleState(string Id, ImmutableSortedSet<string> Origins, bool IsPasted);

/// <summary>Which article an origin holds.</summary>
internal sealed record OriginState(string Origin, string ArticleId);

/// <summary>A publication and how many articles are in it.</summary>
internal sealed record OutletState(string Name, int Articles);

/// <summary>A folded word of names, and how many names hold it.</summary>
internal sealed record WordState(string Word, int Names);

/// <summary>The totals of the whole graph.</summary>
internal sealed record GraphState(long Number, int Articles, int Entities, int Statements, int Edges, int Mentions, long Decisions);
