using System.Text;
using System.Text.Json;
using EntityGraph.Cli.Extracting;

namespace EntityGraph.Cli.Tests;

public sealed class MentionEdgeTests
{
    private const string Text = "A said B and C. Then A said B.";

    private static readonly AnnotatedArticle Annotated = new()
    {
        Article = Article.Create(Text),
        Entities =
        [
            new AnnotatedEntity("e1", EntityType.Person, "A", [new Mention(new TextSpan(0, 1), MentionKind.Name)]),
            new AnnotatedEntity("e2", EntityType.Organisation, "B", [new Mention(new TextSpan(7, 8), MentionKind.Nominal)]),
            new AnnotatedEntity("e3", EntityType.Place, "C", [new Mention(new TextSpan(13, 14), MentionKind.Pronoun)]),
        ],
        Attributions =
        [
            Said("a1", "e1", 0.5, "e2", "e3"), Said("a2", null, 0.9, "e2"), Said("a3", "e1", 0.8, "e2"), Said("a4", "e2", 0.25, "e1"),
        ],
        Roles = [new RoleClaim("e1", "chair", null, new TextSpan(0, 6)), new RoleClaim("e1", "member", "e2", new TextSpan(0, 8), IsFormer: true)],
    };

    [Fact]
    public void An_edge_is_as_sure_as_that_one_of_its_attributions_is_right()
    {
        var edges = MentionEdge.Of(Annotated.Attributions).ToList();

        Assert.Equal([("e1", "e2"), ("e1", "e3"), ("e2", "e1")], edges.Select(e => (e.SpeakerId, e.MentionedId)));
        Assert.Equal(["a1", "a3"], edges[0].AttributionIds);
        Assert.Equal(0.9, edges[0].Confidence, 10);
        Assert.Equal(0.5, edges[1].Confidence, 10);
    }

    [Fact]
    public void The_line_has_the_form_that_is_promised()
    {
        using var output = new MemoryStream();

        ExtractJson.Write(output, "a.txt", Annotated);

        const string expected =
            """
            {"article":{"path":"a.txt","title":null,"text":"A said B and C. Then A said B."},
             "entities":[
              {"id":"e1","type":"Person","name":"A","mentions":[{"start":0,"end":1,"text":"A","kind":"name"}]},
              {"id":"e2","type":"Organisation","name":"B","mentions":[{"start":7,"end":8,"text":"B","kind":"nominal"}]},
              {"id":"e3","type":"Place","name":"C","mentions":[{"start":13,"end":14,"text":"C","kind":"pronoun"}]}],
             "attributions":[
              {"id":"a1","speaker":"e1","kind":"mixed","source":[{"start":0,"end":1,"text":"A"}],"cue":[{"start":2,"end":6,"text":"said"}],
               "content":[{"start":7,"end":14,"text":"B and C"}],"mentions":["e2","e3"],"confidence":0.5},
              {"id":"a2","speaker":null,"kind":"mixed","source":[{"start":0,"end":1,"text":"A"}],"cue":[{"start":2,"end":6,"text":"said"}],
               "content":[{"start":7,"end":14,"text":"B and C"}],"mentions":["e2"],"confidence":0.9},
              {"id":"a3","speaker":"e1","kind":"mixed","source":[{"start":0,"end":1,"text":"A"}],"cue":[{"start":2,"end":6,"text":"said"}],
               "content":[{"start":7,"end":14,"text":"B and C"}],"mentions":["e2"],"confidence":0.8},
              {"id":"a4","speaker":"e2","kind":"mixed","source":[{"start":0,"end":1,"text":"A"}],"cue":[{"start":2,"end":6,"text":"said"}],
               "content":[{"start":7,"end":14,"text":"B and C"}],"mentions":["e1"],"confidence":0.25}],
             "edges":[
              {"speaker":"e1","mentioned":"e2","attributions":["a1","a3"],"confidence":0.9},
              {"speaker":"e1","mentioned":"e3","attributions":["a1"],"confidence":0.5},
              {"speaker":"e2","mentioned":"e1","attributions":["a4"],"confidence":0.25}],
             "roles":[
              {"holder":"e1","role":"chair","of":null,"former":false,"start":0,"end":6},
              {"holder":"e1","role":"member","of":"e2","former":true,"start":0,"end":8}]}
            """;
        var line = Encoding.UTF8.GetString(output.ToArray());
        Assert.Equal('\n', line[^1]);
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(expected)), JsonSerializer.Serialize(JsonDocument.Parse(line)));
    }

    private static Attribution Said(string id, string? speaker, double confidence, params string[] mentioned) => new()
    {
        Id = id,
        SpeakerId = speaker,
        Kind = AttributionKind.Mixed,
        Source = [new TextSpan(0, 1)],
        Cue = [new TextSpan(2, 6)],
        Content = [new TextSpan(7, 14)],
        MentionedIds = mentioned,
        Confidence = confidence,
    };
}
