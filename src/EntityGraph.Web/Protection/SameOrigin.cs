namespace EntityGraph.Web.Protection;

/// <summary>
/// Refuses what another site's page sends here through a visitor's browser: requests that change something, and the live feed,
/// which browsers open across sites without asking. Programs that are no browsers send neither header and are let through.
/// </summary>
internal sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var isGuarded = !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
            || request.Path.StartsWithSegments("/live", StringComparison.OrdinalIgnoreCase);
        if (!isGuarded || IsSame(request))
            return next(context);
        return Results.Problem(
            "This request comes from another site's page and was refused.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private static bool IsSame(HttpRequest request)
    {
        // The browser compares scheme, host and port itself and a page cannot forge what it says of that.
        string? site = request.Headers["Sec-Fetch-Site"];
        if (!string.IsNullOrEmpty(site))
            return site is "same-origin" or "none";
        string? origin = request.Headers.Origin;
        if (string.IsNullOrEmpty(origin))
            return true;
        // Behind a proxy that ends TLS the scheme seen here is not the page's, so the host and port have to do.
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, new UriBuilder(from.Scheme, request.Host.Host, request.Host.Port ?? -1).Uri.Authority, StringComparison.OrdinalIgnoreCase);
    }
}
