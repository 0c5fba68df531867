using MetaDsl.Generators.Printing;

namespace MetaDsl.Generators.Tests.Printing;

/// <summary>Text as it comes and as it is to lie in a file.</summary>
public sealed class SourceWriterTests
{
    [Theory]
    [InlineData("", "\n")]
    [InlineData("a", "a\n")]
    [InlineData("a\n", "a\n\n")]
    [InlineData("a  \n\t\n b ", "a\n\n b\n")]
    public void Lines_end_where_they_end_and_lose_trailing_blanks(string lines, string text) =>
        Assert.Equal(text, new SourceWriter().Lines(lines).ToString());

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a\n")]
    [InlineData("a\n", "a\n")]
    [InlineData("a\n\nb\n\n", "a\n\nb\n")]
    public void Statements_bring_their_own_line_end_and_may_be_none(string statements, string text) =>
        Assert.Equal(text, new SourceWriter().Statements(statements).ToString());

    [Fact]
    public void What_an_unbroken_writer_holds_is_broken_where_it_is_written()
    {
        var call = $"Call({string.Join(", ", Enumerable.Range(0, 40).Select(i => $"argument{i}"))});";
        var unbroken = SourceWriter.Unbroken().Lines(call).ToString();
        Assert.Equal(call + "\n", unbroken);
        var (direct, indirect) = (new SourceWriter(), new SourceWriter());
        direct.Block("void Method()", () => direct.Lines(call));
        indirect.Block("void Method()", () => indirect.Statements(unbroken));
        Assert.Equal(direct.ToString(), indirect.ToString());
        Assert.All(direct.ToString().Split('\n'), line => Assert.True(line.Length <= 140, line));
    }
}
