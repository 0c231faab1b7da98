using System.Collections.Frozen;

namespace EntityGraph.Extraction.Text;

/// <summary>Numbers paragraphs and sentences, and marks quotations. A line break ends both; a full stop behind an abbreviation or initial ends none.</summary>
internal sealed class SentenceStage : IExtractionStage
{
    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "col", "maj", "capt", "lt", "sgt", "cpl", "adm",
        "cmdr", "rev", "fr", "hon", "st", "jr", "sr", "messrs", "pres", "supt", "det", "insp", "cllr", "bros", "inc", "ltd", "corp", "co", "cos",
        "no", "vs", "v", "etc", "al", "dept", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "ave", "blvd",
        "rd", "mt", "ft", "approx", "est", "fig", "vol", "ed", "eds", "pp", "cf", "ie", "eg", "va", "calif", "fla", "pa", "mass", "mich",
        "ill", "ariz", "colo", "conn", "wis", "minn", "tenn", "okla", "ore", "wash", "nev", "ind", "ga", "ala", "ky", "md", "mo", "tex",
    }.ToFrozenSet();

    public Layers Needs => Layers.Words;

    public Layers Gives => Layers.Sentences;

    public void Run(ArticleDraft draft)
    {
        var (sentence, paragraph, start) = (0, 0, 0);
        for (var w = 0; w < draft.Words.Length; w++)
        {
            var newParagraph = w > 0 && Gap(draft, w).Contains('\n');
            if (newParagraph || (w > 0 && EndsSentence(draft, w - 1)))
            {
                draft.Sentences.Add(draft.Span(start, w - 1));
                (sentence, start) = (sentence + 1, w);
                paragraph += newParagraph ? 1 : 0;
            }

            (draft.SentenceOf[w], draft.ParagraphOf[w]) = (sentence, paragraph);
        }

        if (draft.Words.Length > 0)
            draft.Sentences.Add(draft.Span(start, draft.Words.Length - 1));
        QuotationMarks.Read(draft);
    }

    private static ReadOnlySpan<char> Gap(ArticleDraft draft, int word) =>
        draft.Text.AsSpan(draft.Words[word - 1].End, draft.Words[word].Start - draft.Words[word - 1].End);

    // Whether a sentence ends behind this word: a stop, perhaps closing marks, then a space and what may begin a sentence.
    private static bool EndsSentence(ArticleDraft draft, int word)
    {
        if (Gap(draft, word + 1).IsEmpty)
            return false;
        var stop = word;
        while (stop > 0 && IsCloser(draft.WordAt(stop)) && Gap(draft, stop).IsEmpty)
            stop--;
        var mark = draft.WordAt(stop);
        if (mark is not ("." or "!" or "?" or "…"))
            return false;
        var next = draft.Text[draft.Words[word + 1].Start];
        if (char.IsLower(next) || next is ',' or ';' or ')' or '–' or '—')
            return false;
        return mark is not "." || stop < word || !IsAbbreviation(draft, stop - 1, next);
    }

    private static bool IsCloser(ReadOnlySpan<char> word) => word is "\"" or "”" or "’" or "'" or ")" or "]";

    private static bool IsAbbreviation(ArticleDraft draft, int word, char next)
    {
        if (word < 0 || !Gap(draft, word + 1).IsEmpty)
            return false;
        var text = draft.WordAt(word);
        if (Abbreviations.Contains(text.ToString().ToLowerInvariant()))
            return char.IsUpper(text[0]) || !char.IsUpper(next);
        // An initial ("J. Smith", "U.S. Senate") unless the letter is the word "I".
        return text.Length == 1 && char.IsUpper(text[0]) && text[0] != 'I';
    }
}
