using static EntityGraph.Ingestion.Tests.Texts;

namespace EntityGraph.Ingestion.Tests.Reading;

public sealed class LanguageGuessTests
{
    private readonly ArticleReader _reader = new();

    [Theory]
    [InlineData("Portuguese", "A ministra disse que não há dinheiro para a ponte e que o governo vai decidir em março. O presidente da câmara, que foi eleito no ano passado, ainda não respondeu às cartas dos moradores.")]
    [InlineData("Spanish", "La ministra dijo que no hay dinero para el puente y que el gobierno decidirá en marzo. El alcalde, que fue elegido el año pasado, todavía no ha respondido a las cartas de los vecinos.")]
    [InlineData("French", "La ministre a dit que le pont ne serait pas ouvert avant le mois de mars. Le maire, qui a été élu il y a un an, n'a pas encore répondu aux lettres des habitants de la ville.")]
    [InlineData("German", "Die Ministerin sagte, dass die Brücke bis März nicht geöffnet wird. Der Bürgermeister, der im vergangenen Jahr gewählt wurde, hat auf die Briefe der Anwohner noch nicht geantwortet.")]
    [InlineData("Italian", "La ministra ha detto che il ponte non sarà aperto prima di marzo. Il sindaco, che è stato eletto l'anno scorso, non ha ancora risposto alle lettere degli abitanti della città.")]
    [InlineData("Dutch", "De minister zei dat de brug niet voor maart open gaat. De burgemeester, die vorig jaar werd gekozen, heeft nog niet geantwoord op de brieven van de bewoners en het is ook niet zeker of hij dat zal doen.")]
    [InlineData("Swedish", "Ministern sade att bron inte öppnas före mars. Borgmästaren, som valdes förra året, har ännu inte svarat på de brev som invånarna har skickat till honom och det är inte säkert att han gör det.")]
    [InlineData("Polish", "Minister powiedziała, że most nie zostanie otwarty przed marcem. Burmistrz, który został wybrany w zeszłym roku, nie odpowiedział jeszcze na listy od mieszkańców i nie wiadomo, czy to zrobi.")]
    public void Text_in_another_language_is_refused_by_its_name(string language, string text) =>
        Assert.Equal($"test.txt: the text is {language}; only English is read", _reader.Refused(Document(text)));

    [Theory]
    [InlineData("Cyrillic", "Министр сказала, что мост не откроют до марта.")]
    [InlineData("Arabic", "قالت الوزيرة إن الجسر لن يفتح قبل مارس.")]
    [InlineData("Chinese", "部长表示，大桥在三月之前不会开放。")]
    [InlineData("Japanese", "大臣は、橋は三月まで開通しないと述べた。")]
    public void Text_in_another_script_is_refused(string script, string text) =>
        Assert.Equal($"test.txt: the text is in {script} script; only English is read", _reader.Refused(Document(text)));

    [Fact]
    public void Words_that_are_no_English_are_refused() =>
        Assert.Equal(
            "test.txt: the text does not seem to be English; only English is read",
            _reader.Refused(Document(string.Join(' ', Enumerable.Repeat("lorem ipsum dolor sit amet consectetur", 10)))));

    [Theory]
    [InlineData("Elon Musk tweeted.")]
    [InlineData("Maria da Silva de los Santos said no.")]
    [InlineData("\"La vida es un sueño y los sueños, sueños son,\" said the mayor of the town, who had read the play at school and was asked about it by the press.")]
    public void Short_or_mixed_English_is_let_through(string text) => Assert.Equal(text, _reader.One(Document(text)).Text);

    [Fact]
    public void Other_languages_can_be_allowed()
    {
        var reader = new ArticleReader(new ReadingOptions { AllowOtherLanguages = true });

        Assert.Equal("de", reader.One(Document("Die Ministerin sagte, dass die Brücke bis März nicht geöffnet wird und der Bürgermeister es weiß.")).Language);
    }
}
