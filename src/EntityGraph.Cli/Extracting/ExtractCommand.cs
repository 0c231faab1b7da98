using System.CommandLine;
using EntityGraph.Extraction;
using EntityGraph.Ingestion;

namespace EntityGraph.Cli.Extracting;

/// <summary><c>entitygraph extract</c>: articles in, what is said in them out, nothing stored.</summary>
internal static class ExtractCommand
{
    private const string JsonLines = "jsonl";
    private const string Report = "report";

    public static Command Create(Terminal terminal)
    {
        var inputs = CommonOptions.Inputs();
        var format = new Option<string>("--format")
        {
            Description = "What to print: a report for people, or an article a line as JSON",
            DefaultValueFactory = _ => Report,
        };
        format.AcceptOnlyFromAmong(Report, JsonLines);
        var json = CommonOptions.Json();
        json.Description = "The same as --format jsonl";
        var map = CommonOptions.Map();
        var anyLanguage = CommonOptions.AnyLanguage();
        var allowPrivate = CommonOptions.AllowPrivateAddresses();
        var explain = new Option<bool>("--explain") { Description = "Tell why each pronoun and description was taken for whom; costs as much again" };
        var model = CommonOptions.Model();
        var command = new Command("extract", "Find who says what about whom in articles and print it; nothing is stored.")
        {
            inputs, format, json, map, anyLanguage, allowPrivate, explain, model,
        };
        CommandLine.AddToHelp(
            command,
            """
            Examples:
              entitygraph extract article.txt
              entitygraph extract articles/ --format jsonl > annotations.jsonl
              entitygraph extract article.txt --explain
              cat page.html | entitygraph extract - --json
              entitygraph extract export.jsonl --map text=body,title=headline --json
            """ + "\n");
        command.SetAction(async (parsed, cancellation) =>
        {
            using var fetcher = new GuardedHttpFetcher(new FetchOptions { AllowPrivateAddresses = parsed.GetValue(allowPrivate) });
            using var annotator = Annotator.Load(parsed.GetValue(model));
            var source = new SourceOptions { StandardInput = terminal.Input, Fetcher = fetcher };
            var reading = new ReadingOptions { Fields = parsed.GetValue(map) ?? FieldMapping.Default, AllowOtherLanguages = parsed.GetValue(anyLanguage) };
            var asJson = parsed.GetValue(json) || parsed.GetValue(format) == JsonLines;
            var documents = DocumentSource.FromPathsAsync(parsed.GetValue(inputs)!, source, cancellation);
            return await new ExtractionRun(annotator, new ArticleReader(reading)).RunAsync(documents, Printer(terminal, asJson, parsed.GetValue(explain) ? annotator : null), terminal.Complain, cancellation);
        });
        return command;
    }

    private static Action<string, AnnotatedArticle> Printer(Terminal terminal, bool asJson, Annotator? explaining)
    {
        if (asJson)
            return (name, annotated) => ExtractJson.Write(terminal.Output, name, annotated, explaining?.Explain(annotated.Article).Decisions);
        var report = new Report(terminal.OutConsole);
        return (name, annotated) => report.Write(name, annotated, explaining?.Explain(annotated.Article).Decisions ?? []);
    }
}
