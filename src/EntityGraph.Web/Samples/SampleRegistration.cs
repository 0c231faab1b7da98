using EntityGraph.Web.Hosting;

namespace EntityGraph.Web.Samples;

/// <summary>The articles that a newcomer sees first.</summary>
internal static class SampleRegistration
{
    public static void AddSamples(this WebApplicationBuilder builder)
    {
        builder.AddSettings<SampleSettings>("Samples");
        builder.Services.AddSingleton<SampleArticles>();
        builder.Services.AddHostedService(s => s.GetRequiredService<SampleArticles>());
    }
}
