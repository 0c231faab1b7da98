using System.Diagnostics;
using EntityGraph.Storage.Neo4j.Transport;

namespace EntityGraph.Storage.Neo4j.Queries;

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

    private readonly PathQuery query;
    private readonly StepQueries steps;
    private readonly string from;
    private readonly string to;
    private readonly long since = Stopwatch.GetTimestamp();
    private readonly List<string[]> found = [];
    private bool isComplete = true;

    private PathQueries(Reader reader, PathQuery query, StatementFilter filter)
    {
        (this.query, from, to) = (query, query.FromId, query.ToId);
        steps = new StepQueries(reader, filter, query.Kinds);
    }

    public static async Task<PathAnswer> PathsAsync(Reader reader, PathQuery query)
    {
        var graph = await reader.RowAsync(SnapshotQueries.GraphTotals).ConfigureAwait(false);
        var filter = new StatementFilter(query.Filter);
        var ends = await SnapshotQueries.NodesAsync(reader, [.. new[] { query.FromId, query.ToId }.Distinct()]).ConfigureAwait(false);
        var search = new PathQueries(reader, query, filter);
        if (ends.Count == 2 && query.Kinds.Count > 0)
        {
            try
            {
                await search.RunAsync().ConfigureAwait(false);
            }
            catch (ServerFailure e) when (e.Kind is FailureKind.TimedOut)
            {
                // What was found before is the answer: shorter paths come first.
                search.isComplete = false;
            }
        }

        return await search.AnswerAsync(reader, filter, ends, graph.Number("number")).ConfigureAwait(false);
    }

    private async Task<PathAnswer> AnswerAsync(Reader reader, StatementFilter filter, List<GraphNode> ends, long number)
    {
        var ids = found.SelectMany(p => p).Distinct(StringComparer.Ordinal).ToList();
        var between = await SnapshotQueries.NodesAsync(reader, [.. ids.Except(ends.Select(e => e.Id))]).ConfigureAwait(false);
        var edges = new List<GraphEdge>();
        if (query.Kinds.Contains(GraphEdgeKind.Mentioned)) edges.AddRange(await MentionedEdges.AmongAsync(reader, filter, ids, int.MaxValue).ConfigureAwait(false));
        if (query.Kinds.Contains(GraphEdgeKind.AppearsWith)) edges.AddRange(await TogetherEdges.AmongAsync(reader, filter, ids, int.MaxValue).ConfigureAwait(false));
        var hops = edges.ToLookup(e => string.CompareOrdinal(e.Source, e.Target) < 0 ? (e.Source, e.Target) : (e.Target, e.Source));
        return new PathAnswer
        {
            Paths = [.. found.Select(p => new GraphPath(p, [.. p.Zip(p.Skip(1)).SelectMany(h => Hop(h.First, h.Second))]))],
            Nodes = [.. ends, .. between],
            Number = number,
            Complete = isComplete,
        };

        IEnumerable<GraphEdge> Hop(string one, string other) =>
            hops[string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one)]
                .OrderByDescending(e => e.Count).ThenBy(e => e.Kind).ThenBy(e => e.Id, StringComparer.Ordinal);
    }

    private async Task RunAsync()
    {
        var near = (await steps.FromAsync([from], int.MaxValue, Left()).ConfigureAwait(false)).Of(from);
        var far = (await steps.FromAsync([to], int.MaxValue, Left()).ConfigureAwait(false)).Of(to);
        Take(near.Where(s => s.Id == to).Select(s => Way.Of([s.Id], s.Strength)));
        near.RemoveAll(s => s.Id == to);
        far.RemoveAll(s => s.Id == from);
        if (IsDone(2)) return;
        var atFar = far.ToDictionary(s => s.Id, s => s.Strength, StringComparer.Ordinal);
        Take(near.Where(s => atFar.ContainsKey(s.Id)).Select(s => Way.Of([s.Id, to], s.Strength, atFar[s.Id])));
        if (IsDone(3)) return;

        // The side with fewer neighbours leads: it is the less likely to have too many.
        var isTurned = far.Count < near.Count;
        var (leading, other) = isTurned ? (far, near) : (near, far);
        var followed = Strongest(leading);
        await TakeOfThreeAsync(followed, other, isTurned).ConfigureAwait(false);
        if (!IsDone(4)) await TakeOfFourAsync(followed, Strongest(other), isTurned).ConfigureAwait(false);
    }

    private async Task TakeOfThreeAsync(List<Step> leading, List<Step> other, bool isTurned)
    {
        var atOther = other.ToDictionary(s => s.Id, s => s.Strength, StringComparer.Ordinal);
        var middle = await steps.BetweenAsync([.. leading.Select(s => s.Id)], [.. atOther.Keys], Left()).ConfigureAwait(false);
        Take(leading.SelectMany(a => middle.Of(a.Id)
            .Select(b => Way.Of(isTurned ? [b.Id, a.Id, to] : [a.Id, b.Id, to], a.Strength, b.Strength, atOther[b.Id]))));
    }

    private async Task TakeOfFourAsync(List<Step> leading, List<Step> other, bool isTurned)
    {
        var middle = await steps.FromAsync([.. leading.Concat(other).Select(s => s.Id).Distinct()], MostNeighbours, Left()).ConfigureAwait(false);
        isComplete &= !middle.IsCut;
        var meeting = other.SelectMany(c => middle.Of(c.Id).Select(b => (b.Id, End: c, b.Strength))).ToLookup(m => m.Id, StringComparer.Ordinal);
        Take(
            from a in leading
            from b in middle.Of(a.Id)
            where b.Id != @from && b.Id != to
            from c in meeting[b.Id]
            where c.End.Id != a.Id
            select Way.Of(
                isTurned ? [c.End.Id, b.Id, a.Id, to] : [a.Id, b.Id, c.End.Id, to], a.Strength, b.Strength, c.Strength, c.End.Strength));
    }

    /// <summary>The strongest neighbours of an end; the others make the answer incomplete.</summary>
    private List<Step> Strongest(List<Step> all)
    {
        isComplete &= all.Count <= MostFollowed;
        return [.. all.Take(MostFollowed)];
    }

    private bool IsDone(int next) => found.Count >= query.Limit || next > query.MaxLength;

    /// <summary>The time that is left.</summary>
    /// <exception cref="ServerFailure">There is none.</exception>
    private TimeSpan Left()
    {
        var left = MostTime - Stopwatch.GetElapsedTime(since);
        return left > TimeSpan.Zero ? left : throw new ServerFailure(FailureKind.TimedOut, "", "the search for paths took too long");
    }

    /// <summary>Takes the best of equally long ways.</summary>
    private void Take(IEnumerable<Way> ways)
    {
        var room = query.Limit - found.Count;
        var best = new SortedSet<Way>(Comparer<Way>.Create(Compare));
        var looked = 0;
        foreach (var way in ways)
        {
            if (++looked % 4096 == 0) Left();
            if (best.Count == room && Compare(way, best.Max!) > 0) continue;
            best.Add(way);
            if (best.Count > room) best.Remove(best.Max!);
        }

        found.AddRange(best.Select(w => (string[])[from, .. w.Ids]));
    }

    /// <summary>Puts the stronger of two equally long ways first, then the one whose ids come first.</summary>
    private static int Compare(Way one, Way other)
    {
        var order = (other.Weakest, other.Sum).CompareTo((one.Weakest, one.Sum));
        for (var i = 0; order == 0 && i < one.Ids.Length; i++) order = string.CompareOrdinal(one.Ids[i], other.Ids[i]);
        return order;
    }

    /// <summary>A way from the one end to the other.</summary>
    /// <param name="Ids">Where it goes, the first end left out.</param>
    /// <param name="Weakest">What is behind its weakest hop.</param>
    /// <param name="Sum">What is behind all its hops.</param>
    private sealed record Way(string[] Ids, int Weakest, int Sum)
    {
        public static Way Of(string[] ids, params ReadOnlySpan<int> strengths)
        {
            var (weakest, sum) = (int.MaxValue, 0);
            foreach (var strength in strengths) (weakest, sum) = (Math.Min(weakest, strength), sum + strength);
            return new Way(ids, weakest, sum);
        }
    }
}
