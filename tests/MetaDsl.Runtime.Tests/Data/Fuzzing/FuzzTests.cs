namespace MetaDsl.Tests.Data;

public sealed class FuzzTests
{
    public static TheoryData<string> Names => [.. FuzzTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_a_file_says_it_is_read_or_refused_soon_and_in_little_memory(string name)
    {
        var result = Fuzzer.Run(FuzzTarget.All.Single(target => target.Name == name), seed: 1, isEnough: number => number == 3000);
        Assert.True(result.Failure is null, result.Failure);
        Assert.Equal(3000, result.Cases);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_files_that_are_mutated_are_read_as_they_are(string name)
    {
        var target = FuzzTarget.All.Single(target => target.Name == name);
        Assert.All(target.Seeds, target.Read);
    }
}
