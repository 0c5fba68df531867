namespace MetaDsl.Tests;

public sealed class GeneratedFileTests : IDisposable
{
    private const string Hint = "MetaDsl.Tests.GeneratedFileTests.Nested.g.cs";
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void It_lies_below_obj_of_the_project_whose_output_runs()
    {
        folder.Write("Sample/Sample.csproj");
        var file = folder.Write($"Sample/obj/Debug/net10.0/generated/MetaDsl.Generators/MetaDsl.MetaDslGenerator/{Hint}");
        Assert.Equal(file, Find("Sample/bin/Debug/net10.0"));
        Assert.Equal(file, Find("Sample/bin/Release/net10.0/linux-x64/publish"));
    }

    [Fact]
    public void The_newest_of_several_configurations_is_taken()
    {
        folder.Write("Sample.csproj");
        var debug = folder.Write($"obj/Debug/{Hint}");
        var release = folder.Write($"obj/Release/{Hint}");
        File.SetLastWriteTimeUtc(debug, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(release, Find("bin/Debug/net10.0"));
        File.SetLastWriteTimeUtc(release, new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(debug, Find("bin/Debug/net10.0"));
    }

    [Fact]
    public void It_is_found_where_the_project_puts_generated_files_elsewhere()
    {
        folder.Write("Sample.csproj");
        var file = folder.Write($"Generated/{Hint}");
        Assert.Equal(file, Find("bin/Debug/net10.0"));
    }

    [Fact]
    public void It_is_found_in_the_layout_of_a_common_artifacts_folder()
    {
        var file = folder.Write($"artifacts/obj/Sample/debug/generated/{Hint}");
        Assert.Equal(file, Find("artifacts/bin/Sample/debug"));
    }

    [Fact]
    public void Another_project_s_file_is_not_taken()
    {
        folder.Write("Sample/Sample.csproj");
        folder.Write($"obj/{Hint}");
        Assert.Null(Find("Sample/bin/Debug/net10.0"));
    }

    [Fact]
    public void Where_there_is_none_the_answer_says_how_to_get_one()
    {
        Assert.Null(GeneratedFile.Find(typeof(Nested), Path.Combine(folder.Path, "is", "not", "there")));
        Assert.Equal(
            $"Not on disk. Build with 'dotnet build -p:EmitCompilerGeneratedFiles=true' and look below obj/ for '{Hint}'; "
            + "in an editor, 'go to definition' on 'Nested' opens it.",
            GeneratedFile.HowToEmit(typeof(Nested)));
    }

    public void Dispose() => folder.Dispose();

    private string? Find(string programFolder) =>
        GeneratedFile.Find(typeof(Nested), Directory.CreateDirectory(Path.Combine(folder.Path, programFolder)).FullName);

    private static class Nested;
}
