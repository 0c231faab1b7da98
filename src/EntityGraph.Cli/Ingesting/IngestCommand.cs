using System.CommandLine;
using EntityGraph.Extraction;
using EntityGraph.Ingestion;

namespace EntityGraph.Cli.Ingesting;

/// <summary><c>entitygraph ingest</c>: articles into the graph.</summary>
internal static class IngestCommand
{
    public static Command Create(Terminal terminal)
    {
        var inputs = CommonOptions.Inputs();
        var store = CommonOptions.Store();
        var collection = new Option<string?>("--collection") { Description = "A name for these articles, by which they can be removed together", HelpName = "NAME" };
        var outlet = CommonOptions.Outlet();
        outlet.Description = "The publication that all of them are of; else each article says";
        var map = CommonOptions.Map();
        var most = new Option<int?>("--max-articles") { Description = "Take no more articles than this", HelpName = "N" };
        most.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
                result.AddError("--max-articles: it must be 1 or more");
        });
        var anyLanguage = CommonOptions.AnyLanguage();
        var allowPrivate = CommonOptions.AllowPrivateAddresses();
        var model = CommonOptions.Model();
        var json = CommonOptions.Json();
        var command = new Command("ingest", "Bring articles into the graph. What is there already is left; what changed is replaced.")
        {
            inputs, store, collection, outlet, map, most, anyLanguage, allowPrivate, model, json,
        };
        CommandLine.AddToHelp(
            command,
            """
            Examples:
              entitygraph ingest articles/
              entitygraph ingest https://news.example/story --store news.db
              entitygraph ingest articles/ --store http://localhost:7474/db/neo4j
              entitygraph ingest export.jsonl --map text=body,outlet=paper --collection 2026-03
              cat article.txt | entitygraph ingest - --outlet "The Fenwick Courier"
            """ + "\n");
        command.SetAction(async (parsed, cancellation) =>
        {
            using var annotator = Annotator.Load(parsed.GetValue(model));
            using var fetcher = new GuardedHttpFetcher(new FetchOptions { AllowPrivateAddresses = parsed.GetValue(allowPrivate) });
            var path = parsed.GetValue(store)!;
            await using var graph = await GraphPlace.OpenAsync(path, terminal, cancellation);
            var source = new SourceOptions
            {
                StandardInput = terminal.Input,
                Fetcher = fetcher,
                Collection = parsed.GetValue(collection),
                Outlet = parsed.GetValue(outlet),
            };
            var options = new IngestionOptions
            {
                Reading = new ReadingOptions { Fields = parsed.GetValue(map) ?? FieldMapping.Default, AllowOtherLanguages = parsed.GetValue(anyLanguage) },
                MaxArticles = parsed.GetValue(most),
            };
            var paths = parsed.GetValue(inputs)!;
            var total = DocumentSource.Count(paths) is { } count ? Math.Min(count, parsed.GetValue(most) ?? count) : (int?)null;
            var steps = new IngestionPipeline(annotator, graph, options).IngestAsync(
                DocumentSource.FromPathsAsync(paths, source, cancellation), cancellation);
            var summary = new Summary();
            try
            {
                await Progress.Of(terminal).ShowAsync(steps, summary, total);
            }
            finally
            {
                // Also after Ctrl+C or a failing store: what was done so far is done.
                summary.Print(terminal, path, parsed.GetValue(json));
            }

            return summary.ExitCode;
        });
        return command;
    }
}
