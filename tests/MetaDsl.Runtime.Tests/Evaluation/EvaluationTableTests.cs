namespace MetaDsl.Tests;

public class EvaluationTableTests
{
    [Fact]
    public void The_table_shows_before_one_five_and_ten_under_every_culture()
    {
        using var german = Culture.German();
        var result = new EvaluationResult("SineMaml", [.. Enumerable.Range(0, 11).Select(steps => Row(steps, 3.0 / (1 + steps)))]);
        Assert.Equal(
            """
            SineMaml: 1 000 tasks that training has not seen

              gradient steps   mean squared error   95 % interval   median   diverged
              ──────────────   ──────────────────   ─────────────   ──────   ────────
                      before               3.0000        ± 0.0100   2.0000      0.0 %
                           1               1.5000        ± 0.0100   2.0000      0.0 %
                           5               0.5000        ± 0.0100   2.0000      0.0 %
                          10               0.2727        ± 0.0100   2.0000      0.0 %

            """,
            result.ToString());
    }

    [Fact]
    public void The_last_number_of_steps_is_always_shown()
    {
        var text = new EvaluationResult("A", [Row(0, 1), Row(1, 1), Row(2, 1), Row(3, 1)]).ToString();
        Assert.Contains("\n               3 ", text);
        Assert.DoesNotContain("\n               2 ", text);
    }

    [Fact]
    public void The_steps_that_were_trained_for_have_a_row()
    {
        var result = new EvaluationResult("A", [Row(0, 1), Row(1, 1), Row(2, 1), Row(3, 1), Row(4, 1)]) { TrainedSteps = 3 };
        var shown = result.ToString().Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault());
        Assert.Equal(["before", "1", "3", "4"], shown.Where(cell => cell is "before" || int.TryParse(cell, out _)));
    }

    [Fact]
    public void Divergence_gets_a_footnote_that_says_what_it_is()
    {
        var diverged = Row(1, double.NaN) with { Diverged = 0.004, Median = double.PositiveInfinity };
        var text = new EvaluationResult("A", [Row(0, 1), diverged]).ToString();
        Assert.Contains("NaN", text);
        Assert.Contains("∞", text);
        Assert.Contains("0.4 %", text);
        Assert.Contains("not finite, or more than 10 times that before adaptation (4 tasks at most)", text);
    }

    [Theory]
    [InlineData(Measure.Error, " before               0.5000               –   2.0000      0.0 %")]
    [InlineData(Measure.Accuracy, " before     50.0 %               –   200.0 %")]
    public void Where_there_is_no_interval_a_dash_stands_for_it(Measure measure, string line)
    {
        var result = new EvaluationResult("A", [Row(0, 0.5) with { Tasks = 1, HalfWidth = double.NaN }]) { Measure = measure };
        Assert.Contains(line + "\n", result.ToString());
        Assert.DoesNotContain("±", result.ToString());
        Assert.DoesNotContain("NaN", result.ToString());
    }

    [Fact]
    public void An_evaluation_of_nothing_says_so() =>
        Assert.Equal("A: nothing was evaluated.\n", new EvaluationResult("A", []).ToString());

    private static ErrorStatistics Row(int steps, double mean) =>
        new() { Steps = steps, Tasks = 1000, Mean = mean, HalfWidth = 0.01, Median = 2, Diverged = 0 };
}
