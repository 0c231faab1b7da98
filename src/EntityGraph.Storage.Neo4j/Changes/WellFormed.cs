using System.Text;

namespace EntityGraph.Storage.Neo4j.Changes;

/// <summary>Articles as a database of UTF-8 text can hold them: lone surrogates become U+FFFD, one unit for one, so that no offset moves.</summary>
internal static class WellFormed
{
    public static AnnotatedArticle Of(AnnotatedArticle annotated)
    {
        var article = annotated.Article;
        string?[] texts = [article.Text, article.Title, article.Outlet, article.Origin, article.Collection, .. annotated.Entities.Select(e => e.Name), .. annotated.Roles.Select(r => r.Role)];
        if (texts.All(t => t is null || t == Of(t))) return annotated;
        return annotated with
        {
            Article = article with
            {
                Text = Of(article.Text),
                Title = article.Title is null ? null : Of(article.Title),
                Outlet = article.Outlet is null ? null : Of(article.Outlet),
                Origin = article.Origin is null ? null : Of(article.Origin),
                Collection = article.Collection is null ? null : Of(article.Collection),
            },
            Entities = [.. annotated.Entities.Select(e => e with { Name = Of(e.Name) })],
            Roles = [.. annotated.Roles.Select(r => r with { Role = Of(r.Role) })],
        };
    }

    private static string Of(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
