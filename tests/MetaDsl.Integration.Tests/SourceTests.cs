using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Integration.Tests;

/// <summary>What <c>.editorconfig</c> asks of the sources and no build checks.</summary>
public class SourceTests
{
    private const int Columns = 140;

    [Fact]
    public void No_line_of_a_source_is_longer_than_140_columns()
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var tooLong = files
            .SelectMany(file => Repository.Read(file).Split('\n').Select((line, i) => (Place: $"{file}:{i + 1}", line.Length)))
            .Where(line => line.Length > Columns)
            .Select(line => $"{line.Place} has {line.Length} columns")
            .ToArray();
        Assert.NotEmpty(files);
        Assert.True(tooLong.Length == 0, string.Join('\n', tooLong));
    }
}
