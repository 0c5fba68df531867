using MetaDsl.LibTorch;

// Of no use but to be described by the tests of the renderer; in the namespace that the API list describes.
namespace TorchSharp;

internal class Specimen : IDisposable
{
    public static readonly Specimen Empty = new();

    protected long[,] counts = new long[0, 0];

    private readonly List<int> hidden = [];

    public Specimen(int size = -1) => hidden.Add(size);

    protected Specimen(string name) => hidden.Add(name.Length);

    internal Specimen(TensorHandle handle) => hidden.Add(handle.GetHashCode());

    public static bool IsEnabled => true;

    public double? scale { get; set; }

    public int Hidden { private get; set; }

    internal int Internal { get; set; }

    public Specimen this[params torch.Tensor[] indices]
    {
        get => this;
        set => hidden.Add(indices.Length + value.hidden.Count);
    }

    public static Specimen operator +(Specimen left, float right) => left;

    public static implicit operator Specimen(string text) => new(text);

    public (Specimen values, Specimen indexes) max(long dim, bool keepdim = false) => (this, this);

    public Specimen isclose(Specimen other, double rtol = 1E-05, double third = 1.0 / 3) => other;

    public Specimen pad((long, long)[] dims, Mode mode = Mode.Same, torch.ScalarType? dtype = null, torch.Device? to = null) => this;

    public Specimen roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => this;

    public Specimen range((double min, double max)? range = null) => this;

    public IList<(float Real, float Imaginary)> pairs((float Real, float Imaginary)[] raw) => raw;

    public void fill((float Real, float Imaginary)[,] table) => hidden.Add(table.Length);

    public bool TryGet<T>(ref int hint, out T value)
        where T : unmanaged
    {
        value = default;
        return hint++ == 0;
    }

    public (T1 first, T2 second) both<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : class => (first, second);

    public T keep<T>(T item, Func<torch.Tensor, IEnumerable<torch.Tensor?>> how = null!)
        where T : IDisposable => item;

    [Obsolete("Use new.")]
    public void old() => hidden.ForEach(number => Internal += number + (int)counts.LongLength);

    public override string ToString() => "";

    public void Dispose() => Dispose(true);

    protected virtual void Dispose(bool disposing)
    {
    }

    private protected void Hide()
    {
    }

    internal enum Mode
    {
        Valid = 0,
        Same = 4,
    }

    internal class Part : Specimen, IEquatable<Part>
    {
        bool IEquatable<Part>.Equals(Part? other) => this == other;
    }
}

internal static class SpecimenExtensions
{
    public static float ToSingle(this Specimen value) => 0;
}
