using System.Text.Json;

namespace EntityGraph.Evaluation;

/// <summary>
/// Reads sentences annotated with roles, JSON Lines of
/// <c>{"article", "part", "text", "start", "end", "roles": [{"holder", "role", "of", "former"}]}</c>: a paragraph, the sentence in it
/// in code points, and what it says.
/// </summary>
public static class RolesReader
{
    /// <summary>Where the sentences are in a folder of sets.</summary>
    public const string File = "roles/sentences.jsonl";

    /// <summary>Reads the sentences of one part, each an article of its own.</summary>
    /// <exception cref="GoldException">A line is malformed, or a holder does not stand in its sentence.</exception>
    public static IEnumerable<GoldArticle> Read(string path, string part)
    {
        var number = 0;
        foreach (var line in GoldLines.Of(path))
        {
            number++;
            LineForm form;
            try
            {
                form = JsonSerializer.Deserialize<LineForm>(line, JsonForm.Strict) ?? throw new GoldException($"{path} line {number}", "is empty");
            }
            catch (JsonException e)
            {
                throw new GoldException($"{path} line {number}", e.Message, e);
            }
            if (form.Part != part)
            {
                continue;
            }
            var sentence = new CodePoints(form.Text).Span(form.Start, form.End);
            foreach (var role in form.Roles.Where(r => !sentence.In(form.Text).Contains(r.Holder, StringComparison.Ordinal)))
            {
                throw new GoldException($"{path} line {number}", $"'{role.Holder}' does not stand in the sentence");
            }
            yield return new GoldArticle { Id = $"{form.Article}:{number}", Text = form.Text, Roles = [new GoldRoles(sentence, form.Roles)] };
        }
    }

    private sealed record LineForm(string Article, string Part, string Text, int Start, int End, IReadOnlyList<GoldRole> Roles);
}
