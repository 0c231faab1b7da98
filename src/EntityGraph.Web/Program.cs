using EntityGraph.Web.Api;
using EntityGraph.Web.Hosting;
using EntityGraph.Web.Intake;
using EntityGraph.Web.Live;
using EntityGraph.Web.Protection;
using EntityGraph.Web.Samples;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Home.Folder });
    builder.AddSettings(args);
    builder.AddStoreAndAnnotator();
    builder.AddIntake();
    builder.AddLiveFeed();
    builder.AddSamples();
    builder.AddSuggestions();
    builder.AddApi();
    builder.AddProtection();

    var app = builder.Build();
    app.UseProblems();
    app.UseProtection();
    app.UseStoreOpening();
    app.UsePage();

    var api = app.MapGroup("/api");
    api.MapStatus();
    api.MapGraph();
    api.MapEntities();
    api.MapMentions();
    api.MapPaths();
    api.MapTimeline();
    api.MapArticles();
    api.MapIntake();
    api.MapExport();
    api.MapDecisions();
    api.MapSuggestions();
    api.MapSamples();
    app.MapOpenApi();
    app.MapLiveFeed();
    app.MapHealth();

    var opening = app.Services.GetRequiredService<StoreOpening>();
    await app.RunAsync();
    opening.ThrowIfFailed();
    return 0;
}
catch (Exception e) when (StartFailure.Reason(e) is { } reason)
{
    await Console.Error.WriteLineAsync($"EntityGraph could not start: {reason}");
    return 1;
}
