using MetaDsl.Integration.Tests.Reference;

namespace MetaDsl.Integration.Tests.Contract;

/// <summary>The reference is the specification, so nothing in it is believed: all its derivatives are compared with differences.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Cases => MetaGradientContract.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_meta_gradient_of_the_reference_is_the_slope_of_its_adapted_query_loss(string name)
    {
        var one = MetaCase.Of(name);
        foreach (var (direction, slope) in one.Slopes)
        {
            var projected = one.Gradient.Zip(direction, (left, right) => left * right).Sum();
            Close.Numbers(slope, projected, 1e-8, one.Declaration, scale: one.Gradient.Max(Math.Abs));
        }
    }

    [Fact]
    public void Slopes_and_curvatures_of_activations_are_their_derivatives()
    {
        Activation[] activations =
            [new Relu(), new LeakyRelu(0.2), new Elu(1.3), new Gelu(), new Silu(), new Tanh(), new Sigmoid(), new Softplus()];
        foreach (var f in activations)
        {
            for (var x = -7.05; x < 7; x += 0.1)
            {
                Assert.Equal(FiniteDifferences.Slope(step => f.At(x + step), 1e-3), f.Slope(x), 1e-11);
                Assert.Equal(FiniteDifferences.Slope(step => f.Slope(x + step), 1e-3), f.Curvature(x), 1e-11);
            }
        }
    }

    // Abramowitz and Stegun, table 26.1: Φ(1), Φ(-2), Φ(5).
    [Theory]
    [InlineData(1, 0.841344746068543)]
    [InlineData(-2, 0.022750131948179)]
    [InlineData(5, 0.999999713348428)]
    public void The_normal_distribution_of_Gelu_is_exact(double x, double chance) => Assert.Equal(chance, new Gelu().At(x) / x, 14);

    [Fact]
    public void Cases_cover_every_depth_activation_number_of_steps_order_and_size_of_meta_batch()
    {
        var all = MetaCase.All.Select(one => one.Declaration).ToArray();
        Assert.InRange(all.Length, 60, 130);
        Assert.Equal(all.Length, all.Select(one => one.Name).Distinct().Count());
        Assert.Equal([1, 2, 3, 4], all.Select(one => one.Layers.OfType<Linear>().Count()).Distinct().Order());
        Assert.Equal(
            [1, 2, 7, 40, 64],
            all.SelectMany(one => one.Layers.OfType<Linear>()).Select(linear => linear.Width).Distinct().Order());
        Assert.Equal(8, all.SelectMany(one => one.Layers.OfType<Activation>()).DistinctBy(activation => activation.GetType()).Count());
        Assert.Equal(
            12, all.Where(one => one.MetaBatch is 1 or 25).DistinctBy(one => (one.Steps, one.IsFirstOrder, one.MetaBatch)).Count());
    }
}
