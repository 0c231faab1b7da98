using System.Text.Json;
using EntityGraph.Storage.Sqlite.Connections;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EntityGraph.Storage.Sqlite.Queries;

/// <summary>
/// Paths between two entities, length by length, until there are enough. One and two hops are looked at in full: the neighbours of
/// both ends are read and compared. For longer ones the strongest neighbours of the ends are followed from both sides to where
/// they meet.
/// </summary>
internal sealed class PathQueries
{
    /// <summary>How many neighbours of an end are followed further.</summary>
    private const int MostFollowed = 400;

    /// <summary>How many neighbours of each of those are looked at in the middle of a path of four hops.</summary>
    private const int MostNeighbours = 250;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);

    private readonly Session session;
    private readonly PathQuery query;
    private readonly StepQueries steps;
    private readonly long from;
    private readonly long to;
    private readonly CancellationToken late;
    private readonly List<FoundPath> found = [];
    private readonly Dictionary<long, string> ids = [];
    private bool isComplete = true;

    private PathQueries(Session session, PathQuery query, StatementFilter filter, long from, long to, CancellationToken late)
    {
        (this.session, this.query, this.from, this.to, this.late) = (session, query, from, to, late);
        steps = new StepQueries(session, filter, query.Kinds);
    }

    public static PathAnswer Paths(Session session, PathQuery query, CancellationToken cancellation)
    {
        var filter = StatementFilter.Of(session, query.Filter);
        var ends = new[] { query.FromId, query.ToId }.Distinct()
            .Select(id => session.Number("SELECT key FROM entity WHERE id = $1", id)).OfType<long>().ToList();
        if (ends.Count < 2 || query.Kinds.Count == 0) return Answer(session, query, filter, ends, [], true);

        using var late = new CancellationTokenSource(MostTime);
        var search = new PathQueries(session, query, filter, ends[0], ends[1], late.Token);
        try
        {
            using (late.Token.Register(session.Interrupt)) search.Run();
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && late.IsCancellationRequested
            && e is OperationCanceledException or SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT })
        {
            // What was found before is the answer: shorter paths come first.
            search.isComplete = false;
        }

        return Answer(session, query, filter, ends, search.found, search.isComplete);
    }

    private static PathAnswer Answer(
        Session session, PathQuery query, StatementFilter filter, List<long> ends, List<FoundPath> found, bool isComplete)
    {
        var nodes = SnapshotQueries.Nodes(session, [.. ends.Concat(found.SelectMany(p => p.Keys)).Distinct()]);
        var keys = JsonSerializer.Serialize(found.SelectMany(p => p.Keys).Distinct());
        var edges = new List<GraphEdge>();
        if (query.Kinds.Contains(GraphEdgeKind.Mentioned)) edges.AddRange(MentionedEdges.Among(session, filter, keys, int.MaxValue));
        if (query.Kinds.Contains(GraphEdgeKind.AppearsWith)) edges.AddRange(TogetherEdges.Among(session, filter, keys, int.MaxValue));
        var hops = edges.ToLookup(e => string.CompareOrdinal(e.Source, e.Target) < 0 ? (e.Source, e.Target) : (e.Target, e.Source));
        return new PathAnswer
        {
            Paths = [.. found.Select(p => new GraphPath(p.Ids, [.. p.Ids.Zip(p.Ids.Skip(1)).SelectMany(h => Hop(h.First, h.Second))]))],
            Nodes = nodes,
            Number = session.Number("SELECT number FROM graph")!.Value,
            Complete = isComplete,
        };

        IEnumerable<GraphEdge> Hop(string one, string other) =>
            hops[string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one)].OrderByDescending(e => e.Count).ThenBy(e => e.Kind).ThenBy(e => e.Id);
    }

    private void Run()
    {
        var near = steps.From([from], int.MaxValue).Of(from);
        var far = steps.From([to], int.MaxValue).Of(to);
        Take(near.Where(s => s.Key == to).Select(s => Way.Of([s.Key], s.Strength)));
        near.RemoveAll(s => s.Key == to);
        far.RemoveAll(s => s.Key == from);
        if (IsDone(2)) return;
        var atFar = far.ToDictionary(s => s.Key, s => s.Strength);
        Take(near.Where(s => atFar.ContainsKey(s.Key)).Select(s => Way.Of([s.Key, to], s.Strength, atFar[s.Key])));
        if (IsDone(3)) return;

        // The side with fewer neighbours leads: it is the less likely to have too many.
        var isTurned = far.Count < near.Count;
        var (leading, other) = isTurned ? (far, near) : (near, far);
        var followed = Strongest(leading);
        TakeOfThree(followed, other, isTurned);
        if (!IsDone(4)) TakeOfFour(followed, Strongest(other), isTurned);
    }

    private void TakeOfThree(List<Step> leading, List<Step> other, bool isTurned)
    {
        var atOther = other.ToDictionary(s => s.Key, s => s.Strength);
        var middle = steps.Between([.. leading.Select(s => s.Key)], [.. atOther.Keys]);
        Take(leading.SelectMany(a => middle.Of(a.Key)
            .Select(b => Way.Of(isTurned ? [b.Key, a.Key, to] : [a.Key, b.Key, to], a.Strength, b.Strength, atOther[b.Key]))));
    }

    private void TakeOfFour(List<Step> leading, List<Step> other, bool isTurned)
    {
        var middle = steps.From([.. leading.Concat(other).Select(s => s.Key).Distinct()], MostNeighbours);
        isComplete &= !middle.IsCut;
        var meeting = other.SelectMany(c => middle.Of(c.Key).Select(b => (b.Key, End: c, b.Strength))).ToLookup(m => m.Key);
        Take(
            from a in leading
            from b in middle.Of(a.Key)
            where b.Key != @from && b.Key != to
            from c in meeting[b.Key]
            where c.End.Key != a.Key
            select Way.Of(
                isTurned ? [c.End.Key, b.Key, a.Key, to] : [a.Key, b.Key, c.End.Key, to], a.Strength, b.Strength, c.Strength, c.End.Strength));
    }

    /// <summary>The strongest neighbours of an end; the others make the answer incomplete.</summary>
    private List<Step> Strongest(List<Step> all)
    {
        isComplete &= all.Count <= MostFollowed;
        return [.. all.Take(MostFollowed)];
    }

    private bool IsDone(int next) => found.Count >= query.Limit || next > query.MaxLength;

    /// <summary>Takes the best of equally long ways.</summary>
    private void Take(IEnumerable<Way> ways)
    {
        var room = query.Limit - found.Count;
        var best = new SortedSet<Way>(Comparer<Way>.Create(Compare));
        var looked = 0;
        foreach (var way in ways)
        {
            if (++looked % 4096 == 0) late.ThrowIfCancellationRequested();
            if (best.Count == room && Compare(way, best.Max!) > 0) continue;
            best.Add(way);
            if (best.Count > room) best.Remove(best.Max!);
        }

        found.AddRange(best.Select(w => new FoundPath([from, .. w.Keys], [query.FromId, .. w.Keys.Select(Id)])));
    }

    /// <summary>Puts the stronger of two equally long ways first, then the one whose ids come first.</summary>
    private int Compare(Way one, Way other)
    {
        var order = (other.Weakest, other.Sum).CompareTo((one.Weakest, one.Sum));
        for (var i = 0; order == 0 && i < one.Keys.Length; i++)
        {
            if (one.Keys[i] != other.Keys[i]) order = string.CompareOrdinal(Id(one.Keys[i]), Id(other.Keys[i]));
        }

        return order;
    }

    private string Id(long key)
    {
        if (!ids.TryGetValue(key, out var id)) ids.Add(key, id = session.Text("SELECT id FROM entity WHERE key = $1", key)!);
        return id;
    }

    /// <summary>A way from the one end to the other.</summary>
    /// <param name="Keys">Where it goes, the first end left out.</param>
    /// <param name="Weakest">What is behind its weakest hop.</param>
    /// <param name="Sum">What is behind all its hops.</param>
    private sealed record Way(long[] Keys, int Weakest, int Sum)
    {
        public static Way Of(long[] keys, params ReadOnlySpan<int> strengths)
        {
            var (weakest, sum) = (int.MaxValue, 0);
            foreach (var strength in strengths) (weakest, sum) = (Math.Min(weakest, strength), sum + strength);
            return new Way(keys, weakest, sum);
        }
    }

    private sealed record FoundPath(long[] Keys, string[] Ids);
}
