using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EntityGraph.Web.Api;

/// <summary>The articles of the graph.</summary>
internal static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder routes)
    {
        var articles = routes.MapGroup("").WithTags("Articles");
        articles.MapGet("/articles", (
                [Description("Only articles of this collection.")] string? collection,
                [Description("Only articles that name this entity.")] string? entity,
                [AsParameters] PageQuery page,
                IGraphStore store,
                CancellationToken cancellation) =>
                store.ArticlesAsync(
                    new ArticleQuery
                    {
                        Collection = string.IsNullOrEmpty(collection) ? null : collection,
                        EntityId = string.IsNullOrEmpty(entity) ? null : entity,
                        Page = page.ToPage(),
                    },
                    cancellation))
            .WithSummary("Articles, newest first.");

        articles.MapGet("/articles/{id}", async Task<Results<Ok<AnnotatedArticle>, ProblemHttpResult>> (
                string id, IGraphStore store, CancellationToken cancellation) =>
                await store.ArticleAsync(id, cancellation) is { } article
                    ? TypedResults.Ok(WithoutPath(article))
                    : TypedResults.Problem($"There is no article '{id}'.", statusCode: StatusCodes.Status404NotFound))
            .WithSummary("An article with all that was found in it.");

        articles.MapGet("/outlets", (IGraphStore store, CancellationToken cancellation) => store.OutletsAsync(cancellation))
            .WithSummary("The outlets of the articles.");
    }

    // The origin of an article read from a file is a path of the machine that read it, which is nobody's business here.
    private static AnnotatedArticle WithoutPath(AnnotatedArticle annotated) =>
        annotated with { Article = annotated.Article with { Origin = annotated.Article.Url?.AbsoluteUri } };
}
