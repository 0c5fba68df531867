namespace MetaDsl.Tests.Data;

public sealed class OmniglotTests
{
    private static readonly ImageOptions Papers = new() { Size = new(28, 28), Invert = true };

    [OmniglotFact]
    public void The_whole_of_Omniglot_is_read_from_its_published_zip_files()
    {
        var set = new OmniglotSource(PublishedData.Omniglot!) { Images = Papers, UseCache = false }.Load();
        Assert.Equal((1623, 32_460, new ExampleShape(1, 28, 28)), (set.ClassCount, set.ExampleCount, set.Shape));
        Assert.All(Enumerable.Range(0, 1623), one => Assert.Equal(20, set.CountOf(one)));
        var split = ClassSplit.ByGroups(set, OmniglotSource.BackgroundAlphabets, test: OmniglotSource.EvaluationAlphabets);
        Assert.Equal((964, 0, 659), (split.Train.ClassCount, split.Validation.ClassCount, split.Test.ClassCount));
        Assert.Equal("Angelic", split.Test.Set.Groups[split.Test.Classes[0]]);

        // Strokes are few and bright.
        Assert.InRange(set.Bytes.ToArray().Average(pixel => pixel), 10, 40);
    }

    [OmniglotFact]
    public void A_zip_file_unpacked_gives_the_same()
    {
        using var folder = new TemporaryFolder();
        var zip = Path.Combine(PublishedData.Omniglot!, "images_background_small1.zip");
        System.IO.Compression.ZipFile.ExtractToDirectory(zip, folder.Path);
        var (packed, unpacked) = (Read(zip), Read(folder.Path));
        Assert.Equal(packed.Names, unpacked.Names);
        Assert.Equal("Greek", packed.Groups[packed.Names.ToList().IndexOf("Greek/character01")]);
        Assert.Equal(packed.Bytes.ToArray(), unpacked.Bytes.ToArray());

        static ClassSet Read(string path) => new OmniglotSource(path) { Images = Papers, UseCache = false }.Load();
    }

    [OmniglotFact]
    public void The_two_small_sets_share_alphabets_and_are_not_read_as_one()
    {
        var folder = PublishedData.Omniglot!;
        var source = new OmniglotSource(Path.Combine(folder, "images_background_small1.zip"), Path.Combine(folder, "images_background_small2.zip")) { UseCache = false };
        Assert.Contains("is also in", Assert.Throws<DataException>(() => source.Load()).Message);
    }

    [Fact]
    public void Of_a_folder_with_both_parts_both_are_read()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "images_background.zip"), Make.Zip(("images_background/Greek/character01/1.png", Png.Grey())));
        File.WriteAllBytes(Path.Combine(folder.Path, "images_evaluation.zip"), Make.Zip(("images_evaluation/Keble/character01/1.png", Png.Grey())));
        File.WriteAllText(Path.Combine(folder.Path, "images_background_small1.zip"), "not looked at");
        Assert.Equal(["Greek/character01", "Keble/character01"], new OmniglotSource(folder.Path).Load().Names);
    }
}
