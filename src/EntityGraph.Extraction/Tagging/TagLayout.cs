namespace EntityGraph.Extraction.Tagging;

/// <summary>Where in the tagger's output each head stands; see the model's card.</summary>
internal static class TagLayout
{
    public const int Names = 0;
    public const int Attribution = 9;
    public const int NestedAttribution = 16;
    public const int References = 23;
    public const int CoreferenceQuery = 27;
    public const int CoreferenceKey = 91;
    public const int ContentLink = 155;
    public const int SourceLink = 203;
    public const int CueLink = 251;
    public const int Width = 299;

    public const int CoreferenceSize = 64;
    public const int LinkSize = 48;

    public static readonly string[] NameLabels = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"];
    public static readonly string[] AttributionLabels = ["O", "B-SRC", "I-SRC", "B-CUE", "I-CUE", "B-CON", "I-CON"];
    public static readonly string[] ReferenceLabels = ["O", "B-PRO", "B-NOM", "I-NOM"];
}
