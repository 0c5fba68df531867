namespace MetaDsl.Tests;

public class ExperimentCatalogTests
{
    private static readonly ExperimentEntry BrokenEntry = new("Broken", typeof(Broken));
    private static readonly ExperimentCatalog Two = ExperimentCatalog.Of("Sample", typeof(Second), typeof(First));

    [Fact]
    public void Only_what_can_be_made_from_a_seed_is_an_experiment()
    {
        var catalog = ExperimentCatalog.Of(
            "Sample", typeof(First), typeof(Abstract), typeof(Generic<>), typeof(WithoutSeed), typeof(IExperiment), typeof(string));
        Assert.Equal(["First"], catalog.Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void The_experiments_of_an_assembly_are_found_by_name_order()
    {
        var names = ExperimentCatalog.Of(typeof(First).Assembly).Entries.Select(entry => entry.Name).ToArray();
        Assert.Contains("Second", names);
        Assert.Contains("FakeExperiment", names);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public void The_seed_reaches_the_constructor()
    {
        using var experiment = (FakeExperiment)Two.Find("First", "train").Create(-42);
        Assert.IsType<First>(experiment);
        Assert.Equal(-42, experiment.Seed);
    }

    [Fact]
    public void What_a_constructor_throws_comes_through_as_it_is() =>
        Assert.Equal("no device", Assert.Throws<NotSupportedException>(() => BrokenEntry.Create(1)).Message);

    [Fact]
    public void A_name_is_found_in_any_case()
    {
        Assert.Equal("First", Two.Find("First", "train").Name);
        Assert.Equal("Second", Two.Find("sECOND", "train").Name);
    }

    [Fact]
    public void With_one_experiment_no_name_is_needed() =>
        Assert.Equal("First", ExperimentCatalog.Of("Sample", typeof(First)).Find(null, "train").Name);

    [Fact]
    public void Classes_with_one_name_go_by_their_full_names()
    {
        var catalog = ExperimentCatalog.Of("Sample", typeof(Inner.First), typeof(First), typeof(Second));
        Assert.Equal(
            ["MetaDsl.Tests.ExperimentCatalogTests.First", "MetaDsl.Tests.ExperimentCatalogTests.Inner.First", "Second"],
            catalog.Entries.Select(entry => entry.Name));
        Assert.Equal(typeof(Inner.First), catalog.Find("metadsl.tests.experimentcatalogtests.inner.first", "train").Type);
    }

    [Fact]
    public void What_is_not_found_is_named_with_what_there_is()
    {
        Assert.Equal("There is no experiment 'Frist'; 'Sample' has First and Second.", Message(() => Two.Find("Frist", "train")));
        Assert.Equal(
            "'Sample' has 2 experiments; say which to train: First and Second, as in 'train First'.",
            Message(() => Two.Find(null, "train")));
        Assert.Equal(
            "'Sample' has no experiment; declare one with [Experiment<TModel, TTasks>] on a partial class, "
            + "beside [Maml], [OuterLoop] and [Evaluation].",
            Message(() => ExperimentCatalog.Of("Sample").Find("First", "train")));
    }

    private static string Message(Action action) => Assert.Throws<CommandLineException>(action).Message;

    internal class First(long seed) : FakeExperiment(seed);

    internal sealed class Second(long seed) : FakeExperiment(seed);

    internal abstract class Abstract(long seed) : FakeExperiment(seed);

    internal sealed class Generic<T>(long seed) : FakeExperiment(seed)
    {
        public override string ToString() => typeof(T).Name;
    }

    internal sealed class WithoutSeed() : FakeExperiment(1);

    internal sealed class Broken : FakeExperiment
    {
        public Broken(long seed)
            : base(seed) => throw new NotSupportedException("no device");
    }

    internal static class Inner
    {
        internal sealed class First(long seed) : FakeExperiment(seed);
    }
}
