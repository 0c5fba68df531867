using MetaDsl.Integration.Tests.Harness;
using MetaDsl.Integration.Tests.Reference;

namespace MetaDsl.Integration.Tests.Contract;

/// <summary>
/// What the emitted meta-gradient must be, however it is computed: a class derives from this for each strategy. All numbers are doubles,
/// and a difference is relative to the largest entry.
/// </summary>
public abstract class MetaGradientContract(EmittedExperiments emitted)
{
    public static TheoryData<string> Cases => [.. MetaCase.All.Select(one => one.Declaration.Name)];

    public static TheoryData<string> SecondOrderCases =>
        [.. MetaCase.All.Where(one => !one.Declaration.IsFirstOrder).Select(one => one.Declaration.Name)];

    public static TheoryData<string> BatchedCases =>
        [.. MetaCase.All.Where(one => one.Single is not null).Select(one => one.Declaration.Name)];

    public static TheoryData<string> LineCases =>
        [.. MetaCase.All.Where(one => one.Declaration.Layers.Count == 1).Select(one => one.Declaration.Name)];

    protected abstract DerivativeStrategy Strategy { get; }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_meta_gradient_is_that_of_the_reference(string name)
    {
        var one = MetaCase.Of(name);
        var (gradient, loss) = MetaGradient(one.Declaration, one.Weights, one.Tasks);
        Close.Vectors(one.Gradient, gradient, 1e-10, one.Declaration);
        Close.Numbers(one.Declaration.Reference.QueryLoss(one.Weights, one.Tasks), loss, 1e-12, one.Declaration);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_meta_gradient_is_the_slope_of_the_adapted_query_loss(string name)
    {
        var one = MetaCase.Of(name);
        var (gradient, _) = MetaGradient(one.Declaration, one.Weights, one.Tasks);
        foreach (var (direction, slope) in one.Slopes)
        {
            var projected = gradient.Zip(direction, (left, right) => left * right).Sum();
            Close.Numbers(slope, projected, 1e-8, one.Declaration, scale: gradient.Max(Math.Abs));
        }
    }

    [Theory]
    [MemberData(nameof(SecondOrderCases))]
    public void The_exact_meta_gradient_is_not_the_first_order_one(string name)
    {
        var one = MetaCase.Of(name);
        var (gradient, _) = MetaGradient(one.Declaration, one.Weights, one.Tasks);
        var firstOrder = (one.Declaration.Reference with { IsFirstOrder = true }).MetaGradient(one.Weights, one.Tasks);
        Assert.True(Close.Distance(firstOrder, gradient) > 1e-4, $"the Hessian is left out of\n{one.Declaration}");
    }

    [Theory]
    [MemberData(nameof(BatchedCases))]
    public void The_meta_gradient_of_many_tasks_is_the_mean_over_single_ones(string name)
    {
        var one = MetaCase.Of(name);
        var (gradient, loss) = MetaGradient(one.Declaration, one.Weights, one.Tasks);
        using var single = emitted.Make(one.Single!, Strategy);
        single.Weights = one.Weights;
        var each = one.Tasks.Select(task => single.MetaGradient([task])).ToArray();
        Close.Vectors([.. gradient.Select((_, i) => each.Average(found => found.Gradient[i]))], gradient, 1e-12, one.Declaration);
        Close.Numbers(each.Average(found => found.Loss), loss, 1e-12, one.Declaration);
    }

    [Theory]
    [MemberData(nameof(LineCases))]
    public void On_linear_regression_the_meta_gradient_has_a_closed_form(string name)
    {
        var one = MetaCase.Of(name);
        var (gradient, _) = MetaGradient(one.Declaration, one.Weights, one.Tasks);
        Close.Vectors(LinearRegression.MetaGradient(one.Declaration.Reference, one.Weights, one.Tasks), gradient, 1e-10, one.Declaration);
    }

    [Fact]
    public void A_meta_gradient_changes_no_weight()
    {
        foreach (var one in MetaCase.All.Where(one => one.Kind.StartsWith("Unusual", StringComparison.Ordinal)))
        {
            using var experiment = emitted.Make(one.Declaration, Strategy);
            experiment.Weights = one.Weights;
            var first = experiment.MetaGradient(one.Tasks);
            var second = experiment.MetaGradient(one.Tasks);
            Assert.Equal(one.Weights, experiment.Weights);
            Assert.Equal(first.Gradient, second.Gradient);
        }
    }

    private (double[] Gradient, double Loss) MetaGradient(Declaration declaration, double[] weights, IReadOnlyList<RegressionTask> tasks)
    {
        using var experiment = emitted.Make(declaration, Strategy);
        experiment.Weights = weights;
        return experiment.MetaGradient(tasks);
    }
}
