using System.Globalization;

namespace MetaDsl.LibTorch.Tests.Conformance;

/// <summary>The renderer against lines as the API list has them, and the comparison against types that are wrong on purpose.</summary>
public class ApiRendererTests
{
    [Theory]
    [InlineData("ctor Specimen(int size = -1)")]
    [InlineData("ctor protected Specimen(string name)")]
    [InlineData("field static readonly Specimen Empty")]
    [InlineData("field protected long[,] counts")]
    [InlineData("prop static bool IsEnabled { get; }")]
    [InlineData("prop double? scale { get; set; }")]
    [InlineData("prop Specimen this[params Tensor[] indices] { get; set; }")]
    [InlineData("method (Specimen values, Specimen indexes) max(long dim, bool keepdim = false)")]
    [InlineData("method Specimen isclose(Specimen other, double rtol = 1E-05, double third = 0.3333333333333333)")]
    [InlineData("method Specimen pad((long, long)[] dims, Specimen.Mode mode = Mode.Same, ScalarType? dtype = null, Device? to = null)")]
    [InlineData("method Specimen roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default)")]
    [InlineData("method Specimen range((double min, double)? max) range = null)")]
    [InlineData("method IList<(float, float)>/*Real,Imaginary*/ pairs((float Real, float)[] Imaginary) raw)")]
    [InlineData("method void fill((float, float)[,]/*Real,Imaginary*/ table)")]
    [InlineData("method (T1 first, T2 second) both<T1,T2>(T1 first, T2 second) where T1: IDisposable where T2: class")]
    [InlineData("method static Specimen op_Addition(Specimen left, float right)")]
    [InlineData("method static Specimen op_Implicit(string text)")]
    [InlineData("method bool TryGet<T>(ref int hint, out T value) where T: struct")]
    [InlineData("method T keep<T>(T item, Func<Tensor,IEnumerable<Tensor>> how = null) where T: IDisposable")]
    [InlineData("method override string ToString()")]
    [InlineData("method protected virtual void Dispose(bool disposing)")]
    [InlineData("method void Dispose()")]
    [InlineData("method void old() [Obsolete(\"Use new.\", error:false)]")]
    public void A_member_is_written_as_the_list_writes_it(string line) =>
        Assert.Contains(line, ApiRenderer.Members(typeof(TorchSharp.Specimen)));

    [Fact]
    public void Nothing_hidden_inherited_or_generated_is_written() =>
        Assert.Equal(24, ApiRenderer.Members(typeof(TorchSharp.Specimen)).Count());

    [Fact]
    public void An_extension_is_written_with_this() =>
        Assert.Equal(["method static float ToSingle(this Specimen value)"], ApiRenderer.Members(typeof(TorchSharp.SpecimenExtensions)));

    [Fact]
    public void An_enum_is_written_with_its_values() =>
        Assert.Equal(["enum Valid = 0", "enum Same = 4"], ApiRenderer.Members(typeof(TorchSharp.Specimen.Mode)));

    [Fact]
    public void Numbers_are_written_alike_under_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        // Made by hand: a machine without ICU knows no other culture than the invariant one.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = culture;
        try
        {
            A_member_is_written_as_the_list_writes_it(
                "method Specimen isclose(Specimen other, double rtol = 1E-05, double third = 0.3333333333333333)");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_type_that_equals_its_listing_has_no_difference()
    {
        var list = new ApiList(["## static class TorchSharp.SpecimenExtensions", "= method static float ToSingle(this Specimen value)"]);
        Assert.Empty(list.Differences(typeof(TorchSharp.SpecimenExtensions)));
    }

    [Theory]
    [InlineData("method static float ToSingle(this Specimen self)")]
    [InlineData("method static double ToSingle(this Specimen value)")]
    [InlineData("method static float ToSingle(Specimen value)")]
    [InlineData("method static float ToSingle(this Specimen? value)")]
    [InlineData("method static float ToSingle(this Specimen value = null)")]
    public void A_member_that_differs_is_named_with_the_listed_one(string listed)
    {
        var list = new ApiList(["## static class TorchSharp.SpecimenExtensions", "  " + listed]);
        Assert.Equal(
            [$"TorchSharp.SpecimenExtensions\n  ours:   method static float ToSingle(this Specimen value)\n  listed: {listed}"],
            list.Differences(typeof(TorchSharp.SpecimenExtensions)));
    }

    [Fact]
    public void A_member_that_is_not_listed_is_named()
    {
        string[] lines = ["## static class TorchSharp.SpecimenExtensions", "## class TorchSharp.Other", "= method void ToSingle()"];
        var list = new ApiList(lines);
        Assert.EndsWith("listed: no member of that name", Assert.Single(list.Differences(typeof(TorchSharp.SpecimenExtensions))));
    }

    [Fact]
    public void Kind_and_bases_must_be_listed()
    {
        var list = new ApiList(["## sealed class TorchSharp.Specimen.Part : Specimen, IComparable"]);
        Assert.Equal(
            [
                "TorchSharp.Specimen.Part\n  ours:   class\n  listed: sealed class",
                "TorchSharp.Specimen.Part\n  ours:   derives from IEquatable<Specimen.Part>"
                    + "\n  listed: derives from Specimen\n  listed: derives from IComparable",
            ],
            list.Differences(typeof(TorchSharp.Specimen.Part)).Take(2));
        Assert.Equal(["TorchSharp.Specimen\n  ours:   class\n  listed: no such type"], list.Differences(typeof(TorchSharp.Specimen)));
    }
}
