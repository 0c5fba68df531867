namespace MetaDsl.Tests.Data;

public sealed class NormalizationTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_mean_and_deviation_of_bytes_are_those_of_all_pixels_of_a_channel_in_the_unit_interval()
    {
        var (shape, random) = (new ExampleShape(3, 5, 7), RandomStream.From(1));
        byte[] bytes = [.. Enumerable.Range(0, 3 * 35 * 20).Select(i => (byte)(random.At(i) % (ulong)(60 + (80 * (i / 35 % 3)))))];
        var set = ClassSet.Of(shape, bytes, [3, 9, 1, 7]);
        var part = ClassSplit.ByCounts(set, 2, 1, 1).Train;
        AssertNormalizes(Normalization.Of(part), part, row => [.. set.BytesOf(row).ToArray().Select(one => one / 255.0)]);
        var all = ClassPart.AllOf(set);
        AssertNormalizes(Normalization.Of(all), all, row => [.. set.BytesOf(row).ToArray().Select(one => one / 255.0)]);
        Assert.NotEqual(Normalization.Of(part).MeanOf(0), Normalization.Of(all).MeanOf(0));
    }

    [Fact]
    public void Floats_are_not_scaled_and_a_large_offset_costs_no_digits()
    {
        var random = RandomStream.From(2);
        float[] floats = [.. Enumerable.Range(0, 2 * 400).Select(i => (float)(((i & 1) == 0 ? 1e6 : -3) + random.Normal(i)))];
        var set = ClassSet.Of(ExampleShape.Vector(2), floats, [100, 300]);
        var normalization = Normalization.Of(ClassPart.AllOf(set));
        Assert.Equal(1, normalization.Scale);
        AssertNormalizes(normalization, ClassPart.AllOf(set), row => [.. set.FloatsOf(row).ToArray().Select(one => (double)one)]);
        Assert.InRange(normalization.DeviationOf(0), 0.9, 1.1);
    }

    [Fact]
    public void A_channel_that_is_the_same_everywhere_is_divided_by_one()
    {
        var set = ClassSet.Of(new(2, 1, 2), [51, 51, 0, 255, 51, 51, 0, 255], [2]);
        var normalization = Normalization.Of(ClassPart.AllOf(set));
        Assert.Equal([1, 0.5], normalization.Deviation);
        Assert.Equal([0.2, 0.5], normalization.Mean.Select(mean => Math.Round(mean, 12)));
        var tenths = ClassSet.Of(new(1, 1, 7), [.. Enumerable.Repeat(0.1f, 7 * 30)], [30]);
        Assert.Equal([1.0], Normalization.Of(ClassPart.AllOf(tenths)).Deviation);
    }

    [Fact]
    public void A_set_on_disk_has_the_same_to_the_last_bit_as_one_in_memory()
    {
        var zip = Path.Combine(folder.Path, "a.zip");
        File.WriteAllBytes(zip, Make.Zip([.. Enumerable.Range(0, 30).Select(i => ($"c{i % 3}/{i}.png", Png.Grey(20, 20, 7 * i)))]));
        var source = new ImageFolderSource(zip);
        var memory = ClassSplit.ByCounts(source.Load().WithRotations(), 2, 0, 1);
        var disk = ClassSplit.ByCounts(source.LoadOnDisk().WithRotations(), 2, 0, 1);
        var (expected, found) = (Normalization.Of(memory.Train), Normalization.Of(disk.Train));
        Assert.Equal(expected.Mean, found.Mean);
        Assert.Equal(expected.Deviation, found.Deviation);
        Assert.Equal(expected.Deviation, new ImageFolderSource(zip) { Normalization = found }.Load().Normalization.Deviation);
    }

    [Fact]
    public void What_has_no_mean_is_refused()
    {
        var set = Make.Set(2, 2);
        var empty = ClassSplit.ByCounts(set, 2, 0, 0).Test;
        Assert.StartsWith("The split 'test' has no classes", Assert.Throws<DataException>(() => Normalization.Of(empty)).Message);
        var broken = ClassPart.AllOf(ClassSet.Of(ExampleShape.Vector(1), [1f, float.NaN], [1, 1], ["a", "b"]));
        Assert.Contains("class 'b' has a number that is not finite", Assert.Throws<DataException>(() => Normalization.Of(broken)).Message);
        Assert.ThrowsAny<OperationCanceledException>(() => Normalization.Of(ClassPart.AllOf(set), new CancellationToken(canceled: true)));
    }

    /// <summary>Compares with the definition: the mean first, then the mean of the squared differences.</summary>
    private static void AssertNormalizes(Normalization found, ClassPart part, Func<int, double[]> example)
    {
        var shape = part.Set.Shape;
        var pixels = shape.Height * shape.Width;
        var rows = part.Classes.SelectMany(one => Enumerable.Range(part.Set.Starts[one], part.Set.CountOf(one)));
        var examples = rows.Select(example).ToArray();
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            var numbers = examples.SelectMany(numbers => numbers.Skip(channel * pixels).Take(pixels)).ToArray();
            var mean = numbers.Average();
            Assert.Equal(mean, found.MeanOf(channel), 1e-12 * Math.Max(1, Math.Abs(mean)));
            Assert.Equal(Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean))), found.DeviationOf(channel), 1e-9);
        }
    }
}
