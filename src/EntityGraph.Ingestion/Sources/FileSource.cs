using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace EntityGraph.Ingestion;

/// <summary>Reads files as documents, JSON Lines line by line.</summary>
internal static class FileSource
{
    public static async IAsyncEnumerable<DocumentOrFailure> ReadAsync(
        string path, SourceOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var stream = Open(path, options, out var failure);
        if (stream is null)
        {
            yield return new DocumentOrFailure(failure!);
            yield break;
        }

        await using (stream)
        {
            var document = new Document
            {
                Name = path,
                Content = default,
                Origin = Path.GetFullPath(path),
                Collection = options.Collection,
                Outlet = options.Outlet,
            };
            if (DocumentFormats.OfName(path) != DocumentFormat.JsonLines)
            {
                yield return await WholeAsync(document, stream, options, cancellation);
                yield break;
            }

            await using var lines = JsonLines.ReadAsync(PipeReader.Create(stream), document, options.MaxDocumentBytes, cancellation).GetAsyncEnumerator(cancellation);
            while (true)
            {
                DocumentOrFailure? next = null;
                try
                {
                    if (await lines.MoveNextAsync())
                        next = lines.Current;
                }
                catch (IOException e)
                {
                    next = new DocumentOrFailure(new DocumentException(path, $"could not be read to its end: {e.Message}", e));
                }

                if (next is null)
                    yield break;
                yield return next;
                if (next.Failure?.InnerException is IOException)
                    yield break;
            }
        }
    }

    private static async Task<DocumentOrFailure> WholeAsync(
        Document document, FileStream stream, SourceOptions options, CancellationToken cancellation)
    {
        try
        {
            return await ByteLimit.ReadAsync(stream, options.MaxDocumentBytes, cancellation) is { } content
                ? new DocumentOrFailure(document with { Content = content })
                : new DocumentOrFailure(new DocumentException(document.Name, ByteLimit.Reason(options.MaxDocumentBytes)));
        }
        catch (IOException e)
        {
            return new DocumentOrFailure(new DocumentException(document.Name, $"could not be read: {e.Message}", e));
        }
    }

    private static FileStream? Open(string path, SourceOptions options, out DocumentException? failure)
    {
        failure = null;
        try
        {
            var file = new FileInfo(path);
            // A file that is too large is refused unread. Pipes and devices have no length; they are read up to the limit.
            if (file.Exists && file.Length > options.MaxDocumentBytes && DocumentFormats.OfName(path) != DocumentFormat.JsonLines)
            {
                failure = new DocumentException(path, ByteLimit.Reason(file.Length, options.MaxDocumentBytes));
                return null;
            }

            return new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.ReadWrite });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            failure = new DocumentException(path, "does not exist", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            failure = new DocumentException(path, $"cannot be opened: {e.Message}", e);
        }

        return null;
    }
}
