namespace EntityGraph.Extraction.Text;

/// <summary>
/// Says which words stand inside quotation marks, double or single, straight or curly, the marks included. A quotation ends with its
/// paragraph, and an apostrophe is no mark.
/// </summary>
internal static class QuotationMarks
{
    public static void Read(ArticleDraft draft)
    {
        var closer = '\0';
        for (var w = 0; w < draft.Words.Length; w++)
        {
            if (w > 0 && draft.ParagraphOf[w] != draft.ParagraphOf[w - 1])
                closer = '\0';
            var before = closer != '\0';
            var c = draft.Words[w].Length == 1 ? draft.Text[draft.Words[w].Start] : '\0';
            if (closer == '\0')
                closer = Opener(draft, w, c);
            else if (c == closer && Closes(draft, w, c))
                closer = '\0';
            draft.IsQuoted[w] = before || closer != '\0';
        }
    }

    // What would close a quotation that opens here, or nothing.
    private static char Opener(ArticleDraft draft, int word, char c) => c switch
    {
        '“' => '”',
        '"' => '"',
        '‘' => '’',
        '\'' when !IsLetter(draft, draft.Words[word].Start - 1) && IsLetter(draft, draft.Words[word].End) => '\'',
        _ => '\0',
    };

    private static bool Closes(ArticleDraft draft, int word, char c)
    {
        if (c is '”' or '"')
            return true;
        if (IsLetter(draft, draft.Words[word].End))
            return false;
        var previous = draft.Text[draft.Words[word].Start - 1];
        if (!char.IsLetterOrDigit(previous))
            return true;
        // "The workers' pay': behind an s it is a possessive where the quotation closes again later.
        return previous is not ('s' or 'S') || !ClosesLater(draft, word, c);
    }

    private static bool ClosesLater(ArticleDraft draft, int word, char c)
    {
        for (var w = word + 1; w < draft.Words.Length && draft.ParagraphOf[w] == draft.ParagraphOf[word]; w++)
        {
            var mark = draft.Words[w].Length == 1 ? draft.Text[draft.Words[w].Start] : '\0';
            if (mark == c && !IsLetter(draft, draft.Words[w].End) && (c == '’' || IsLetterOrStop(draft, draft.Words[w].Start - 1)))
                return true;
            if (mark != '\0' && mark != '’' && Opener(draft, w, mark) == c)
                return false;
        }

        return false;
    }

    private static bool IsLetter(ArticleDraft draft, int at) => at >= 0 && at < draft.Text.Length && char.IsLetterOrDigit(draft.Text[at]);

    private static bool IsLetterOrStop(ArticleDraft draft, int at) => IsLetter(draft, at) || draft.Text[at] is '.' or ',' or '!' or '?' or '…';
}
