namespace EntityGraph.Evaluation.Tests;

public sealed class ReadingGold : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gold").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private const string Marked = """
        #id: wire-1
        #genre: wire
        #title: <s1>[Obi|P1]</s1> <c1>attacks</c1> <q1>[[Leeds|L1] Council|O1]</q1>
        #source: The Wire
        #date: 2024-05-03

        <s2>[Her|P1p] office</s2> <c2>said</c2> <q2>[they|P1+P2p] had never met [Jo Ash|P2]</q2>.

        <s3>A spokesman for [the council|O1n]</s3> <c3>denied</c3> <q3>that <s4>[Ash|P2]</s4> <c4>had claimed</c4> <q4>[Obi|P1]'s [Ring Road Bill|M1] was dead</q4></q3>.
        """;

    [Fact]
    public void Corpus_marks_become_text_mentions_attributions_and_edges()
    {
        var gold = CorpusReader.Parse(Marked, "x");
        Assert.Equal("Obi attacks Leeds Council\n\nHer office said they had never met Jo Ash.\n\n"
            + "A spokesman for the council denied that Ash had claimed Obi's Ring Road Bill was dead.", gold.Text);
        Assert.Equal(["Obi", "Leeds Council", "Leeds", "Jo Ash", "Ash", "Obi", "Ring Road Bill"], gold.Names!.Select(n => n.Span.In(gold.Text)));
        Assert.Null(gold.Names![^1].Type);
        Assert.Equal(["Obi", "Her", "they", "Obi"], gold.Entities!.First(e => e.Id == "P1").Mentions.Select(m => m.Span.In(gold.Text)));
        Assert.True(gold.Entities!.First(e => e.Id == "P2").Mentions[0].Plural);
        Assert.Equal(["P1", "P1", "O1", "P2"], gold.Attributions!.Select(a => string.Join("+", a.SpeakerIds!)));
        // O1 speaks by its spokesman; the law is no entity; Obi does not mention herself.
        Assert.Equal(
            ["O1>P1 Name", "O1>P2 Name", "P1>L1 Name", "P1>O1 Name", "P1>P2 Name", "P2>P1 Name"],
            gold.Edges!.Select(e => $"{e.Speaker}>{e.Mentioned} {e.Via}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("[Obi|P1] said <q1>no</q1", "never closed")]
    [InlineData("[Obi|P1] said no | nothing", "stray")]
    [InlineData("Obi|P1] said", "not opened")]
    [InlineData("[Obi said", "never closed")]
    [InlineData("<q1>no</q2>", "out of order")]
    [InlineData("<s1>[Obi|P1]</s1> spoke", "no content")]
    public void A_malformed_mark_is_an_error_that_names_the_file(string body, string reason)
    {
        var e = Record.Exception(() => CorpusReader.Parse($"#id: a\n#genre: b\n#title: c\n#source: d\n#date: 2024-01-01\n\n{body}", "bad.txt"));
        Assert.StartsWith("bad.txt: ", Assert.IsType<GoldException>(e).Message, StringComparison.Ordinal);
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_tags_become_spans_in_joined_sentences()
    {
        var path = Write("ner.jsonl", """
            {"set":"s","doc":1,"tokens":["Ann","Lee","saw","Oslo"],"tags":["B-PER","I-PER","O","B-LOC"]}
            {"set":"s","doc":1,"tokens":["UN","EU"],"tags":["B-ORG","B-ORG"]}
            {"set":"s","doc":2,"tokens":["Mir"],"tags":["B-MISC"]}
            """);
        var articles = NerReader.Read(path).ToList();
        Assert.Equal(2, articles.Count);
        Assert.Equal("Ann Lee saw Oslo\nUN EU", articles[0].Text);
        Assert.Equal(["Ann Lee Person", "Oslo Place", "UN Organisation", "EU Organisation"], articles[0].Names!.Select(n => $"{n.Span.In(articles[0].Text)} {n.Type}"));
        Assert.Null(Assert.Single(articles[1].Names!).Type);
    }

    [Fact]
    public void Polnear_spans_count_code_points()
    {
        var path = Write("p.jsonl", """{"id":"a","publisher":"b","date":"c","text":"🙂 Ann said no","annotations":[{"attributions":[{"source":[[2,5]],"cue":[[6,10]],"content":[[11,13]]}]}]}""");
        var gold = Assert.Single(PolnearReader.Read(path));
        var a = Assert.Single(gold.Attributions!);
        Assert.Equal(["Ann", "said", "no"], new[] { a.Source[0], a.Cue[0], a.Content[0] }.Select(s => s.In(gold.Text)));
        Assert.False(gold.MarksNested);
    }

    [Fact]
    public void Gap_lines_become_a_pronoun_and_two_names()
    {
        var path = Write("gap.tsv", "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
            + "v-1\tAnn met Eva \"E\" before she left.\tshe\t23\tAnn\t0\tFALSE\tEva\t8\tTRUE\thttp://x\n");
        var gold = Assert.Single(GapReader.Read(path));
        var pronoun = Assert.Single(gold.Pronouns!);
        Assert.Equal("feminine", gold.Genre);
        Assert.Equal("she", pronoun.Span.In(gold.Text));
        Assert.Equal([("Ann", false), ("Eva", true)], pronoun.Names.Select(n => (n.Span.In(gold.Text), n.Same)));
    }

    [Fact]
    public void Gum_mentions_are_names_pronouns_or_descriptions_by_their_heads()
    {
        string Token(int id, string form, string pos, string relation, string misc) => $"{id}\t{form}\t_\t{pos}\t_\t_\t0\t{relation}\t_\t{misc}\n";
        var path = Write("gum.conllu",
            "# newdoc id = GUM_news_x\n# meta::genre = news\n# newpar\n# newpar_block = p\n"
            + Token(1, "President", "PROPN", "root", "Entity=(1-person-new-nnnss-cf1-1-coref-Ann_Lee-Jones")
            + Token(2, "Ann", "PROPN", "flat", "_")
            + Token(3, "Lee", "PROPN", "flat", "Entity=1)|SpaceAfter=No")
            + Token(4, ",", "PUNCT", "punct", "_")
            + Token(5, "head", "NOUN", "appos", "Entity=(1-person-giv:act-nnnss-cf1-1-appos")
            + Token(6, "of", "ADP", "case", "_")
            + Token(7, "the", "DET", "det", "Entity=(2-organization-new-nnnss-cf2-2-sgl-Bank_of_England")
            + Token(8, "Bank", "PROPN", "nmod", "_")
            + Token(9, "of", "ADP", "case", "_")
            + Token(10, "England", "PROPN", "nmod", "Entity=(3-place-new-nnnss-cf3-1-sgl)2)1)")
            + Token(11, "said", "VERB", "root", "_")
            + "\n# newpar\n"
            + Token(1, "She", "PRON", "nsubj", "Entity=(1-person-giv:act-nnnss-cf1-1-ana)")
            + Token(2, "left", "VERB", "root", "SpaceAfter=No")
            + Token(3, "it", "PRON", "obj", "Entity=(4-object-new-nnnss-cf1-1-sgl)"));
        var gold = Assert.Single(GumReader.Read(path));
        Assert.Equal("President Ann Lee, head of the Bank of England said\nShe leftit ", gold.Text);
        Assert.Equal("news", gold.Genre);
        Assert.Equal(
            ["President Ann Lee Person", "Bank of England Organisation", "England Place"], gold.Names!.Select(n => $"{n.Span.In(gold.Text)} {n.Type}"));
        var ann = gold.Entities!.First(e => e.Id == "1");
        Assert.Equal("Ann_Lee-Jones", ann.Identity);
        Assert.Equal([MentionKind.Name, MentionKind.Nominal, MentionKind.Pronoun], ann.Mentions.Select(m => m.Kind));
        Assert.Equal("head", ann.Mentions[1].Head!.Value.In(gold.Text));
        // "it" is never named.
        Assert.Equal(["1", "2", "3"], gold.Entities!.Select(e => e.Id).Order());
    }

    [Fact]
    public void Gold_edges_find_their_evidence_in_the_text()
    {
        var path = Write("e.json", """
            {"article":"a","entities":[{"id":"ann","type":"Person","names":["Ann"]},{"id":"bo","type":"Person","names":["Bo"]}],
             "edges":[{"speaker":"ann","mentioned":"bo","via":"nominal","kind":"direct","evidence":"\"that man\" must  go","optional":true}]}
            """);
        var gold = GoldEdgesReader.Read(path, null, id => id == "a" ? "Ann said “that man” must\ngo." : null);
        var edge = Assert.Single(gold.Edges!);
        Assert.Equal(("ann", "bo", MentionKind.Nominal, true), (edge.Speaker, edge.Mentioned, edge.Via, edge.Optional));
        Assert.Equal("“that man” must\ngo", edge.Place!.Value.In(gold.Text));
        Assert.Throws<GoldException>(() => GoldEdgesReader.Read(path, "b", id => null));
        Assert.Throws<GoldException>(() => GoldEdgesReader.Read(Write("bad.json", """{"article":"a","entities":[],"edges":[{"speaker":"x","mentioned":"y","via":"name"}]}"""), null, _ => ""));
    }
}
