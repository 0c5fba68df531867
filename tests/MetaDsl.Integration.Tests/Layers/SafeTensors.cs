using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace MetaDsl.Integration.Tests.Layers;

/// <summary>Weights as other libraries load them: the length of a header, the header in JSON, and the numbers of all in a row.</summary>
internal static class SafeTensors
{
    /// <param name="path">The file.</param>
    /// <param name="weights">Names and shapes, in the order of the row.</param>
    /// <param name="row">All numbers.</param>
    public static void Write(string path, IEnumerable<(string Name, int[] Shape)> weights, float[] row)
    {
        var start = 0;
        var entries = new Dictionary<string, object>();
        foreach (var (name, shape) in weights)
        {
            var end = start + (sizeof(float) * Shapes.Elements(shape));
            entries.Add(name, new { dtype = "F32", shape, data_offsets = new[] { start, end } });
            start = end;
        }

        var header = JsonSerializer.SerializeToUtf8Bytes(entries);
        var length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        using var file = File.Create(path);
        file.Write(length);
        file.Write(header);
        file.Write(MemoryMarshal.AsBytes(row.AsSpan()));
    }
}
