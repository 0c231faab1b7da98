using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using EntityGraph.Ingestion;
using EntityGraph.Web.Intake;
using EntityGraph.Web.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EntityGraph.Web.Api;

/// <summary>Takes articles in: a text, an address, files.</summary>
internal static class IntakeEndpoints
{
    // JSON may write a character of the text in six bytes.
    private const int MaxJsonBytes = 6_500_000;

    private static int _pasted;

    public static void MapIntake(this IEndpointRouteBuilder routes)
    {
        var intake = routes.MapGroup("").WithTags("Ingestion");
        intake.MapPost("/articles", AddArticleAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaxJsonBytes))
            .RequireRateLimiting(ProtectionRegistration.Writes)
            .WithSummary("Takes in a text, or the article at an address.");

        intake.MapPost("/articles/files", AddFilesAsync)
            .DisableAntiforgery()
            .RequireRateLimiting(ProtectionRegistration.Writes)
            .WithSummary("Takes in files: text, Markdown, HTML, JSON or JSON Lines.");

        intake.MapGet("/ingestion", (
                [Description("How many at the most."), Range(1, 1000)] int? limit, IngestionLedger ledger) => ledger.Latest(limit ?? 100))
            .WithSummary("The latest state of each of the last inputs, newest first.");
    }

    private static async Task<Results<Accepted<TakenIn>, ProblemHttpResult>> AddArticleAsync(
        ArticleRequest request,
        HttpResponse response,
        IngestionQueue queue,
        GuardedHttpFetcher fetcher,
        IntakeSettings settings,
        CancellationToken cancellation)
    {
        var url = Address(request.Url);
        var published = FilterQuery.Day("published", request.Published);
        if (string.IsNullOrWhiteSpace(request.Text))
        {
            if (url is null)
                throw new BadHttpRequestException("Give a text, or a url to fetch one from.");
            var fetched = await fetcher.FetchAsync(url.AbsoluteUri, cancellation);
            return fetched.IsDocument
                ? Take(response, queue, [new DocumentOrFailure(WithFacts(fetched.Document, request, published))])
                : TypedResults.Problem(fetched.Failure.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        var content = Encoding.UTF8.GetBytes(request.Text);
        if (content.Length > settings.MaxTextBytes)
        {
            return TypedResults.Problem(
                $"The text has {content.Length:N0} bytes; the limit is {settings.MaxTextBytes:N0}.",
                statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var document = new Document
        {
            Name = $"Pasted text {Interlocked.Increment(ref _pasted)}",
            Content = content,
            MediaType = "text/plain; charset=utf-8",
            Url = url,
            Origin = url?.AbsoluteUri,
        };
        return Take(response, queue, [new DocumentOrFailure(WithFacts(document, request, published))]);
    }

    private static async Task<Results<Accepted<TakenIn>, ProblemHttpResult>> AddFilesAsync(
        IFormFileCollection files, HttpResponse response, IngestionQueue queue, IntakeSettings settings, CancellationToken cancellation)
    {
        if (files.Count == 0)
            throw new BadHttpRequestException("The form holds no file. Give files in fields named 'files'.");
        var documents = new List<DocumentOrFailure>();
        foreach (var file in files)
            documents.Add(await ReadAsync(file, settings, cancellation));
        // One that is too large among others fails by itself in the feed.
        if (documents.TrueForAll(d => !d.IsDocument))
            return TypedResults.Problem(documents[0].Failure!.Message, statusCode: StatusCodes.Status413PayloadTooLarge);
        return Take(response, queue, documents);
    }

    private static async Task<DocumentOrFailure> ReadAsync(IFormFile file, IntakeSettings settings, CancellationToken cancellation)
    {
        var name = InputNames.Clean(file.FileName, "Unnamed file");
        if (file.Length > settings.MaxFileBytes)
        {
            return new DocumentOrFailure(new DocumentException(
                name, $"has {file.Length:N0} bytes; the limit is {settings.MaxFileBytes:N0}"));
        }

        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);
        return new DocumentOrFailure(new Document { Name = name, Content = content, MediaType = file.ContentType });
    }

    private static Results<Accepted<TakenIn>, ProblemHttpResult> Take(
        HttpResponse response, IngestionQueue queue, List<DocumentOrFailure> documents)
    {
        if (queue.TryAdd(documents) is { } names)
            return TypedResults.Accepted((string?)null, new TakenIn(names));
        response.Headers.RetryAfter = "30";
        return TypedResults.Problem(
            $"{documents[0].Name} was not taken in: too much waits to be ingested already. Try again in a minute.",
            statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static Document WithFacts(Document document, ArticleRequest request, DateOnly? published) => document with
    {
        Title = NullIfBlank(request.Title) ?? document.Title,
        Outlet = NullIfBlank(request.Outlet) ?? document.Outlet,
        Language = NullIfBlank(request.Language) ?? document.Language,
        Published = published ?? document.Published,
    };

    private static Uri? Address(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
            return null;
        return Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : throw new BadHttpRequestException($"url is '{url}', which is no http or https address.");
    }

    private static string? NullIfBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

/// <summary>An article to take in: a text with what is known of it, or the address of one.</summary>
public sealed record ArticleRequest
{
#pragma warning disable CS1591 // The attributes describe the properties, also in the interface's own description.
    [Description("The article's text; without it the article at the address is fetched.")]
    public string? Text { get; init; }

    [Description("Its headline."), StringLength(1000)]
    public string? Title { get; init; }

    [Description("Its publication."), StringLength(200)]
    public string? Outlet { get; init; }

    [Description("Where it can be read."), StringLength(2000)]
    public string? Url { get; init; }

    [Description("Its day, yyyy-MM-dd.")]
    public string? Published { get; init; }

    [Description("An ISO 639-1 code."), RegularExpression("^[A-Za-z]{2}$")]
    public string? Language { get; init; }
#pragma warning restore CS1591
}

/// <summary>What was taken in.</summary>
/// <param name="Inputs">The names that the inputs go by in the feed.</param>
internal sealed record TakenIn(IReadOnlyList<string> Inputs);
