using System.Reflection;

namespace EntityGraph.Ingestion.Tests.Pipeline;

/// <summary>A real store with something done before each commit: a failure thrown, a token cancelled.</summary>
public class FailingStore : DispatchProxy
{
    private IGraphStore _inner = null!;
    private Action<AnnotatedArticle> _before = null!;

    public static IGraphStore Around(IGraphStore inner, Action<AnnotatedArticle> beforePut)
    {
        var store = Create<IGraphStore, FailingStore>();
        (((FailingStore)(object)store)._inner, ((FailingStore)(object)store)._before) = (inner, beforePut);
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is [GraphChange.Put put, ..])
            _before(put.Annotated);
        return targetMethod!.Invoke(_inner, args);
    }
}
