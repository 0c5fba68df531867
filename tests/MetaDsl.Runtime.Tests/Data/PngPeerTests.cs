using System.Buffers.Binary;

namespace MetaDsl.Tests.Data;

/// <summary>PNGs saved by Netpbm and by Pillow, decoded by both and by us.</summary>
public sealed class PngPeerTests
{
    private const string Script = """
        import os, subprocess, struct, numpy as np
        from PIL import Image
        rng = np.random.default_rng(1)

        def pnm(name, array, maxval):
            h, w = array.shape[:2]
            data = array.astype('>u2' if maxval > 255 else 'u1').tobytes()
            open(name, 'wb').write(b'%s\n%d %d\n%d\n' % (b'P6' if array.ndim == 3 else b'P5', w, h, maxval) + data)

        def netpbm(name, array, maxval, alpha=None, options=()):
            pnm('in.pnm', array, maxval)
            extra = []
            if alpha is not None:
                pnm('alpha.pgm', alpha, maxval)
                extra = ['-alpha=alpha.pgm']
            for interlace in ([], ['-interlace']):
                with open(name + ('i' if interlace else '') + '.png', 'wb') as out:
                    subprocess.run(['pnmtopng', *interlace, *extra, *options, 'in.pnm'], stdout=out, stderr=subprocess.DEVNULL, check=True)

        for w, h in (13, 7), (1, 1), (33, 20), (8, 8), (5, 1), (3, 9):
            size = f'{w}x{h}'
            for bits in 1, 2, 4, 8, 16:
                netpbm(f'grey{bits}_{size}', rng.integers(0, 2 ** bits, (h, w)), 2 ** bits - 1)
            for bits in 8, 16:
                top = 2 ** bits
                grey, colour, alpha = rng.integers(0, top, (h, w)), rng.integers(0, top, (h, w, 3)), rng.integers(0, top, (h, w))
                netpbm(f'rgb{bits}_{size}', colour, top - 1)
                netpbm(f'greyalpha{bits}_{size}', grey, top - 1, alpha)
                netpbm(f'rgba{bits}_{size}', colour, top - 1, alpha)
            smooth = (np.add.outer(np.arange(h) * 5, np.arange(w) * 3)[..., None] + np.array([0, 40, 90])) % 256
            netpbm(f'smooth_{size}', smooth, 255, options=['-paeth'])
            netpbm(f'average_{size}', smooth, 255, options=['-avg'])
            netpbm(f'sub_{size}', smooth, 255, options=['-sub'])
            netpbm(f'up_{size}', smooth, 255, options=['-up'])
            for colours in 2, 4, 13, 200:
                palette = rng.integers(0, 256, (colours, 3))
                chosen = palette[rng.integers(0, colours, (h, w))]
                netpbm(f'palette{colours}_{size}', chosen, 255)
                r, g, b = chosen[0, 0]
                netpbm(f'transparent{colours}_{size}', chosen, 255, options=[f'-transparent=rgb:{r:02x}/{g:02x}/{b:02x}'])
            for mode, channels in ('1', 1), ('L', 1), ('LA', 2), ('RGB', 3), ('RGBA', 4):
                array = rng.integers(0, 256, (h, w, channels), dtype='u1')
                image = Image.fromarray(array[..., 0] if channels == 1 else array, 'L' if mode == '1' else mode)
                (image.convert('1') if mode == '1' else image).save(f'pillow_{mode}_{size}.png')
            for bits in 1, 2, 4, 8:
                image = Image.fromarray(rng.integers(0, 2 ** bits, (h, w), dtype='u1'), 'P')
                image.putpalette(rng.integers(0, 256, 3 * 2 ** bits, dtype='u1').tobytes())
                image.save(f'pillow_P{bits}_{size}.png', bits=bits)
                image.save(f'pillow_Pt{bits}_{size}.png', bits=bits, transparency=bytes(rng.integers(0, 256, 2 ** bits, dtype='u1')))

        def pam(path):
            out = subprocess.run(['pngtopam', '-alphapam', path], capture_output=True, check=True).stdout
            head, data = out.split(b'ENDHDR\n', 1)
            field = dict(line.split(b' ', 1) for line in head.split(b'\n') if b' ' in line)
            w, h, depth, top = (int(field[k]) for k in (b'WIDTH', b'HEIGHT', b'DEPTH', b'MAXVAL'))
            a = np.frombuffer(data, '>u2' if top > 255 else 'u1').reshape(h, w, depth)
            a = (a >> 8) if top == 65535 else a.astype(int) * 255 // top
            a = a.astype('u1')
            if depth < 3: a = np.concatenate([a[..., :1]] * 3 + [a[..., 1:]], 2)
            return a if a.shape[2] == 4 else np.concatenate([a, np.full((h, w, 1), 255, 'u1')], 2)

        def pillow(path):
            image = Image.open(path)
            if image.mode.startswith('I'): return None     # of 16 bits of grey, Pillow's conversion keeps no more than those up to 255
            return np.array(image.convert('RGBA'))

        for path in sorted(p for p in os.listdir() if p.endswith('.png')):
            expected = pam(path)
            other = pillow(path)
            same = other is None or (other == expected).all()
            if not same: expected = np.where(expected[..., 3:] == other[..., 3:], expected, other)
            open(path[:-4] + '.rgba', 'wb').write(struct.pack('<ii?', expected.shape[1], expected.shape[0], bool(same)) + expected.tobytes())
        """;

    [PeerFact]
    public void Images_of_every_kind_saved_by_two_programs_are_decoded_to_the_pixels_that_both_decode()
    {
        using var folder = new TemporaryFolder();
        Peers.RunPython(folder.Path, Script);
        var (decoder, image, compared, kinds) = (new PngDecoder(), new DecodedImage(), 0, new HashSet<(byte Depth, byte Color, byte Interlace)>());
        foreach (var path in Directory.GetFiles(folder.Path, "*.png").Order())
        {
            var file = File.ReadAllBytes(path);
            var expected = File.ReadAllBytes(Path.ChangeExtension(path, ".rgba"));
            decoder.Decode(path, file, image);
            Assert.Equal(BinaryPrimitives.ReadInt32LittleEndian(expected), image.Width);
            Assert.Equal(BinaryPrimitives.ReadInt32LittleEndian(expected.AsSpan(4)), image.Height);
            Assert.True(expected[8] == 1, $"the peers differ on {Path.GetFileName(path)}");
            Assert.True(expected.AsSpan(9).SequenceEqual(Rgba(image)), $"{Path.GetFileName(path)} differs");
            compared++;
            kinds.Add((file[24], file[25], file[28]));
        }

        Assert.InRange(compared, 300, 1000);

        // Every colour type with every depth that it may have, interlaced or not: 15 of each.
        Assert.Equal(15, kinds.Count(kind => kind.Interlace == 0));
        Assert.Equal(15, kinds.Count(kind => kind.Interlace == 1));
    }

    [PeerFact]
    public void Scaling_gives_what_Pillow_gives()
    {
        using var folder = new TemporaryFolder();
        Peers.RunPython(folder.Path, """
            import numpy as np
            from PIL import Image
            rng = np.random.default_rng(2)
            for w, h, nw, nh in (105, 105, 28, 28), (105, 105, 84, 84), (105, 105, 20, 31), (28, 28, 84, 84), (7, 50, 7, 13), (50, 7, 9, 7), (3, 2, 40, 50), (300, 200, 1, 1), (1, 1, 5, 6), (64, 64, 64, 64):
                for kind, mode in (0, 'L'), (1, 'RGB'), (2, 'L'):
                    a = rng.integers(0, 256, (h, w) if mode == 'L' else (h, w, 3), dtype='u1')
                    if kind == 2: a = (a > 40).astype('u1') * 255
                    image = Image.fromarray(a, mode)
                    name = f'{kind}_{w}_{h}_{nw}_{nh}'
                    image.save(name + '.png')
                    open(name + '.raw', 'wb').write(np.array(image.resize((nw, nh), Image.LANCZOS)).tobytes())
                    if mode == 'RGB': open(name + '.grey', 'wb').write(np.array(image.convert('L')).tobytes())
            """);
        foreach (var path in Directory.GetFiles(folder.Path, "*.png"))
        {
            var sizes = Path.GetFileNameWithoutExtension(path).Split('_').Select(int.Parse).ToArray();
            var channels = sizes[0] == 1 ? 3 : 1;
            var scaled = Read(path, new ImageOptions { Size = new(sizes[4], sizes[3]) });
            AssertNear(File.ReadAllBytes(Path.ChangeExtension(path, ".raw")), scaled, channels, path);
            if (channels == 3) Assert.Equal(File.ReadAllBytes(Path.ChangeExtension(path, ".grey")), Read(path, new ImageOptions { Color = ImageColor.Grey }));
        }
    }

    /// <summary>Peers write pixel after pixel, we plane after plane. A level may differ where a weight's last bit does.</summary>
    private static void AssertNear(byte[] expected, byte[] planes, int channels, string path)
    {
        Assert.Equal(expected.Length, planes.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var found = planes[(i % channels * (expected.Length / channels)) + (i / channels)];
            Assert.True(Math.Abs(expected[i] - found) <= 1, $"{path}: {expected[i]} and {found}");
        }
    }

    private static byte[] Read(string path, ImageOptions options)
    {
        var reader = new ImageReader(options);
        var to = new byte[reader.Decode(path, File.ReadAllBytes(path)).Elements];
        reader.Write(to);
        return to;
    }

    private static byte[] Rgba(DecodedImage image)
    {
        var (rgba, stride) = (new byte[4 * image.Width * image.Height], image.Channels);
        for (var i = 0; i < image.Width * image.Height; i++)
        {
            for (var color = 0; color < 3; color++) rgba[(4 * i) + color] = image.Pixels[(i * stride) + (stride >= 3 ? color : 0)];
            rgba[(4 * i) + 3] = stride is 2 or 4 ? image.Pixels[(i * stride) + stride - 1] : (byte)255;
        }

        return rgba;
    }
}
