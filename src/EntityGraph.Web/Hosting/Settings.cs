using System.ComponentModel.DataAnnotations;
using EntityGraph.Stores;
using Microsoft.Extensions.Options;

namespace EntityGraph.Web.Hosting;

/// <summary>Where the graph is kept, unless the setting "Store" itself names another store: see <see cref="StoreAddress.Parse"/>.</summary>
internal sealed record StoreSettings
{
    /// <summary>The SQLite file, relative to the content root.</summary>
    [Required]
    public string Path { get; init; } = "data/entitygraph.db";

    /// <summary>How long to wait for another program that is writing, in seconds.</summary>
    [Range(0.0, 300.0)]
    public double BusyTimeoutSeconds { get; init; } = 5;
}

/// <summary>Where the models are.</summary>
internal sealed record ModelSettings
{
    /// <summary>The tagger's folder, relative to the content root; null for the one that travels with the program.</summary>
    public string? Folder { get; init; }
}

/// <summary>Where settings come from and what they are when nobody sets them.</summary>
internal static class SettingsRegistration
{
    private const string Prefix = "ENTITYGRAPH__";

    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    private static readonly Dictionary<string, string?> Defaults = new()
    {
        // Names of this machine only: a page elsewhere cannot reach the server by a name that it points here (DNS rebinding).
        ["AllowedHosts"] = "localhost;127.0.0.1;[::1]",
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        // Why the program does not start is said in one line (StartFailure); a service that breaks later is critical.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
    };

    /// <summary>Adds the defaults, user secrets and the environment's ENTITYGRAPH__ names; the command line still wins.</summary>
    public static void AddSettings(this WebApplicationBuilder builder, string[] args)
    {
        var configuration = builder.Configuration;
        configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = Defaults });
        configuration.AddUserSecrets(typeof(SettingsRegistration).Assembly, optional: true);
        configuration.AddEnvironmentVariables(Prefix);
        configuration.AddCommandLine(args);
        if (!IsAddressSet(configuration))
            builder.WebHost.UseUrls("http://localhost:5080");
        builder.AddSettings<StoreSettings>("Store");
        builder.AddSettings<Neo4jAccess>("Neo4j");
        builder.AddSettings<ModelSettings>("Model");
    }

    /// <summary>Binds a section, checked when the program starts.</summary>
    public static void AddSettings<T>(this WebApplicationBuilder builder, string section)
        where T : class
    {
        builder.Services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<T>>().Value);
    }

    private static bool IsAddressSet(ConfigurationManager configuration) =>
        AddressSettings.Any(name => !string.IsNullOrEmpty(configuration[name]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
