using System.Buffers.Binary;
using System.Text;
using MetaDsl.Tests;

namespace MetaDsl.Integration.Tests.Behaviour;

/// <summary>
/// Small files of every kind with the same eight classes of six examples each. All numbers of an example are one, which tells the class and
/// the example.
/// </summary>
public sealed class DataFiles : IDisposable
{
    public const int Classes = 8;
    public const int Examples = 6;
    private const int Side = 4;

    private readonly TemporaryFolder folder = new();

    public DataFiles()
    {
        Empty = Directory.CreateDirectory(System.IO.Path.Combine(Path, "empty")).FullName;
        for (var one = 0; one < Classes; one++)
        {
            for (var i = 0; i < Examples; i++) Write($"marks/{Name(one)}/{i}.pgm", [.. "P5 4 4 255\n"u8, .. Pixels(one, i)]);
        }

        folder.Write("train.txt", Lines(0, 3));
        folder.Write("val.txt", Lines(3, 2));
        folder.Write("test.txt", Lines(5, 3));
        var all = Enumerable.Range(0, Classes * Examples).Select(i => (Class: i / Examples, Example: i % Examples)).ToArray();
        Write("idx/some-images-idx3-ubyte", [0, 0, 8, 3, .. Sizes(all.Length, Side, Side), .. all.SelectMany(one => Pixels(one.Class, one.Example))]);
        Write("idx/some-labels-idx1-ubyte", [0, 0, 8, 1, .. Sizes(all.Length), .. all.Select(one => (byte)one.Class)]);
        Write("floats.npy", Npy(0, Classes));
        foreach (var (part, first, count) in new[] { (1, 0, 3), (2, 3, 2), (3, 5, 3) }) Write($"half{part}.npy", Npy(first, count));
        var columns = string.Concat(Enumerable.Range(0, Side * Side).Select(i => $",x{i}"));
        folder.Write("rows.csv", $"mark{columns}\n{string.Concat(all.Select(Row))}");
        folder.Write("houses.csv", "town,area,price,rooms\n" + string.Concat(all.Select(one =>
            $"town{one.Class},{10 + one.Example},{(1000 * one.Class) + (10 * (10 + one.Example)) + one.Example},{one.Example}\n")));
    }

    public string Path => folder.Path;

    /// <summary>A folder in which there is nothing.</summary>
    public string Empty { get; }

    /// <summary>The number that all pixels of an example are.</summary>
    public static int Mark(int @class, int example) => (10 * @class) + example;

    public void Dispose() => folder.Dispose();

    private static string Name(int one) => $"{(one < 3 ? "a" : one < 5 ? "b" : "c")}/mark{one}";

    private static byte[] Pixels(int one, int example) => [.. Enumerable.Repeat((byte)Mark(one, example), Side * Side)];

    private static string Row((int Class, int Example) one) =>
        $"mark{one.Class}{string.Concat(Pixels(one.Class, one.Example).Select(pixel => $",{pixel}"))}\n";

    private static string Lines(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(one => Name(one) + "\n"));

    private static byte[] Sizes(params int[] sizes)
    {
        var bytes = new byte[4 * sizes.Length];
        for (var i = 0; i < sizes.Length; i++) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), sizes[i]);
        return bytes;
    }

    private static byte[] Npy(int first, int count)
    {
        var numbers = Enumerable.Range(first * Examples, count * Examples).SelectMany(i => Pixels(i / Examples, i % Examples)).Select(pixel => (float)pixel);
        var header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({count}, {Examples}, {Side * Side}), }}".PadRight(117) + "\n";
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. numbers.SelectMany(BitConverter.GetBytes)];
    }

    private void Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
