namespace MetaDsl.Tests;

public class ProgressLineTests
{
    private readonly StringWriter output = new() { NewLine = "\n" };

    [Fact]
    public void A_terminal_gets_one_line_that_is_written_over()
    {
        using var german = Culture.German();
        var line = new ProgressLine(Console(isInteractive: true, width: 120));
        line.Report(new TrainingProgress(35_000, 70_000, 0.51234, 30, 1150));
        line.Report(new TrainingProgress(70_000, 70_000, 0.4, 61, 1100));
        line.End();
        line.End();
        Assert.Equal(
            "\r[██████████··········] 35 000 of 70 000   loss 0.5123   1 150 iterations/s   30 s left"
            + "\r[████████████████████] 70 000 of 70 000   loss 0.4000   1 100 iterations/s   took 1 min 01 s"
            + "\n",
            output.ToString());
    }

    [Fact]
    public void A_shorter_line_covers_the_longer_one_before_it()
    {
        var line = new ProgressLine(Console(isInteractive: true, width: 120));
        line.Report(new TrainingProgress(10, 100_000, 1, 1, 1));
        var longer = output.ToString().Length;
        line.Report(new TrainingProgress(90, 100, 1, 1, 100));
        Assert.Equal(2 * longer, output.ToString().Length);
    }

    [Fact]
    public void A_line_never_reaches_the_terminal_s_edge()
    {
        var line = new ProgressLine(Console(isInteractive: true, width: 40));
        line.Report(new TrainingProgress(35_000, 70_000, 0.5, 30, 1150));
        Assert.Equal(1 + 39, output.ToString().Length);
    }

    [Fact]
    public void A_file_gets_whole_lines()
    {
        var line = new ProgressLine(Console(isInteractive: false));
        line.Report(new TrainingProgress(1, 4, double.NaN, 30, 0));
        line.Report(new TrainingProgress(2, 4, 0.25, 30, 0.5));
        line.Report(new EvaluationProgress(1, 2));
        line.End();
        line.Clear();
        Assert.Equal(
            "[█████···············] 1 of 4   loss –   0 iterations/s   30 s so far\n"
            + "[██████████··········] 2 of 4   loss 0.2500   0.5 iterations/s   4 s left\n",
            output.ToString());
    }

    [Fact]
    public void Clearing_leaves_no_trace()
    {
        var line = new ProgressLine(Console(isInteractive: true));
        line.Report(new EvaluationProgress(1, 2));
        line.Clear();
        var parts = output.ToString().Split('\r');
        Assert.Equal("[██████████··········] 1 of 2 tasks", parts[1]);
        Assert.Equal(new string(' ', parts[1].Length), parts[2]);
        Assert.Equal("", parts[3]);
    }

    [Fact]
    public void Reading_is_shown_by_the_names_of_files_and_leaves_no_trace()
    {
        var line = new ProgressLine(Console(isInteractive: true));
        line.Report(new DataProgress("data/images_background.zip, data/b.zip", 12_000, 19_280));
        line.Report(new DataProgress("data/images_background.zip, data/b.zip", 19_280, 19_280));
        line.End();
        var parts = output.ToString().Split('\r');
        Assert.Equal("reading images_background.zip, b.zip: 12 000 of 19 280", parts[1]);
        Assert.Equal("reading images_background.zip, b.zip: 19 280 of 19 280", parts[2]);
        Assert.Equal(["", new string(' ', parts[1].Length), ""], [parts[0], .. parts[3..]]);
    }

    [Fact]
    public void Reading_that_fails_leaves_no_trace_either_and_a_file_gets_none_of_it()
    {
        var line = new ProgressLine(Console(isInteractive: true));
        line.Report(new DataProgress("a.zip", 1, 2));
        line.End();
        Assert.EndsWith("\r", output.ToString());
        output.GetStringBuilder().Clear();
        new ProgressLine(Console(isInteractive: false)).Report(new DataProgress("a.zip", 1, 2));
        Assert.Equal("", output.ToString());
    }

    private AppConsole Console(bool isInteractive, int width = 80) => new()
    {
        Out = output,
        Error = output,
        IsInteractive = isInteractive,
        Width = width,
        WorkingFolder = "",
        ProgramFolder = "",
    };
}
