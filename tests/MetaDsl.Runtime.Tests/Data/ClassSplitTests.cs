namespace MetaDsl.Tests.Data;

public sealed class ClassSplitTests
{
    private static readonly ClassSet Eight = Make.Set(2, 3, 4, 2, 3, 4, 2, 3);

    [Fact]
    public void Counts_take_classes_in_the_order_of_the_set_and_leave_the_rest()
    {
        var split = ClassSplit.ByCounts(Eight, 3, 1, 2);
        Assert.Equal([0, 1, 2], split.Train.Classes);
        Assert.Equal([3], split.Validation.Classes);
        Assert.Equal([4, 5], split.Test.Classes);
    }

    [Fact]
    public void A_shuffled_split_is_the_same_for_the_same_stream_and_never_deals_a_class_twice()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var split = ClassSplit.ByCounts(Eight, 4, 2, 2, RandomStream.From(seed));
            int[] all = [.. split.Train.Classes, .. split.Validation.Classes, .. split.Test.Classes];
            Assert.Equal(Enumerable.Range(0, 8), all.Order());
            Assert.Equal(split.Train.Classes, ClassSplit.ByCounts(Eight, 4, 2, 2, RandomStream.From(seed)).Train.Classes);
        }

        Assert.NotEqual(ClassSplit.ByCounts(Eight, 4, 2, 2, RandomStream.From(1)).Train.Classes, ClassSplit.ByCounts(Eight, 4, 2, 2, RandomStream.From(2)).Train.Classes);
    }

    [Theory]
    [InlineData(0.5, 0.25, 0.25, 4, 2, 2)]
    [InlineData(1, 0, 0, 8, 0, 0)]
    [InlineData(0.3, 0.3, 0.4, 2, 3, 3)]
    [InlineData(0.25, 0, 0.25, 2, 0, 2)]
    public void Ratios_lose_no_class_to_rounding(double train, double validation, double test, int trained, int validated, int tested)
    {
        var split = ClassSplit.ByRatio(Eight, train, validation, test, RandomStream.From(1));
        Assert.Equal((trained, validated, tested), (split.Train.ClassCount, split.Validation.ClassCount, split.Test.ClassCount));
        Assert.Empty(split.Train.Classes.Intersect(split.Test.Classes));
    }

    [Fact]
    public void Groups_go_to_a_part_as_a_whole()
    {
        var split = ClassSplit.ByGroups(Eight, ["g2", "g0"], test: ["g3"]);
        Assert.Equal([0, 1, 4, 5], split.Train.Classes);
        Assert.Empty(split.Validation.Classes);
        Assert.Equal([6, 7], split.Test.Classes);
    }

    [Fact]
    public void Published_lists_name_classes_line_by_line()
    {
        var split = ClassSplit.ByLists(Eight, Make.Text("train.txt", "# published\r\nc5\r\n\r\n c1 \r\n"), test: Make.Text("test.txt", "c0"));
        Assert.Equal([1, 5], split.Train.Classes);
        Assert.Equal([0], split.Test.Classes);
    }

    [Fact]
    public void Rotations_of_a_class_stay_together_whether_they_are_made_before_or_after()
    {
        var set = ClassSet.Of(new(1, 2, 2), Make.Count(24), [1, 1, 1, 1, 1, 1]);
        var before = ClassSplit.ByCounts(set.WithRotations(), 2, 1, 3, RandomStream.From(5));
        var after = ClassSplit.ByCounts(set, 2, 1, 3, RandomStream.From(5)).WithRotations();
        Assert.Equal((8, 4, 12), (before.Train.ClassCount, before.Validation.ClassCount, before.Test.ClassCount));
        Assert.Equal(before.Train.Classes, after.Train.Classes);
        Assert.Equal(before.Test.Classes, after.Test.Classes);
        Assert.Same(after.Train.Set, after.Test.Set);
        Assert.Empty(after.Train.Classes.Select(one => one / 4).Intersect(after.Test.Classes.Select(one => one / 4)));
        Assert.Equal([4, 5, 6, 7], ClassSplit.ByLists(set.WithRotations(), Make.Text("train", "1")).Train.Classes);
    }

    [Fact]
    public void Sets_that_are_published_in_parts_may_share_no_class()
    {
        var split = ClassSplit.OfSets(Make.Set(2, 2), test: ClassSet.Of(ExampleShape.Vector(1), new byte[2], [2], ["other"]));
        Assert.Equal((2, 0, 1), (split.Train.ClassCount, split.Validation.ClassCount, split.Test.ClassCount));
        Says("'c0' is in 'train' and in 'test'", () => ClassSplit.OfSets(Make.Set(2, 2), test: Make.Set(1)));
        Says("are 2 where those of 'train' are 1", () => ClassSplit.OfSets(Make.Set(2), test: ClassSet.Of(ExampleShape.Vector(2), new byte[2], [1], ["x"])));
    }

    [Fact]
    public void What_cannot_be_split_is_an_error_that_names_split_and_counts()
    {
        Says("5 + 2 + 2 = 9 classes (train, validation, test), but there are 8", () => ClassSplit.ByCounts(Eight, 5, 2, 2));
        Says("'g1' is in 'train' and in 'test'", () => ClassSplit.ByGroups(Eight, ["g0", "g1"], test: ["g1"]));
        Says("'train' names the group 'g9', but there is none; the first of 4 are 'g0', 'g1', 'g2' and 'g3'", () => ClassSplit.ByGroups(Eight, ["g9"]));
        Says("'c1' is in 'a.txt' and in 'b.txt'", () => ClassSplit.ByLists(Eight, Make.Text("a.txt", "c1"), Make.Text("b.txt", "c0\nc1")));
        Says("'a.txt': it names no class", () => ClassSplit.ByLists(Eight, Make.Text("a.txt", "\n# none\n")));
        Says("'a.txt' names the class 'c9'", () => ClassSplit.ByLists(Eight, Make.Text("a.txt", "c9")));
        Assert.Throws<ArgumentException>(() => ClassSplit.ByRatio(Eight, 0.8, 0.1, 0.2, RandomStream.From(1)));
        Assert.Throws<ArgumentException>(() => ClassSplit.ByRatio(Eight, double.NaN, 0.1, 0.2, RandomStream.From(1)));
    }

    [Fact]
    public void A_part_with_fewer_classes_than_ways_or_a_class_with_too_few_examples_is_refused_before_the_first_task()
    {
        var split = ClassSplit.ByCounts(Eight, 5, 2, 0);
        Says("The split 'validation' has 2 classes, but a task needs 3; give 'validation' more", () => new EpisodeSampler(split.Validation, EpisodeShape.Of(3, 1, 1)));
        Says("The split 'test' has 0 classes", () => new EpisodeSampler(split.Test, EpisodeShape.Of(2, 1, 1)));
        Says("'c0' of the split 'train' has 2 examples, but a task needs 3", () => new EpisodeSampler(split.Train, EpisodeShape.Of(2, 1, 2)));
    }

    private static void Says(string words, Action action) => Assert.Contains(words, Assert.Throws<DataException>(action).Message, StringComparison.Ordinal);
}
