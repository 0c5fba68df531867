namespace MetaDsl.Integration.Tests.Emission;

/// <summary>Numbers in a target, wherever C# allows them, become tensor code that compiles.</summary>
public sealed class TargetTests
{
    [Theory]
    [InlineData("Amplitude * Math.Sin(X - Phase) / 3")]
    [InlineData("Amplitude * X / -0.5 - Phase")]
    [InlineData("2 / (X + 6) * Amplitude - 1 / Phase")]
    [InlineData("Math.Sin(2) * X + Math.Exp(Math.Sqrt(2)) * Amplitude * Phase")]
    [InlineData("Math.Pow(X, 5) / Math.Sqrt(2) - Amplitude - Phase")]
    [InlineData("1 / 2 * X + (Amplitude - 1) * (1 - Phase) / 1e30")]
    public void Numbers_may_stand_anywhere(string target)
    {
        var source = Showcases.Sources["FiveSteps"].Replace("Amplitude * Math.Sin(X - Phase)", target);
        Assert.Contains($"/// <summary>Y = {target}</summary>", Emission.Of(source).Texts.Values.Single());
    }
}
