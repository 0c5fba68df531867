namespace MetaDsl.Generators.Tensors;

/// <summary>
/// A constant factor that remembers where it came from, so that generated code can say "2 / 10" or "the inner learning rate" where it
/// means that.
/// </summary>
internal readonly record struct Factor(double Numerator, double Denominator, string Name = "")
{
    public static readonly Factor One = new(1, 1);

    public double Value => Numerator / Denominator;

    public static implicit operator Factor(double value) => new(value, 1);

    public static Factor operator *(Factor left, Factor right) => new(
        left.Numerator * right.Numerator,
        left.Denominator * right.Denominator,
        System.Math.Abs(right.Value) == 1 ? left.Name : System.Math.Abs(left.Value) == 1 ? right.Name : "");

    public static Factor operator /(Factor left, double right) => new(left.Numerator, left.Denominator * right);
}
