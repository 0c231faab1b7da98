using Microsoft.AspNetCore.StaticFiles;

namespace EntityGraph.Web.Hosting;

/// <summary>Serves the page out of wwwroot.</summary>
internal static class PageFiles
{
    public static void UsePage(this WebApplication app)
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".mjs"] = "text/javascript";
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = types,
            // The same address holds another version after an update, so a copy is asked about (ETag) before it is used.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
    }
}
