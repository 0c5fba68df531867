namespace MetaDsl.Tests.Data;

public sealed class BrokenInputTests
{
    public static TheoryData<string> Names => [.. BrokenInputs.All.Select(input => input.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_broken_is_an_error_that_names_file_place_and_reason_within_bounded_memory(string name)
    {
        var (_, read, says) = BrokenInputs.All.Single(input => input.Name == name);
        using var folder = new TemporaryFolder();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var exception = Assert.Throws<DataException>(() => read(folder));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.All(says, word => Assert.Contains(word, exception.Message, StringComparison.Ordinal));
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(exception.File);

        // A bomb is built as part of the test.
        if (!name.Contains("bomb")) Assert.InRange(allocated, 0, 8_000_000);
    }

    [Fact]
    public void There_are_many_of_them() => Assert.InRange(BrokenInputs.All.Count(), 100, 1000);
}
