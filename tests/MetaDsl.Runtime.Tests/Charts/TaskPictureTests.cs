using System.Globalization;
using System.Xml.Linq;

namespace MetaDsl.Tests;

public sealed class TaskPictureTests
{
    [Fact]
    public void A_task_of_images_shows_labels_names_support_and_some_of_the_queries()
    {
        using var german = Culture.German();
        var svg = Parse(Picture(Classes(new(1, 4, 4), ways: 3, shots: 2, queries: 7), Classes(new(1, 4, 4), 3, 2, 7)));
        Assert.Equal("Characters: 2 training tasks, seed 5", Elements(svg, "title").First().Value);
        Assert.Contains("3 classes a task, examples of 1x4x4; support above the line, queries below (5 of 7 of a class)", Texts(svg));
        Assert.Equal(2, Texts(svg).Count(text => text is "support"));
        Assert.Contains("Task 2", Texts(svg));
        Assert.All((string[])["0", "1", "2", "short"], text => Assert.Contains(text, Texts(svg)));
        Assert.Equal(2 * 3 * (2 + 5), Elements(svg, "image").Count());
        Assert.All(Elements(svg, "image"), image => Assert.Equal(("64", "64"), (Value(image, "width"), Value(image, "height"))));
        Assert.All(Elements(svg, "image"), image => Assert.Equal("image-rendering: pixelated", Value(image, "style")));
    }

    [Fact]
    public void Support_lies_above_the_line_queries_below_and_a_class_in_its_column()
    {
        var task = Classes(new(1, 2, 2), ways: 2, shots: 1, queries: 1) with { SupportLabels = [1, 0] };
        var svg = Parse(Picture(task));
        var images = Elements(svg, "image").ToArray();
        var line = double.Parse(Value(Elements(svg, "path").First(), "d").Split('M', 'L', ' ')[2], CultureInfo.InvariantCulture);

        // Column after column: the support of label 0, which is the second example, its query, then label 1.
        Assert.Equal([4, 8, 0, 12], images.Select(image => (int)Decoded(image).Pixels[0] * 15 / 255));
        Assert.Equal([true, false, true, false], images.Select(image => Number(image, "y") < line));
        Assert.Equal(Number(images[0], "x"), Number(images[1], "x"));
        Assert.True(Number(images[0], "x") < Number(images[2], "x"));
    }

    [Fact]
    public void Numbers_are_scaled_by_the_least_and_the_greatest_of_the_task_and_colours_together()
    {
        var task = new DrawnClasses
        {
            Shape = new(3, 1, 2),
            SupportX = [-2, 0, 2, 1, float.NaN, 0],
            SupportLabels = [0],
            QueryX = [2, 2, 2, -2, -2, -2],
            QueryLabels = [0],
        };
        var images = Elements(Parse(Picture(task)), "image").Select(Decoded).ToArray();

        // Planes become pixels: red, green and blue side by side.
        Assert.Equal([0, 255, 0, 128, 191, 128], images[0].Pixels.Take(6).Select(one => (int)one));
        Assert.Equal([255, 255, 0, 255, 0, 0], images[1].Pixels.Take(6).Select(one => (int)one));
        Assert.Equal((2, 1, 3), (images[0].Width, images[0].Height, images[0].Channels));
    }

    [Fact]
    public void A_task_of_one_grey_is_drawn_and_other_channels_are_named()
    {
        var flat = Classes(new(2, 2, 2), 1, 1, 0) with { SupportX = new float[8] };
        var svg = Parse(Picture(flat));
        Assert.All(Elements(svg, "image").Select(Decoded), image => Assert.Equal((1, 128), (image.Channels, image.Pixels[0])));
        Assert.Contains(Texts(svg), text => text.Contains("of 2x2x2, of which the first channel is shown", StringComparison.Ordinal));
        Assert.Contains(Texts(svg), text => text.EndsWith("no queries", StringComparison.Ordinal));
    }

    [Fact]
    public void Long_names_are_shortened_in_the_middle_and_whole_where_the_pointer_rests()
    {
        var svg = Parse(Picture(Classes(new(1, 4, 4), 2, 1, 1) with { Names = ["Alphabet/character12", "<b>&"] }));
        var name = Elements(svg, "text").Single(text => text.Elements().Any());
        Assert.Equal("Alph…er12", string.Concat(name.Nodes().OfType<XText>().Select(text => text.Value)));
        Assert.Equal("Alphabet/character12", name.Elements().Single().Value);
        Assert.Contains("<b>&", Texts(svg));
    }

    [Theory]
    [InlineData(4, 4 * 2, 0)]
    [InlineData(100, 0, 2)]
    public void Vectors_are_bars_or_if_they_are_long_curves(int length, int bars, int curves)
    {
        var svg = Parse(Picture(Classes(ExampleShape.Vector(length), 1, 1, 1)));
        Assert.Contains(Texts(svg), text => text.Contains($"examples of {length} numbers", StringComparison.Ordinal));
        Assert.Equal(bars, Elements(svg, "rect").Count(rect => Value(rect, "fill") == "#2f8fd8"));
        Assert.Equal(curves, Elements(svg, "path").Count(path => Value(path, "stroke") == "#2f8fd8"));
        Assert.Empty(Elements(svg, "image"));
    }

    [Fact]
    public void A_function_of_one_input_is_its_curve_in_order_and_its_support_points()
    {
        var svg = Parse(Picture(new DrawnFunction
        {
            Inputs = ["Time"],
            Target = "Height",
            SupportX = [1, 2],
            SupportY = [1, float.NaN],
            QueryX = [3, 1, 2, 0],
            QueryY = [3, 1, 2, 0],
        }));
        Assert.All((string[])["Task 1", "Time", "Height", "true function", "support points"], text => Assert.Contains(text, Texts(svg)));
        Assert.Contains("Height of Time; 2 support points and 4 queries a task", Texts(svg));

        // The first line of that colour is the legend's.
        var curve = Value(Elements(svg, "path").Where(path => Value(path, "stroke") == "#2f8fd8").Skip(1).Single(), "d");
        var x = curve.Split('M', 'L').Skip(1).Select(point => double.Parse(point.Split(' ')[0], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(4, x.Length);
        Assert.Equal(x.Order(), x);

        // One in the legend; the other point has no place.
        Assert.Equal(2, Elements(svg, "circle").Count());
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 3)]
    [InlineData(5, 3)]
    public void Functions_of_more_inputs_are_points(int inputs, int panels)
    {
        var svg = Parse(Picture(Function(inputs, 4, 9), Function(inputs, 4, 9)));
        Assert.Equal(2 + (2 * panels * (4 + 9)), Elements(svg, "circle").Count());
        Assert.Equal(inputs == 5, Texts(svg).Any(text => text.EndsWith("the first 3 of 5 inputs are shown", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_picture_is_a_PNG_too_of_the_same_size_twice_as_fine()
    {
        DrawnTask[][] all =
        [
            [Classes(new(1, 28, 28), 5, 1, 15)], [Classes(new(3, 8, 8), 2, 2, 2)], [Classes(ExampleShape.Vector(3), 2, 1, 1)],
            [Classes(ExampleShape.Vector(50), 2, 1, 1)], [Function(1, 5, 40)], [Function(2, 5, 40)], [Function(4, 5, 40)],
        ];
        foreach (var tasks in all)
        {
            var picture = Picture(tasks);
            var (svg, png) = (Parse(picture), Decoded(picture.ToPng()));
            Assert.Equal(2 * (int)Math.Ceiling(double.Parse(Value(svg, "width"), CultureInfo.InvariantCulture)), png.Width);
            Assert.Equal(2 * (int)Math.Ceiling(double.Parse(Value(svg, "height"), CultureInfo.InvariantCulture)), png.Height);

            // Something is drawn, and there is paper around it.
            Assert.InRange(png.Pixels.Take(3 * png.Width * png.Height).Count(one => one < 128), 1000, png.Width * png.Height);
            Assert.All(png.Pixels.Take(3 * png.Width * 20), one => Assert.Equal(255, one));
        }
    }

    [Fact]
    public void The_pixels_of_an_image_become_squares_in_a_PNG()
    {
        var task = Classes(new(1, 2, 2), 1, 1, 0) with { SupportX = [0, 1, 1, 0] };
        var svg = Elements(Parse(Picture(task)), "image").Single();
        var png = Decoded(Picture(task).ToPng());
        var (left, top) = ((int)(2 * Number(svg, "x")), (int)(2 * Number(svg, "y")));
        for (var y = 0; y < 128; y++)
        {
            for (var x = 0; x < 128; x++) Assert.Equal(x < 64 == y < 64 ? 0 : 255, png.Pixels[3 * (((top + y) * png.Width) + left + x)]);
        }
    }

    [Fact]
    public void A_PNG_keeps_every_pixel()
    {
        var random = RandomStream.From(1);
        byte[] pixels = [.. Enumerable.Range(0, 7 * 5 * 3).Select(i => (byte)random.At(i))];
        Assert.Equal(pixels, Decoded(PngEncoder.Encode(new PixelImage(7, 5, 3, pixels))).Pixels[..105]);
        Assert.Equal(pixels[..35], Decoded(PngEncoder.Encode(new PixelImage(7, 5, 1, pixels[..35]))).Pixels[..35]);
    }

    [Fact]
    public void Every_letter_of_ASCII_has_ink_of_its_own()
    {
        static string Shape(char letter) => string.Concat(
            Enumerable.Range(0, 40).Select(dot => BitmapFont.IsInk(letter, dot % 5, dot / 5) ? '#' : '.'));

        var shapes = Enumerable.Range(' ', 95).Select(letter => Shape((char)letter)).ToArray();
        Assert.Equal(95, shapes.Distinct().Count());
        Assert.All("°·…×±", letter => Assert.DoesNotContain(Shape(letter), shapes));
        Assert.Equal(Shape('ä'), Shape('\u4e2d'));
        Assert.DoesNotContain(Shape('ä'), shapes);
        Assert.Equal("....." + "..#.." + "..#.." + "#####" + "..#.." + "..#.." + "....." + ".....", Shape('+'));
    }

    [Fact]
    public void What_is_no_picture_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Picture());
        Assert.Throws<ArgumentException>(() => Picture(Function(1, 1, 1), Classes(new(1, 2, 2), 1, 1, 1)));
        var many = Enumerable.Range(0, 2000).Select(_ => Function(1, 1, 2)).ToArray();
        Assert.Contains("write an '.svg'", Assert.Throws<NotSupportedException>(() => Picture(many).ToPng()).Message);
    }

    private static TaskPicture Picture(params DrawnTask[] tasks) => TaskPicture.Of("Characters", TaskPart.Training, 5, tasks);

    /// <summary>Examples whose numbers count from 0 to 15 over and over, support first.</summary>
    private static DrawnClasses Classes(ExampleShape shape, int ways, int shots, int queries) => new()
    {
        Shape = shape,
        Names = ["short", "n1", "n2", "n3", "n4"],
        SupportX = Counting(0, ways * shots * shape.Elements),
        SupportLabels = [.. Enumerable.Range(0, ways * shots).Select(i => i / shots)],
        QueryX = Counting(ways * shots * shape.Elements, ways * queries * shape.Elements),
        QueryLabels = [.. Enumerable.Range(0, ways * queries).Select(i => i / queries)],
    };

    private static float[] Counting(long from, long count) => [.. Enumerable.Range((int)from, (int)count).Select(i => (float)(i % 16))];

    private static DrawnFunction Function(int inputs, int shots, int queries)
    {
        var random = RandomStream.From(2);
        float[] Numbers(int from, int count) => [.. Enumerable.Range(from, count).Select(i => (float)random.Normal(i))];
        return new DrawnFunction
        {
            Inputs = [.. Enumerable.Range(1, inputs).Select(i => $"X{i}")],
            Target = "Y",
            SupportX = Numbers(0, shots * inputs),
            SupportY = Numbers(1000, shots),
            QueryX = Numbers(2000, queries * inputs),
            QueryY = Numbers(3000, queries),
        };
    }

    private static XElement Parse(TaskPicture picture) => XDocument.Parse(picture.ToSvg()).Root!;

    private static IEnumerable<XElement> Elements(XElement root, string name) => root.Descendants(Svg.Namespace + name);

    private static string[] Texts(XElement root) => [.. Elements(root, "text").Select(text => text.Value)];

    private static string Value(XElement element, string attribute) => element.Attribute(attribute)!.Value;

    private static double Number(XElement element, string attribute) =>
        double.Parse(Value(element, attribute), CultureInfo.InvariantCulture);

    private static DecodedImage Decoded(XElement image) => Decoded(Convert.FromBase64String(Value(image, "href").Split(',')[1]));

    private static DecodedImage Decoded(byte[] png)
    {
        var image = new DecodedImage();
        new PngDecoder().Decode("picture", png, image);
        return image;
    }
}
