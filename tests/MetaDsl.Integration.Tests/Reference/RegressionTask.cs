namespace MetaDsl.Integration.Tests.Reference;

/// <summary>Examples of a function: what goes in and what should come out, each [example][number].</summary>
internal sealed record Examples(double[][] X, double[][] Y)
{
    public int Count => X.Length;
}

/// <summary>A task: the examples from which a learner adapts, and those on which it is judged.</summary>
internal sealed record RegressionTask(Examples Support, Examples Query);
