namespace EntityGraph.Web.Api;

/// <summary>Gives every problem document a detail that a person can act upon.</summary>
internal static class ProblemText
{
    public static void Complete(ProblemDetailsContext context)
    {
        var (problem, request) = (context.ProblemDetails, context.HttpContext.Request);
        problem.Instance = request.Path;
        if (problem is HttpValidationProblemDetails invalid)
        {
            problem.Detail = string.Join(" ", invalid.Errors.SelectMany(e => e.Value));
            return;
        }

        problem.Detail ??= problem.Status switch
        {
            StatusCodes.Status404NotFound => $"There is nothing at {request.Path}.",
            StatusCodes.Status405MethodNotAllowed => $"{request.Path} does not take {request.Method}.",
            StatusCodes.Status413PayloadTooLarge => $"The request is too large for {request.Path}.",
            StatusCodes.Status415UnsupportedMediaType => $"{request.Path} does not take the content type '{request.ContentType}'.",
            _ => null,
        };
    }
}
