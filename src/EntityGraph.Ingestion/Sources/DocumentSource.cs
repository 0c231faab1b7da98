using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace EntityGraph.Ingestion;

/// <summary>Makes documents out of what a person names: files, folders, addresses, standard input.</summary>
public static class DocumentSource
{
    /// <summary>
    /// The documents of the inputs, in their order; a folder is walked in ordinal order and gives its files with a known ending
    /// (see <see cref="DocumentFormats.Extensions"/>), hidden ones and READMEs left out. "-" is standard input, what begins with http:// or
    /// https:// is fetched under the guard. What cannot be had is a failure in its place.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async IAsyncEnumerable<DocumentOrFailure> FromPathsAsync(
        IEnumerable<string> paths, SourceOptions? options = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        options ??= new SourceOptions();
        foreach (var path in paths)
        {
            var documents = path == "-" ? FromStandardInputAsync(options, cancellation)
                : IsAddress(path) ? FromAddressAsync(path, options, cancellation)
                : FromPathAsync(path, options, cancellation);
            await foreach (var document in documents)
                yield return document;
        }
    }

    /// <summary>Whether an input is an address to be fetched.</summary>
    public static bool IsAddress(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// How many articles the inputs will give, or null where only reading them tells: for JSON and standard input.
    /// </summary>
    public static int? Count(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var count = 0;
        foreach (var path in paths)
        {
            if (path == "-")
                return null;
            foreach (var entry in !IsAddress(path) && Directory.Exists(path) ? FolderWalk.Of(path).Select(e => e.Path) : [path])
            {
                if (!IsAddress(entry) && DocumentFormats.OfName(entry) is DocumentFormat.Json or DocumentFormat.JsonLines)
                    return null;
                count++;
            }
        }

        return count;
    }

    private static async IAsyncEnumerable<DocumentOrFailure> FromAddressAsync(
        string address, SourceOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var document = options.Fetcher is { } fetcher
            ? await fetcher.FetchAsync(address, cancellation)
            : new DocumentOrFailure(new DocumentException(address, "is an address, and addresses are not fetched here"));
        yield return document.IsDocument
            ? new DocumentOrFailure(document.Document with { Collection = options.Collection, Outlet = options.Outlet })
            : document;
    }

    private static async IAsyncEnumerable<DocumentOrFailure> FromStandardInputAsync(
        SourceOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var opened = options.StandardInput is null ? Console.OpenStandardInput() : null;
        var input = PipeReader.Create(opened ?? options.StandardInput!, new StreamPipeReaderOptions(leaveOpen: true));
        var format = await SniffAsync(input, options.MaxDocumentBytes, cancellation);
        var document = new Document { Name = "-", Content = default, Collection = options.Collection, Outlet = options.Outlet };
        if (format == DocumentFormat.JsonLines)
        {
            await foreach (var line in JsonLines.ReadAsync(input, document, options.MaxDocumentBytes, cancellation))
                yield return line;
        }
        else
        {
            yield return await ByteLimit.ReadAsync(input.AsStream(leaveOpen: true), options.MaxDocumentBytes, cancellation) is { } content
                ? new DocumentOrFailure(document with { Content = content })
                : new DocumentOrFailure(new DocumentException("-", ByteLimit.Reason(options.MaxDocumentBytes)));
        }
    }

    // Looks at the first line, however long, without taking it away.
    private static async Task<DocumentFormat> SniffAsync(PipeReader input, int limit, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await input.ReadAsync(cancellation);
            var buffer = result.Buffer;
            if (result.IsCompleted || buffer.Length > limit || buffer.PositionOf((byte)'\n') is not null)
            {
                var format = DocumentFormats.Sniff(buffer.ToArray());
                input.AdvanceTo(buffer.Start);
                return format;
            }

            input.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static async IAsyncEnumerable<DocumentOrFailure> FromPathAsync(
        string path, SourceOptions options, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!Directory.Exists(path))
        {
            await foreach (var document in FileSource.ReadAsync(path, options, cancellation))
                yield return document;
            yield break;
        }

        var any = false;
        foreach (var entry in FolderWalk.Of(path))
        {
            any = true;
            if (entry.Failure is { } failure)
            {
                yield return new DocumentOrFailure(failure);
                continue;
            }

            await foreach (var document in FileSource.ReadAsync(entry.Path, options, cancellation))
                yield return document;
        }

        if (!any)
            yield return new DocumentOrFailure(new DocumentException(path, $"has no articles in it (files ending in {string.Join(", ", DocumentFormats.Extensions)})"));
    }
}
