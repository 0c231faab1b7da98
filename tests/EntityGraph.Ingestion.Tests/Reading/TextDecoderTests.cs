using System.Text;
using static EntityGraph.Ingestion.Tests.Texts;

namespace EntityGraph.Ingestion.Tests.Reading;

public sealed class TextDecoderTests
{
    private const string Text = "“It’s a façade – naïve, too,” said Zoë Müller of the café. " + Body;

    private readonly ArticleReader _reader = new();

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("windows-1252", false)]
    public void Text_in_a_common_encoding_is_read(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] content = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];

        Assert.Equal(Text, _reader.One(new Document { Name = "test.txt", Content = content }).Text);
    }

    [Fact]
    public void A_text_full_of_foreign_letters_is_read_by_what_its_bytes_look_like()
    {
        var text = string.Concat(Enumerable.Repeat("Городской совет закрыл мост до лета, сказала глава совета в понедельник. ", 5));
        var content = Encoding.GetEncoding("windows-1251").GetBytes(text);

        var article = new ArticleReader(new ReadingOptions { AllowOtherLanguages = true }).One(new Document { Name = "test.txt", Content = content });

        Assert.Equal(text, article.Text);
    }

    [Fact]
    public void A_declared_character_set_is_believed_where_it_fits()
    {
        var content = Encoding.GetEncoding("macintosh").GetBytes(Text);

        Assert.Equal(Text, _reader.One(new Document { Name = "test.txt", Content = content, MediaType = "text/plain; charset=macintosh" }).Text);
        Assert.Equal(Text, _reader.One(new Document { Name = "test.txt", Content = Encoding.UTF8.GetBytes(Text), MediaType = "text/plain; charset=latin1" }).Text);
        Assert.Equal(Text, _reader.One(new Document { Name = "test.txt", Content = Encoding.UTF8.GetBytes(Text), MediaType = "text/plain; charset=nonsense" }).Text);
    }

    [Fact]
    public void A_text_cut_in_the_middle_of_a_letter_is_still_read()
    {
        var whole = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Text, 10)) + "é");

        var article = _reader.One(new Document { Name = "test.txt", Content = whole.AsMemory(0, whole.Length - 1) });

        Assert.Contains("Zoë Müller", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_content_is_refused()
    {
        var random = new byte[20_000];
        new Random(5).NextBytes(random);
        var withoutZero = random.Select(b => b == 0 ? (byte)1 : b).ToArray();

        Assert.Equal("photo.txt: is binary, not text", _reader.Refused(new Document { Name = "photo.txt", Content = random }));
        Assert.StartsWith("photo.txt: is ", _reader.Refused(new Document { Name = "photo.txt", Content = withoutZero }), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_lost_its_letters_on_the_way_is_refused() =>
        Assert.StartsWith("test.txt: is wrongly encoded", _reader.Refused(Document(Text.Replace('a', '\uFFFD'))), StringComparison.Ordinal);

    [Fact]
    public void Quotation_marks_that_were_misread_before_do_not_make_a_text_binary() =>
        Assert.Contains("\u0093It", _reader.One(Document(Text.Replace('“', '\u0093').Replace('”', '\u0094').Replace(' ', '\u0092'))).Text, StringComparison.Ordinal);

    [Fact]
    public void Text_full_of_control_characters_is_refused() =>
        Assert.StartsWith("test.txt: is binary", _reader.Refused(Document(Text.Replace('a', '\u0002'))), StringComparison.Ordinal);
}
