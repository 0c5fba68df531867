namespace MetaDsl.Tests;

public class ArgumentsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    [InlineData("train --seed --help")]
    public void Help_is_shown_when_asked_for_and_when_nothing_is(string line) => Assert.Equal("help", Parse(line).Command);

    [Fact]
    public void Every_option_is_read()
    {
        var expected = ("train", "SineMaml", 500, -7L, 50, true, "out dir");
        string[][] spellings =
        [
            ["train", "SineMaml", "--iterations", "500", "--seed", "-7", "--tasks", "50", "--quick", "--output", "out dir"],
            ["train", "--quick", "--output=out dir", "--tasks=50", "--seed=-7", "--iterations=500", "SineMaml"],
        ];
        foreach (var spelling in spellings)
        {
            var a = Arguments.Parse(spelling);
            Assert.Equal(expected, (a.Command, a.Experiment, a.Iterations, a.Seed, a.Tasks, a.Quick, a.Output));
        }
    }

    [Fact]
    public void Without_options_the_declaration_holds_and_the_seed_is_one()
    {
        var a = Parse("train");
        Assert.Equal((null, null, 1L, null, false, "artifacts"), (a.Experiment, a.Iterations, a.Seed, a.Tasks, a.Quick, a.Output));
    }

    [Fact]
    public void Parts_data_and_counts_are_read()
    {
        var a = Parse("tasks show SineMaml --count 7 --part validation --data there --seed 3 --output t.png");
        Assert.Equal(("tasks show", "SineMaml", 7, TaskPart.Validation), (a.Command, a.Experiment, a.Count, a.Part));
        Assert.Equal(("there", 3L, "t.png"), (a.Data, a.Seed, a.Output));
        Assert.Equal((4, TaskPart.Training, null), (Parse("tasks show").Count, Parse("tasks show").Part, Parse("tasks show").Data));
        a = Parse("evaluate --on=training --data=d");
        Assert.Equal((TaskPart.Training, "d"), (a.On, a.Data));
        Assert.Equal((TaskPart.Test, null), (Parse("train").On, Parse("train").Data));
    }

    [Fact]
    public void The_greatest_numbers_are_read()
    {
        Assert.Equal(int.MaxValue, Parse("train --iterations 2147483647").Iterations);
        Assert.Equal(long.MinValue, Parse("train --seed -9223372036854775808").Seed);
    }

    [Fact]
    public void A_value_may_hold_an_equals_sign() => Assert.Equal("a=b", Parse("train --output=a=b").Output);

    [Theory]
    [InlineData("trian", "There is no command 'trian'; use one of evaluate, help, inspect, list, tasks show and train.")]
    [InlineData("Train", "There is no command 'Train'; use one of evaluate, help, inspect, list, tasks show and train.")]
    [InlineData("--seed 1", "There is no command '--seed'; use one of evaluate, help, inspect, list, tasks show and train.")]
    [InlineData("list SineMaml", "'list' takes no 'SineMaml'; write it alone.")]
    [InlineData("list --seed 1", "'list' has no option '--seed'; it has none.")]
    [InlineData("inspect --quick", "'inspect' has no option '--quick'; it has --seed.")]
    [InlineData("evaluate --iterations 5", "'evaluate' has no option '--iterations'; it has --seed, --tasks, --on, --quick and --data.")]
    [InlineData(
        "train -seed 5",
        "'train' has no option '-seed'; it has --iterations, --seed, --tasks, --on, --quick, --data and --output.")]
    [InlineData("train -", "'train' has no option '-'; it has --iterations, --seed, --tasks, --on, --quick, --data and --output.")]
    [InlineData("train a b", "'train' takes one experiment, but 'a' and 'b' are given; leave one out.")]
    [InlineData("train --seed", "'--seed' needs a value, as in '--seed 1'.")]
    [InlineData("train --seed=", "'--seed' needs a value, as in '--seed 1'.")]
    [InlineData("train --iterations --quick", "'--iterations' needs a value, as in '--iterations 1000'.")]
    [InlineData("train --seed 1 --seed 2", "'--seed' is given twice; give it once.")]
    [InlineData("train --quick --quick", "'--quick' is given twice; give it once.")]
    [InlineData("train --quick=yes", "'--quick' takes no value; write it alone.")]
    [InlineData("train --iterations 0", "'--iterations' is '0'; use a whole number from 1 to 2147483647.")]
    [InlineData("train --iterations -5", "'--iterations' is '-5'; use a whole number from 1 to 2147483647.")]
    [InlineData("train --iterations 1.000", "'--iterations' is '1.000'; use a whole number from 1 to 2147483647.")]
    [InlineData("train --iterations 2147483648", "'--iterations' is '2147483648'; use a whole number from 1 to 2147483647.")]
    [InlineData("train --tasks many", "'--tasks' is 'many'; use a whole number from 1 to 1073741824.")]
    [InlineData("evaluate --tasks 2147483647", "'--tasks' is '2147483647'; use a whole number from 1 to 1073741824.")]
    [InlineData("tasks", "'tasks' does nothing alone; write 'tasks show'.")]
    [InlineData("tasks draw", "There is no command 'tasks draw'; use one of evaluate, help, inspect, list, tasks show and train.")]
    [InlineData("tasks show --tasks 4", "'tasks show' has no option '--tasks'; it has --count, --part, --seed, --data and --output.")]
    [InlineData("tasks show --count 0", "'--count' is '0'; use a whole number from 1 to 1000.")]
    [InlineData("tasks show --count 1001", "'--count' is '1001'; use a whole number from 1 to 1000.")]
    [InlineData("tasks show --part Test", "'--part' is 'Test'; use training, validation or test.")]
    [InlineData("tasks show --part", "'--part' needs a value, as in '--part test'.")]
    [InlineData("tasks show --count", "'--count' needs a value, as in '--count 4'.")]
    [InlineData("tasks show a b", "'tasks show' takes one experiment, but 'a' and 'b' are given; leave one out.")]
    [InlineData("train --on tests", "'--on' is 'tests'; use training, validation or test.")]
    [InlineData("train --on", "'--on' needs a value, as in '--on validation'.")]
    [InlineData("evaluate --data", "'--data' needs a value, as in '--data path/to/data'.")]
    [InlineData("inspect --data x", "'inspect' has no option '--data'; it has --seed.")]
    [InlineData("train --seed 0x1", "'--seed' is '0x1'; use a whole number from -9223372036854775808 to 9223372036854775807.")]
    public void What_is_wrong_is_named_with_the_way_out(string line, string message)
    {
        using var german = Culture.German();
        Assert.Equal(message, Assert.Throws<CommandLineException>(() => Parse(line)).Message);
    }

    [Fact]
    public void Any_junk_is_either_understood_or_refused_and_never_crashes()
    {
        string[] words =
        [
            "train", "list", "tasks", "show", "--part",
            "--seed", "--seed=", "=", "-", "--", "", " ", "--quick", "ä\0", "--output", "1", "-1", "--=5",
            "99999999999999999999",
        ];
        var stream = RandomStream.From(1);
        for (var i = 0; i < 20_000; i++)
        {
            var round = stream.Split(i);
            string[] line = [.. Enumerable.Range(0, (int)(round.At(0) % 6)).Select(n => words[round.At(n + 1) % (ulong)words.Length])];
            var exception = Record.Exception(() => Arguments.Parse(line));
            Assert.True(exception is null or CommandLineException, $"{string.Join('|', line)}: {exception}");
        }
    }

    private static Arguments Parse(string line) => Arguments.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
