using System.Text.Json;
using System.Text.RegularExpressions;
using EntityGraph.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;

namespace EntityGraph.Web.Api;

/// <summary>Turns what was thrown into a problem document (RFC 9457).</summary>
internal sealed partial class ExceptionProblems(IProblemDetailsService problems, StoreName store, ILogger<ExceptionProblems> log) : IExceptionHandler
{
    private const string RetryAfterSeconds = "2";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var (status, detail) = Describe(exception);
        if (status == StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        if (status >= StatusCodes.Status500InternalServerError)
            log.LogError(exception, "{Method} {Path} failed with {Status}.", httpContext.Request.Method, httpContext.Request.Path, status);
        httpContext.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            Exception = exception,
            ProblemDetails = { Status = status, Detail = detail },
        });
    }

    private (int Status, string Detail) Describe(Exception exception) => exception switch
    {
        BadHttpRequestException bad => (bad.StatusCode, Describe(bad)),
        // What is read as one of several kinds and names none is not taken for bad JSON by the framework.
        NotSupportedException { Source: "System.Text.Json" } =>
            (StatusCodes.Status400BadRequest, "The body is not the JSON that is expected here: an object in it does not say its kind."),
        DecisionException refused => (StatusCodes.Status409Conflict, refused.Message),
        GraphStoreException { IsTransient: true } busy => (StatusCodes.Status503ServiceUnavailable, store.WithoutPath(busy.Message)),
        GraphStoreException broken => (StatusCodes.Status500InternalServerError, store.WithoutPath(broken.Message)),
        _ => (StatusCodes.Status500InternalServerError, "The server failed at this. Its log tells why."),
    };

    private static string Describe(BadHttpRequestException bad) => bad switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => $"The request is too large. {bad.Message}",
        { InnerException: JsonException json } =>
            $"The body is not the JSON that is expected here: see {json.Path ?? "$"} in line {(json.LineNumber ?? 0) + 1}.",
        { InnerException: InvalidDataException form } => $"The form could not be read: {form.Message}",
        _ => Unbound().Match(bad.Message) is { Success: true } unbound
            ? $"{JsonNamingPolicy.CamelCase.ConvertName(unbound.Groups["name"].Value)} is '{unbound.Groups["value"].Value}', which is not of the right form."
            : bad.Message,
    };

    [GeneratedRegex("""^Failed to bind parameter ".*?(?<name>\w+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex Unbound();
}
