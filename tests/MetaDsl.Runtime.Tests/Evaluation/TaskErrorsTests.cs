namespace MetaDsl.Tests;

public class TaskErrorsTests
{
    [Fact]
    public void Batches_are_put_together_in_order()
    {
        var errors = new TaskErrors(tasks: 4, steps: 1);
        errors.Add(0, [1f, 1f]);
        errors.Add(1, [0.5f, 20f]);
        errors.Add(0, [3.0, 3.0]);
        errors.Add(1, [20.0, 0.5]);

        var result = errors.ToResult("Sine");
        Assert.Equal("Sine", result.Experiment);
        Assert.Equal([0, 1], result.Rows.Select(row => row.Steps));
        Assert.Equal(2, result.After(0).Mean, 14);
        Assert.Equal(10.25, result.After(1).Mean, 14);
        Assert.Equal(0.25, result.After(1).Diverged); // 20 is more than ten times 1, but not 3
    }

    [Fact]
    public void Missing_tasks_are_an_error()
    {
        var errors = new TaskErrors(tasks: 3, steps: 1);
        errors.Add(0, [1f, 1f, 1f]);
        errors.Add(1, [1f, 1f]);
        Assert.Equal(
            "Only 2 of 3 tasks have an error after 1 step; add the rest first.",
            Assert.Throws<InvalidOperationException>(() => errors.ToResult("Sine")).Message);
    }

    [Fact]
    public void Too_many_tasks_or_steps_are_an_error_and_change_nothing()
    {
        var errors = new TaskErrors(tasks: 2, steps: 0);
        errors.Add(0, [1f]);
        Assert.Contains("there are only 2 tasks", Assert.Throws<ArgumentException>(() => errors.Add(0, [1f, 1f])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => errors.Add(1, [1f]));
        Assert.Throws<ArgumentOutOfRangeException>(() => errors.Add(-1, [1f]));
        errors.Add(0, [2f]);
        Assert.Equal(1.5, errors.ToResult("Sine").After(0).Mean, 14);
    }

    [Fact]
    public void No_task_or_a_negative_number_of_steps_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("tasks", () => new TaskErrors(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => new TaskErrors(1, -1));
    }

    [Theory]
    [InlineData(int.MaxValue, 10, "tasks", "'EvaluationOptions.Tasks' is 2147483647, but ")]
    [InlineData(1 << 30, 1_000_000, "tasks", "'EvaluationOptions.Tasks' is 1073741824, but ")]
    [InlineData(1, int.MaxValue, "steps", "'EvaluationOptions.Steps' is 2147483647, but ")]
    [InlineData(int.MaxValue, int.MaxValue, "steps", "'EvaluationOptions.Steps' is 2147483647, but ")]
    public void More_errors_than_memory_holds_are_refused_with_the_most_it_does(int tasks, int steps, string parameter, string message)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(parameter, () => new TaskErrors(tasks, steps));
        Assert.StartsWith(message, exception.Message);
        Assert.Matches($"but memory holds the errors .* at most [1-9][0-9 ]* {parameter}.*; use no more\\.", exception.Message);
    }

    [Fact]
    public void The_most_that_memory_holds_is_not_too_much()
    {
        var most = TaskErrors.MostTasks(steps: 10);
        Assert.Null(TaskErrors.WhyTooMany(most, steps: 10));
        Assert.NotNull(TaskErrors.WhyTooMany(most + 1, steps: 10));
        Assert.InRange(most, 1_000_000, TaskErrors.MostOfAnyMemory);
    }

    [Fact]
    public void A_row_that_is_not_there_names_those_that_are()
    {
        var errors = new TaskErrors(tasks: 1, steps: 1);
        errors.Add(0, [1f]);
        errors.Add(1, [1f]);
        var exception = Assert.Throws<ArgumentOutOfRangeException>("steps", () => errors.ToResult("Sine").After(5));
        Assert.Contains("'Sine' was evaluated after 0 and 1 steps; ask for more with 'EvaluationOptions.Steps'.", exception.Message);
    }
}
