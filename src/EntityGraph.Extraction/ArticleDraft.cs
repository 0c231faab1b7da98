using EntityGraph.Extraction.Tagging;
using EntityGraph.Extraction.Text;

namespace EntityGraph.Extraction;

/// <summary>What a stage needs of an article, or gives to it.</summary>
[Flags]
internal enum Layers
{
    None = 0,
    Words = 1,
    Tags = 2,
    Sentences = 4,
    Names = 8,
    Attributions = 16,
    References = 32,
    Speakers = 64,
    Roles = 128,
}

/// <summary>An article on its way through the stages. Spans of words have inclusive ends.</summary>
internal sealed class ArticleDraft(Article article, EncodedText encoded, TaggerOutput output)
{
    public Article Article { get; } = article;

    public string Text => Article.Text;

    public Word[] Words { get; } = encoded.Words;

    public WordFeatures[] Features { get; } = encoded.Features;

    public TaggerOutput Output { get; } = output;

    public List<TextSpan> Sentences { get; } = [];

    /// <summary>For each word, the number of its sentence.</summary>
    public int[] SentenceOf { get; } = new int[encoded.Words.Length];

    /// <summary>For each word, the number of its paragraph.</summary>
    public int[] ParagraphOf { get; } = new int[encoded.Words.Length];

    /// <summary>For each word, whether it stands inside quotation marks.</summary>
    public bool[] IsQuoted { get; } = new bool[encoded.Words.Length];

    public List<EntityDraft> Entities { get; } = [];

    /// <summary>All mentions, in the order of the text.</summary>
    public List<MentionDraft> Mentions { get; } = [];

    public List<AttributionDraft> Attributions { get; } = [];

    /// <summary>How references were decided, or null where nobody asks.</summary>
    public List<References.Decision>? Decisions { get; init; }

    public List<Roles.RoleDraft> Roles { get; } = [];

    public TextSpan Span(int first, int last) => new(Words[first].Start, Words[last].End);

    public TextSpan Span(WordSpan span) => Span(span.First, span.Last);

    public ReadOnlySpan<char> WordAt(int word) => Words[word].In(Text);

    public string Cut(WordSpan span) => Span(span).In(Text);

    public bool IsWord(int word, string text) =>
        word >= 0 && word < Words.Length && WordAt(word).Equals(text, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A run of words, both ends inclusive.</summary>
internal readonly record struct WordSpan(int First, int Last)
{
    public int Length => Last - First + 1;

    public bool Contains(WordSpan other) => First <= other.First && other.Last <= Last;

    public bool Overlaps(WordSpan other) => First <= other.Last && other.First <= Last;

    public static implicit operator (int First, int Last)(WordSpan span) => (span.First, span.Last);
}

internal enum Gender
{
    Unknown,
    Male,
    Female,
}

/// <summary>An entity of the article while it is being put together.</summary>
internal sealed class EntityDraft
{
    public required EntityType Type { get; init; }

    /// <summary>The words of its fullest name, folded, without titles.</summary>
    public required string[] Key { get; set; }

    /// <summary>How much speaks for a man (positive) or a woman (negative); a title or given name decides, pronouns add.</summary>
    public double Masculinity { get; set; }

    public List<MentionDraft> Mentions { get; } = [];

    public required int FirstWord { get; set; }
}

/// <summary>A mention while it is being resolved.</summary>
internal sealed class MentionDraft
{
    public required WordSpan Span { get; init; }

    public required MentionKind Kind { get; init; }

    public References.PronounForm Form { get; init; }

    public EntityDraft? Entity { get; set; }

    /// <summary>How sure the tagger is that it is a mention.</summary>
    public double Confidence { get; set; } = 1;

    /// <summary>How likely it is to its entity; a name is to its bearer.</summary>
    public double Likelihood { get; set; } = 1;
}

/// <summary>An attribution while it is being tied together.</summary>
internal sealed class AttributionDraft
{
    public WordSpan? Source { get; set; }

    public WordSpan? Cue { get; set; }

    public List<WordSpan> Content { get; } = [];

    /// <summary>The attribution inside whose content this one stands, or null.</summary>
    public AttributionDraft? Outer { get; set; }

    public bool IsNested { get; init; }

    public EntityDraft? Speaker { get; set; }

    /// <summary>Who says it as well: "Obama and Clinton said".</summary>
    public List<EntityDraft> FurtherSpeakers { get; } = [];

    /// <summary>The mention that made the speaker, or null where it was inherited or there is none.</summary>
    public MentionDraft? SpeakerMention { get; set; }

    /// <summary>The tagger's mean probability of the content's words.</summary>
    public float ContentProbability { get; set; }

    /// <summary>The score of the link between content and source.</summary>
    public float SourceLink { get; set; }

    /// <summary>The score of the link between content and cue.</summary>
    public float CueLink { get; set; }

    public double Confidence { get; set; } = 1;
}
