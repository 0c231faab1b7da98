namespace EntityGraph.Cli;

/// <summary>What the command ends with, for scripts.</summary>
public static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>Some inputs failed; the others are done.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line is not understood.</summary>
    public const int Usage = 2;

    /// <summary>The store cannot be opened, read or written.</summary>
    public const int Store = 3;

    /// <summary>The model is missing or unusable.</summary>
    public const int Model = 4;

    /// <summary>The graph has no such name, or several.</summary>
    public const int Name = 5;

    /// <summary>The file to write to is there already, or cannot be written.</summary>
    public const int Output = 6;

    /// <summary>A decision contradicts another, or there is none to undo.</summary>
    public const int Refused = 7;

    /// <summary>Stopped with Ctrl+C.</summary>
    public const int Cancelled = 130;

    /// <summary>The table that every help ends with.</summary>
    public const string Help =
        """
        Exit codes:
          0  all went well
          1  some inputs failed; the others are done
          2  the command line is not understood
          3  the store cannot be opened, read or written
          4  the model is missing or unusable
          5  the graph has no such name, or several
          6  the file to write to is there already, or cannot be written
          7  a decision contradicts another, or there is none to undo
          130  stopped with Ctrl+C
        """;
}
