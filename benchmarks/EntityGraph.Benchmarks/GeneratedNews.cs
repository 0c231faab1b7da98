using System.Globalization;
using System.Text;

namespace EntityGraph.Benchmarks;

/// <summary>
/// Annotated articles without end, always the same for the same seed: about 25 mentions and 12 attributions each, of people,
/// organisations and places whose fame falls off as it does in news (Zipf), in 40 outlets over three years.
/// </summary>
internal sealed class GeneratedNews(int seed, int population)
{
    private static readonly string[] Beginnings = ["ba", "ke", "lo", "mi", "ra", "tho", "ver", "win", "sa", "du", "fe", "gri", "ho", "ja", "ne", "pol", "cor", "an"];
    private static readonly string[] Middles = ["l", "r", "nd", "ck", "ss", "m", "tt", "v", "nn", "rl", "dg", "st"];
    private static readonly string[] Ends = ["en", "ow", "ey", "er", "a", "ic", "on", "ard", "ell", "is", "man", "ov", "ine", "um"];
    private static readonly string[] Cues = ["said", "told reporters", "warned", "added", "argued"];
    private static readonly string[] Words = ["the", "plan", "would", "never", "bring", "jobs", "money", "to", "town", "before", "next", "winter", "and", "nobody", "knew"];
    private readonly Random random = new(seed);

    /// <summary>The name of the entity of a rank, 0 for the most famous.</summary>
    public static string Name(int rank)
    {
        var chance = new Random(rank);
        string Word()
        {
            var word = Pick(chance, Beginnings) + Pick(chance, Middles) + Pick(chance, Ends) + (chance.Next(3) == 0 ? Pick(chance, Middles) + Pick(chance, Ends) : "");
            return char.ToUpperInvariant(word[0]) + word[1..];
        }

        return rank % 5 == 4 ? $"{Word()} {Word()} Council" : $"{Word()} {Word()}";
    }

    public static EntityType Type(int rank) => (rank % 5) switch { 4 => EntityType.Organisation, 3 => EntityType.Place, _ => EntityType.Person };

    public AnnotatedArticle Next()
    {
        var text = new StringBuilder();
        var sentences = new List<TextSpan>();
        var mentions = new Dictionary<int, List<Mention>>();
        var attributions = new List<Attribution>();
        var cast = Enumerable.Range(0, 9).Select(_ => Famous()).Distinct().ToArray();
        for (var i = 0; i < 12; i++)
        {
            var start = text.Length;
            int speaker = cast[i % 3], about = cast[random.Next(cast.Length)];
            var source = Mention(speaker);
            text.Append(' ');
            var cue = Write(Pick(random, Cues));
            text.Append(' ');
            var content = text.Length;
            var talked = random.Next(4) > 0 && about != speaker;
            if (talked)
            {
                Mention(about);
                text.Append(' ');
            }

            for (var word = 0; word < 18; word++) text.Append(Pick(random, Words)).Append(' ');
            text.Append(CultureInfo.InvariantCulture, $"{random.Next(1_000_000)}");
            attributions.Add(new Attribution
            {
                Id = $"a{i}",
                SpeakerId = Id(speaker),
                Kind = (AttributionKind)random.Next(3),
                Source = [source],
                Cue = [cue],
                Content = [new TextSpan(content, text.Length)],
                MentionedIds = talked ? [Id(about)] : [],
                Confidence = Math.Round(0.5 + (random.NextDouble() / 2), 3),
            });
            text.Append(". ");
            sentences.Add(new TextSpan(start, text.Length));
        }

        // Beside what is said, a sentence that names the rest.
        var last = text.Length;
        foreach (var rank in cast)
        {
            Mention(rank);
            text.Append(", ");
        }

        text.Append("were there.");
        sentences.Add(new TextSpan(last, text.Length));
        var article = Article.Create(
            text.ToString(), outlet: $"Paper {Zipf(40)}", published: new DateOnly(2023, 1, 1).AddDays(random.Next(1095)), language: "en",
            origin: $"news/{random.NextInt64()}");
        return Resolution.ByName(new AnnotatedArticle
        {
            Article = article,
            Sentences = sentences,
            Entities = [.. mentions.Select(m => new AnnotatedEntity(Id(m.Key), Type(m.Key), Name(m.Key), m.Value))],
            Attributions = attributions,
        });

        TextSpan Mention(int rank)
        {
            var span = Write(Name(rank));
            if (!mentions.TryGetValue(rank, out var known)) mentions.Add(rank, known = []);
            known.Add(new Mention(span, MentionKind.Name, 0.9));
            return span;
        }

        TextSpan Write(string words)
        {
            text.Append(words);
            return new TextSpan(text.Length - words.Length, text.Length);
        }

        static string Id(int rank) => $"e{rank}";
    }

    /// <summary>A rank, the lower the likelier.</summary>
    public int Famous() => Zipf(population);

    private int Zipf(int count) => (int)Math.Pow(count, random.NextDouble()) - 1;

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
