namespace MetaDsl;

/// <summary>Carries out <see cref="ImageOptions"/> on one decoded image after the other; what comes out is plane after plane.</summary>
internal sealed class ImageTransform(ImageOptions options)
{
    private readonly Resampler resampler = new();
    private byte[] planes = [];

    /// <summary>The shape that an image gets.</summary>
    public static ExampleShape ShapeOf(ImageOptions options, int channels, int height, int width)
    {
        var colors = options.Color switch { ImageColor.Grey => 1, ImageColor.Rgb => 3, _ => channels >= 3 ? 3 : 1 };
        return new ExampleShape(colors, options.Size?.Height ?? height, options.Size?.Width ?? width);
    }

    /// <summary>Writes an image of the shape that <see cref="ShapeOf"/> tells.</summary>
    public void Write(DecodedImage image, Span<byte> to)
    {
        var shape = ShapeOf(options, image.Channels, image.Height, image.Width);
        var (from, size) = (new ImageSize(image.Height, image.Width), new ImageSize(shape.Height, shape.Width));
        var (pixels, newPixels) = (image.Height * image.Width, shape.Height * shape.Width);
        if (from == size)
        {
            Separate(image, shape.Channels, to);
        }
        else
        {
            planes = Scratch.Of(planes, pixels * shape.Channels);
            Separate(image, shape.Channels, planes.AsSpan(0, pixels * shape.Channels));
            for (var channel = 0; channel < shape.Channels; channel++)
                resampler.Scale(planes.AsSpan(channel * pixels, pixels), from, to.Slice(channel * newPixels, newPixels), size);
        }

        if (!options.Invert) return;
        for (var i = 0; i < to.Length; i++) to[i] = (byte)~to[i];
    }

    /// <summary>From pixels to planes, without transparency and with as many colours as are wanted.</summary>
    private void Separate(DecodedImage image, int colors, Span<byte> to)
    {
        if (options.Background is { } background && image.Channels is 2 or 4) LayOver(image, background);
        var (pixels, count, stride) = (image.Pixels, image.Height * image.Width, image.Channels);
        var hasColor = stride >= 3;
        if (colors == 1 && hasColor)
        {
            // Pillow's weights, of 16 bits after the point.
            for (int i = 0, at = 0; i < count; i++, at += stride)
                to[i] = (byte)(((pixels[at] * 19595) + (pixels[at + 1] * 38470) + (pixels[at + 2] * 7471) + 0x8000) >> 16);
            return;
        }

        if (stride == 1 && colors == 1)
        {
            pixels.AsSpan(0, count).CopyTo(to);
            return;
        }

        for (var channel = 0; channel < colors; channel++)
        {
            var plane = to.Slice(channel * count, count);
            for (int i = 0, at = hasColor ? channel : 0; i < count; i++, at += stride) plane[i] = pixels[at];
        }
    }

    private static void LayOver(DecodedImage image, byte background)
    {
        var (pixels, stride) = (image.Pixels, image.Channels);
        for (var at = 0; at < image.Height * image.Width * stride; at += stride)
        {
            var alpha = pixels[at + stride - 1];
            for (var i = at; i < at + stride - 1; i++) pixels[i] = (byte)(((pixels[i] * alpha) + (background * (255 - alpha)) + 127) / 255);
        }
    }
}
