using EntityGraph.Ingestion;
using EntityGraph.Web.Hosting;

namespace EntityGraph.Web.Intake;

/// <summary>Takes articles in while the server runs.</summary>
internal static class IntakeRegistration
{
    public static void AddIntake(this WebApplicationBuilder builder)
    {
        builder.AddSettings<IntakeSettings>("Ingestion");
        var services = builder.Services;
        services.AddSingleton<IngestionLedger>();
        services.AddSingleton(s => new IngestionOptions
        {
            Reading = new ReadingOptions { MaxDocumentBytes = s.GetRequiredService<IntakeSettings>().MaxFileBytes },
            Time = s.GetRequiredService<TimeProvider>(),
        });
        services.AddSingleton<IngestionPipeline>();
        services.AddSingleton(s => new GuardedHttpFetcher(new FetchOptions
        {
            AllowPrivateAddresses = s.GetRequiredService<IntakeSettings>().AllowPrivateAddresses,
            MaxBytes = s.GetRequiredService<IntakeSettings>().MaxFileBytes,
        }));
        services.AddSingleton<IngestionQueue>();
        services.AddHostedService(s => s.GetRequiredService<IngestionQueue>());
    }
}
