using System.Reflection;

namespace EntityGraph.Ingestion.Tests.Pipeline;

/// <summary>A real store with something done before or after each commit: a failure thrown, a token cancelled.</summary>
public class FailingStore : DispatchProxy
{
    private IGraphStore _inner = null!;
    private Action<AnnotatedArticle> _before = null!;
    private Action _after = null!;

    public static IGraphStore Around(IGraphStore inner, Action<AnnotatedArticle> beforePut, Action? afterPut = null)
    {
        var store = Create<IGraphStore, FailingStore>();
        var proxy = (FailingStore)(object)store;
        (proxy._inner, proxy._before, proxy._after) = (inner, beforePut, afterPut ?? (() => { }));
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is not [GraphChange.Put put, ..])
            return targetMethod!.Invoke(_inner, args);
        _before(put.Annotated);
        return ThenAsync((Task<CommitResult>)targetMethod!.Invoke(_inner, args)!);
    }

    private async Task<CommitResult> ThenAsync(Task<CommitResult> commit)
    {
        var result = await commit;
        _after();
        return result;
    }
}
