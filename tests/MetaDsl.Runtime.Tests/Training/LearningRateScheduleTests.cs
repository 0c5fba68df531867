namespace MetaDsl.Tests;

public class LearningRateScheduleTests
{
    [Fact]
    public void A_constant_rate_stays() => Assert.Equal(0.001, LearningRateSchedule.Constant(0.001));

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(25, 0.17071067811865476)] // 0.1 (1 + √½)
    [InlineData(50, 0.1)]
    [InlineData(75, 0.029289321881345254)]
    [InlineData(100, 0)]
    [InlineData(1000, 0)]
    public void A_cosine_falls_from_the_rate_to_zero_and_stays_there(long iteration, double rate) =>
        Assert.Equal(rate, LearningRateSchedule.Cosine(0.2, iteration, 100), 15);

    [Theory]
    [InlineData(0, 0.8)]
    [InlineData(9, 0.8)]
    [InlineData(10, 0.4)]
    [InlineData(19, 0.4)]
    [InlineData(35, 0.1)]
    public void Steps_multiply_by_the_decay_after_every_period(long iteration, double rate) =>
        Assert.Equal(rate, LearningRateSchedule.Step(0.8, iteration, 10, 0.5), 15);

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("iterations", () => LearningRateSchedule.Cosine(1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("iteration", () => LearningRateSchedule.Cosine(1, -1, 10));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => LearningRateSchedule.Step(1, 0, 0, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("iteration", () => LearningRateSchedule.Step(1, -1, 10, 0.5));
    }
}
