using System.CommandLine;
using System.Globalization;
using EntityGraph.Ingestion;

namespace EntityGraph.Cli;

/// <summary>Options that several commands have, made anew for each.</summary>
internal static class CommonOptions
{
    public const string DefaultStore = "data/entitygraph.db";

    public static Option<string> Store() => new("--store")
    {
        Description = "The file that holds the graph, or the Neo4j server as in http://localhost:7474/db/neo4j (its user and password: "
            + "ENTITYGRAPH__NEO4J__USER and ENTITYGRAPH__NEO4J__PASSWORD in the environment)",
        HelpName = "FILE|ADDRESS",
        DefaultValueFactory = _ => DefaultStore,
    };

    public static Option<string?> Model() => new("--model")
    {
        Description = "The folder of the model; else ENTITYGRAPH_MODEL, else the one that comes with the program",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ENTITYGRAPH_MODEL") is { Length: > 0 } folder ? folder : null,
    };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON for programs" };

    public static Option<FieldMapping?> Map() => new("--map")
    {
        Description = $"Which fields of JSON hold what: {string.Join(", ", FieldMapping.Parts)}",
        HelpName = "text=FIELD,title=FIELD,…",
        CustomParser = result =>
        {
            try
            {
                return FieldMapping.Parse(result.Tokens[0].Value);
            }
            catch (FormatException e)
            {
                result.AddError($"--map: {e.Message}");
                return null;
            }
        },
    };

    public static Option<string?> Outlet() => new("--outlet") { HelpName = "NAME" };

    public static Option<bool> AnyLanguage() => new("--any-language") { Description = "Take articles in other languages than English too" };

    public static Option<bool> AllowPrivateAddresses() => new("--allow-private-addresses")
    {
        Description = "Fetch from this machine and private networks too",
    };

    public static Argument<string[]> Inputs()
    {
        var inputs = new Argument<string[]>("PATH|URL|-")
        {
            Description = "Files and folders (txt, md, html, json, jsonl), addresses, or - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        inputs.Validators.Add(result =>
        {
            // An option that does not exist would else be taken for a file.
            if (result.Tokens.FirstOrDefault(t => t.Value.Length > 1 && t.Value[0] == '-') is { } unknown)
                result.AddError($"\"{unknown.Value}\" is no option here (a file of that name is ./{unknown.Value})");
        });
        return inputs;
    }

    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            result.AddError($"{name}: \"{result.Tokens[0].Value}\" is no day of the form YYYY-MM-DD");
            return null;
        },
    };

    public static Option<int> Count(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = $"{description}, 1 to {PageRequest.MaxLimit}", HelpName = "N", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > PageRequest.MaxLimit)
                result.AddError($"{name}: {result.GetValueOrDefault<int>()} is not from 1 to {PageRequest.MaxLimit}");
        });
        return option;
    }
}
