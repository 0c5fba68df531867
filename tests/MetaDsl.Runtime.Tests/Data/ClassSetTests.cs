namespace MetaDsl.Tests.Data;

public sealed class ClassSetTests
{
    [Fact]
    public void Turned_copies_are_classes_of_their_own_with_the_right_pixels()
    {
        var set = ClassSet.Of(new(2, 2, 2), Make.Count(24), [2, 1], ["a", "b"], ["g", "h"]).WithRotations();
        Assert.Equal(["a", "a (90°)", "a (180°)", "a (270°)", "b", "b (90°)", "b (180°)", "b (270°)"], set.Names);
        Assert.Equal(["g", "g", "g", "g", "h", "h", "h", "h"], set.Groups);
        Assert.Equal([0, 2, 4, 6, 8, 9, 10, 11, 12], set.Starts.ToArray());
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], set.BytesOf(0).ToArray());
        Assert.Equal([1, 3, 0, 2, 5, 7, 4, 6], set.BytesOf(2).ToArray());
        Assert.Equal([3, 2, 1, 0, 7, 6, 5, 4], set.BytesOf(4).ToArray());
        Assert.Equal([2, 0, 3, 1, 6, 4, 7, 5], set.BytesOf(6).ToArray());
        Assert.Equal([9, 11, 8, 10, 13, 15, 12, 14], set.BytesOf(3).ToArray());
        Assert.Equal(4, set.Rotations);
        Assert.Throws<InvalidOperationException>(set.WithRotations);
    }

    [Fact]
    public void Only_square_images_can_be_turned()
    {
        Assert.Contains("1x2x3", Assert.Throws<DataException>(() => ClassSet.Of(new(1, 2, 3), new byte[6], [1]).WithRotations()).Message);
        Assert.Throws<DataException>(() => ClassSet.Of(ExampleShape.Vector(4), new float[4], [1]).WithRotations());
    }

    [Fact]
    public void Floats_are_turned_too() =>
        Assert.Equal([1f, 3f, 0f, 2f], ClassSet.Of(new(1, 2, 2), [0f, 1f, 2f, 3f], [1]).WithRotations().FloatsOf(1).ToArray());

    [Fact]
    public void Rows_are_copied_side_by_side()
    {
        var set = ClassSet.Of(ExampleShape.Vector(2), Make.Count(8), [4]);
        var to = new byte[4];
        set.CopyRows([3, 1], to);
        Assert.Equal([6, 7, 2, 3], to);
        Assert.Throws<InvalidOperationException>(() => set.Floats);
    }

    [Fact]
    public void Small_classes_can_be_left_out()
    {
        var set = Make.Set(3, 1, 2).WithAtLeast(2);
        Assert.Equal(["c0", "c2"], set.Names);
        Assert.Equal([0, 1, 2, 4, 5], set.Bytes.ToArray());
    }

    [Fact]
    public void Labels_from_memory_make_classes()
    {
        var set = ClassSet.OfLabelled(ExampleShape.Vector(1), [1f, 2f, 3f], [5, -1, 5]);
        Assert.Equal(["-1", "5"], set.Names);
        Assert.Equal([2f, 1f, 3f], set.Floats.ToArray());
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        var shape = new ExampleShape(1, 2, 2);
        Assert.Throws<ArgumentException>(() => ClassSet.Of(shape, new byte[7], [2]));
        Assert.Throws<ArgumentException>(() => ClassSet.Of(shape, new byte[8], [2, 0]));
        Assert.Throws<ArgumentException>(() => ClassSet.Of(shape, new byte[8], [2], ["a", "b"]));
        Assert.Throws<ArgumentException>(() => ClassSet.Of(shape, new byte[8], [1, 1], ["a", "a"]));
        Assert.Throws<ArgumentException>(() => ClassSet.Of(new(0, 2, 2), Array.Empty<byte>(), []));
        Assert.Throws<ArgumentException>(() => ClassSet.OfLabelled(shape, new byte[8], [1]));
    }

    [Fact]
    public void Normalization_is_recorded_and_must_fit_the_channels()
    {
        var zip = Make.Zip(("a/1.png", Png.Grey()));
        ClassSet Load(Normalization normalization) => new ImageFolderSource(Make.File("a.zip", zip)) { Normalization = normalization }.Load();
        var recorded = Load(new Normalization(0.5) { Mean = [1] }).Normalization;
        Assert.Equal((1, 1, 1), (recorded.MeanOf(0), recorded.MeanOf(2), recorded.DeviationOf(0)));
        Assert.Throws<ArgumentException>(() => Load(new Normalization(0)));
        Assert.Throws<ArgumentException>(() => Load(new Normalization(1) { Mean = [1, 2, 3] }));
        Assert.Throws<ArgumentException>(() => Load(new Normalization(1) { Deviation = [0] }));
    }
}
