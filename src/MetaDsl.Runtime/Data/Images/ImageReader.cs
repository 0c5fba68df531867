namespace MetaDsl;

/// <summary>Decodes image files by what they start with and transforms them; each thread has one.</summary>
internal sealed class ImageReader(ImageOptions options)
{
    private readonly PngDecoder png = new();
    private readonly DecodedImage image = new();
    private readonly ImageTransform transform = new(options);

    /// <summary>Decodes a file and tells the shape that its image gets.</summary>
    public ExampleShape Decode(string name, ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(PngChunks.Signature)) png.Decode(name, file, image);
        else if (PnmDecoder.Starts(file)) PnmDecoder.Decode(name, file, image);
        else throw Unknown(name, file);
        return ImageTransform.ShapeOf(options, image.Channels, image.Height, image.Width);
    }

    /// <summary>Takes pixels from memory instead of a file.</summary>
    public void Take(ReadOnlySpan<byte> planes, ExampleShape shape)
    {
        image.Start(shape.Width, shape.Height, shape.Channels);
        var count = shape.Height * shape.Width;
        for (var channel = 0; channel < shape.Channels; channel++)
        {
            for (var i = 0; i < count; i++) image.Pixels[(i * shape.Channels) + channel] = planes[(channel * count) + i];
        }
    }

    /// <summary>Writes the image that was decoded last.</summary>
    public void Write(Span<byte> to) => transform.Write(image, to);

    private static DataException Unknown(string name, ReadOnlySpan<byte> file)
    {
        var reason = file.IsEmpty ? "it is empty" : $"it is {Guess(file)}";
        return ImageBounds.Wrong(name, 0, reason, "PNG, PPM, PGM and PBM are read; convert it, or delete it");
    }

    private static string Guess(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, ..] => "a JPEG",
        [(byte)'G', (byte)'I', (byte)'F', ..] => "a GIF",
        [(byte)'B', (byte)'M', ..] => "a BMP",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] => "a WebP",
        [(byte)'P', (byte)'7', ..] => "a PAM",
        _ => "no image that is known",
    };
}
