namespace MetaDsl;

/// <summary>
/// An image of 8 bits a channel as a decoder leaves it: pixel after pixel, of grey (1 channel), grey and alpha (2), red, green and blue
/// (3), or these and alpha (4). The array may be longer than the image: it serves one image after the other.
/// </summary>
internal sealed class DecodedImage
{
    public int Width { get; private set; }

    public int Height { get; private set; }

    public int Channels { get; private set; }

    public byte[] Pixels { get; private set; } = [];

    public void Start(int width, int height, int channels)
    {
        (Width, Height, Channels) = (width, height, channels);
        Pixels = Scratch.Of(Pixels, width * height * channels);
    }
}

/// <summary>Arrays that are used again, and grown when they must be.</summary>
internal static class Scratch
{
    public static T[] Of<T>(T[] array, int length) => array.Length >= length ? array : GC.AllocateUninitializedArray<T>(length);
}
