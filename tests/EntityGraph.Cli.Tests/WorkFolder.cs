namespace EntityGraph.Cli.Tests;

/// <summary>A folder of a test's own.</summary>
public abstract class WorkFolder : IDisposable
{
    protected const string Bridge =
        "Bridge stays closed\n\n"
        + "Jo Marsh said on Monday that the bridge in Leeds would stay closed until the summer. \"Tom Ashe was told of the cracks a year ago,\" Ms Marsh said.\n\n"
        + "Tom Ashe, who leads the council, said that Jo Marsh had never asked to see the report.\n";

    protected string Folder { get; } = Directory.CreateTempSubdirectory("entitygraph-test-").FullName;

    protected string Store => Path.Combine(Folder, "graph.db");

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string Write(string name, string content)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
