using EntityGraph.Extraction.References;

namespace EntityGraph.Extraction.Tests;

public class AnnotatorTests
{
    [Fact]
    public void A_missing_model_is_an_error_that_names_the_file()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var error = Assert.Throws<ModelException>(() => Annotator.Load(folder));
        Assert.Contains(Path.Combine(folder, "tagger.onnx"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_model_is_an_error_that_names_the_file()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        foreach (var file in Directory.EnumerateFiles(Annotator.DefaultModelFolder))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.WriteAllText(Path.Combine(folder, "tagger.onnx"), "no model");
        Assert.Contains("tagger.onnx", Assert.Throws<ModelException>(() => Annotator.Load(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_whose_needs_nobody_gives_is_refused_at_the_start()
    {
        using var tagger = EntityGraph.Extraction.Tagging.Tagger.Load(Annotator.DefaultModelFolder);
        Assert.Throws<InvalidOperationException>(Build);

        object Build() => new Annotator(tagger, AntecedentRanker.Load(Annotator.RankerFolder), [new EntityGraph.Extraction.Names.NameStage()]);
    }

    [Fact]
    public void Annotating_can_be_cancelled()
    {
        using var annotator = Annotator.Load();
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => annotator.Annotate([Article.Create("Amara Obi spoke.")], source.Token));
    }
}
