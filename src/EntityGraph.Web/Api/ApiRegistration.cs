using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace EntityGraph.Web.Api;

/// <summary>What all endpoints share: JSON, problem documents, validation and the description of the interface.</summary>
internal static class ApiRegistration
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.ConfigureHttpJsonOptions(o => GraphJson.Configure(o.SerializerOptions));
        services.AddSingleton<JsonSerializerOptions>(s => s.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddValidation();
        services.AddProblemDetails(o => o.CustomizeProblemDetails = context => ProblemText.Complete(context));
        services.AddExceptionHandler<ExceptionProblems>();
        services.AddOpenApi(Describe);
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    private static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "EntityGraph";
            document.Info.Version = StatusEndpoints.Version;
            document.Info.Description = "Who said what about whom in the articles of the graph.";
            // The server's address is wherever the document was fetched from.
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            // Names in a query string may be written in any case; this is how the page writes them.
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
                parameter.Name = parameter.Name is { } name ? JsonNamingPolicy.CamelCase.ConvertName(name) : null;
            return Task.CompletedTask;
        });
    }
}
