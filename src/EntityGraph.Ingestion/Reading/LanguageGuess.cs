using System.Globalization;
using System.Text.RegularExpressions;

namespace EntityGraph.Ingestion;

/// <summary>
/// Tells whether a text is English by the share of its commonest small words; a model that names a hundred languages would
/// cost more memory than the rest of the program.
/// </summary>
internal sealed partial record LanguageGuess(string? Code, bool IsEnglish, string? Reason)
{
    private const int MaxWords = 2_000;
    private const int EnoughWords = 25;
    private const double MinEnglishShare = 0.05;
    private const int MinOtherWords = 3;

    // Words that two of these languages share in print ("in", "was", "die") are left out where they would mislead.
    private static readonly (string Code, string Name, HashSet<string> Words)[] Languages =
    [
        Language("en", "the and of to that with which they this from by are were been would their his her she who said has not but it its will as on you what when after about more had for be is was he"),
        Language("de", "der die das und nicht mit von den dem des ein eine einen einer ist auf für sich auch als werden wurde nach bei über sie hat zu im zum zur dass es"),
        Language("fr", "le les des du et est une dans que qui pour pas sur au aux avec ce cette il elle sont par plus été mais ont leur selon la se ne"),
        Language("es", "el los las del y es una que por con para se su al lo como más pero sus fue ha según este esta también han sobre dijo muy la en"),
        Language("pt", "os das dos do da e é uma que por com para se seu sua ao na no não mais mas foi são pelo pela como também em um à segundo disse"),
        Language("it", "il gli dei del della delle e è una che per con di non si nel alla sono ha da anche più come ma dal al lo questo stato essere"),
        Language("nl", "het een van en dat niet met zijn voor op te aan ook door maar werd wordt bij naar uit heeft deze nog dan zij worden de is die"),
        Language("sv", "och att det som är på en av för med den till inte har om ett han var från men sig vid kan ska efter också hon"),
        Language("da", "og at det er som på en af den til med ikke har om et han var fra men sig ved kan skal efter også hun der blev"),
        Language("no", "og å det er som på en av den til med ikke har om et han var fra men seg ved kan skal etter også hun ble"),
        Language("pl", "i w na z nie się że do jest to o jak po za od przez które który są był dla ale tak jego co oraz"),
        Language("cs", "a se na je že v s z o do by to jsou pro podle jako ale po jeho byl které který ve si při"),
        Language("ro", "și de la în pe cu nu este din a pentru care că o un să au mai fost sunt prin după al"),
        Language("fi", "ja on ei että se oli hän mutta myös ovat joka kun niin kuin sen ovat mukaan jos ole vuoden"),
        Language("tr", "ve bir bu için ile da de olarak olan daha çok gibi sonra kadar ne olduğunu ama değil en"),
        Language("hu", "a az és hogy nem is egy volt meg de ez már csak szerint még mint el azt"),
        Language("id", "yang dan di dari untuk dengan ini itu pada dalam tidak akan oleh ke juga adalah mereka kata"),
    ];

    private static readonly (string Name, Func<char, bool> Is)[] Scripts =
    [
        ("Cyrillic", c => c is >= 'Ѐ' and <= 'ԯ'),
        ("Greek", c => c is >= 'Ͱ' and <= 'Ͽ'),
        ("Hebrew", c => c is >= '\u0590' and <= '\u05FF'),
        ("Arabic", c => c is >= '\u0600' and <= '\u077F'),
        ("Indic", c => c is >= '\u0900' and <= '\u0DFF'),
        ("Thai", c => c is >= '\u0E00' and <= '\u0E7F'),
        ("Japanese", c => c is >= '\u3040' and <= '\u30FF'),
        ("Korean", c => c is >= '\uAC00' and <= '\uD7AF'),
        ("Chinese", c => c is >= '\u4E00' and <= '\u9FFF'),
    ];

    /// <summary>A guess at the language. A text too short to tell counts as English, its code unknown.</summary>
    public static LanguageGuess Of(string text)
    {
        if (OtherScript(text) is { } script)
            return new LanguageGuess(null, false, $"the text is in {script} script");
        var words = Word().EnumerateMatches(text);
        var counts = new int[Languages.Length];
        var total = 0;
        while (total < MaxWords && words.MoveNext())
        {
            total++;
            var word = text.Substring(words.Current.Index, words.Current.Length).ToLower(CultureInfo.InvariantCulture);
            for (var i = 0; i < Languages.Length; i++)
                counts[i] += Languages[i].Words.Contains(word) ? 1 : 0;
        }

        var best = Enumerable.Range(1, Languages.Length - 1).MaxBy(i => counts[i]);
        if (counts[best] > counts[0] && counts[best] >= MinOtherWords)
            return new LanguageGuess(Languages[best].Code, false, $"the text is {Languages[best].Name}");
        if (total >= EnoughWords && counts[0] < total * MinEnglishShare)
            return new LanguageGuess(null, false, "the text does not seem to be English");
        return new LanguageGuess(total >= EnoughWords ? "en" : null, true, null);
    }

    private static string? OtherScript(string text)
    {
        var letters = text.Count(char.IsLetter);
        // Japanese is written with Chinese characters too, so its own come first in the list.
        var other = Scripts.FirstOrDefault(script => text.Count(script.Is) > letters * (script.Name == "Japanese" ? 0.2 : 0.5));
        return letters > 0 ? other.Name : null;
    }

    private static (string Code, string Name, HashSet<string> Words) Language(string code, string words) =>
        (code, CultureInfo.GetCultureInfo(code).EnglishName, [.. words.Split(' ')]);

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Word();
}
