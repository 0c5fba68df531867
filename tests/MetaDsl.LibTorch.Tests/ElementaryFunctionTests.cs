using System.Reflection;
using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

public class ElementaryFunctionTests
{
    private const double X = 0.3;

    public static TheoryData<string, double> Functions => new()
    {
        { "abs", X }, { "absolute", X }, { "neg", -X }, { "negative", -X }, { "positive", X }, { "sign", 1 }, { "sgn", 1 },
        { "ceil", 1 }, { "floor", 0 }, { "trunc", 0 }, { "fix", 0 }, { "frac", X }, { "reciprocal", 1 / X }, { "square", X * X },
        { "sqrt", Math.Sqrt(X) }, { "rsqrt", 1 / Math.Sqrt(X) }, { "exp", Math.Exp(X) }, { "exp2", Math.Pow(2, X) },
        { "expm1", Math.Exp(X) - 1 }, { "log", Math.Log(X) }, { "log10", Math.Log10(X) }, { "log1p", Math.Log(1 + X) },
        { "log2", Math.Log2(X) }, { "sin", Math.Sin(X) }, { "cos", Math.Cos(X) }, { "tan", Math.Tan(X) },
        { "sinc", Math.Sin(Math.PI * X) / (Math.PI * X) }, { "sinh", Math.Sinh(X) }, { "cosh", Math.Cosh(X) }, { "tanh", Math.Tanh(X) },
        { "asin", Math.Asin(X) }, { "arcsin", Math.Asin(X) }, { "acos", Math.Acos(X) }, { "arccos", Math.Acos(X) },
        { "atan", Math.Atan(X) }, { "arctan", Math.Atan(X) }, { "asinh", Math.Asinh(X) }, { "arcsinh", Math.Asinh(X) },
        { "acosh", double.NaN }, { "arccosh", double.NaN }, { "atanh", Math.Atanh(X) }, { "arctanh", Math.Atanh(X) },
        { "deg2rad", X * Math.PI / 180 }, { "rad2deg", X * 180 / Math.PI }, { "sigmoid", 1 / (1 + Math.Exp(-X)) },
        { "erf", 0.32862675945912745 }, { "erfc", 1 - 0.32862675945912745 }, { "lgamma", 1.0957979948180756 },
        { "digamma", -3.5025242222001332 }, { "i0", 1.0226268793515974 }, { "relu", X }, { "relu6", X },
        { "silu", X / (1 + Math.Exp(-X)) }, { "selu", 1.0507009873554805 * X }, { "celu", X }, { "hardsigmoid", (X + 3) / 6 },
        { "hardswish", X * (X + 3) / 6 }, { "log_sigmoid", -Math.Log(1 + Math.Exp(-X)) },
        { "gelu", X * 0.5 * (1 + 0.23582284437790534) },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Each_function_has_its_value(string name, double expected)
    {
        using var x = Doubles(X);
        using var y = (Tensor)typeof(Tensor).GetMethod(name, Type.EmptyTypes)!.Invoke(x, null)!;
        Assert.Equal(expected, Read(y)[0], 1e-9);
    }

    [Fact]
    public void Every_in_place_form_does_what_the_plain_form_does_and_returns_its_tensor()
    {
        foreach (var inPlace in typeof(Tensor).GetMethods().Where(method => method.Name.EndsWith('_') && method.GetParameters().Length == 0))
        {
            var plain = typeof(Tensor).GetMethod(inPlace.Name[..^1], Type.EmptyTypes);
            if (plain is null || plain.ReturnType != typeof(Tensor)) continue;
            foreach (var make in new Func<Tensor>[] { () => Doubles(0.3, -0.4, 1.5), () => Longs(3, 0, 1) })
            {
                using var original = make();
                using var x = make();
                Tensor? expected = null;
                try
                {
                    expected = (Tensor)plain.Invoke(original, null)!;
                    Assert.Same(x, inPlace.Invoke(x, null));
                    Assert.Equal(Read(expected), Read(x));
                }
                catch (TargetInvocationException refusal)
                {
                    // Some take no integers or nothing else, others cannot put their result back into integers.
                    Assert.IsType<TorchException>(refusal.InnerException);
                    Assert.True(expected is null || original.dtype == ScalarType.Int64, inPlace.Name);
                }

                expected?.Dispose();
            }
        }
    }

    [Fact]
    public void Every_static_function_of_one_tensor_names_what_is_null()
    {
        var functions = typeof(TorchSharp.torch).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Concat(typeof(special).GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Where(method => method.ReturnType == typeof(Tensor) && method.GetParameters() is [{ ParameterType: var type }] && type == typeof(Tensor))
            .ToList();
        Assert.True(functions.Count > 100);
        foreach (var function in functions)
        {
            var error = Assert.Throws<TargetInvocationException>(() => function.Invoke(null, [null]));
            var cause = Assert.IsType<ArgumentNullException>(error.InnerException);
            Assert.Contains($"'{function.GetParameters()[0].Name}' is null", cause.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Rounding_takes_decimals_and_goes_to_even()
    {
        using var x = Doubles(0.5, 1.5, 2.345);
        Holds(x.round(), 0, 2, 2);
        Holds(x.round(2), 0.5, 1.5, 2.35);
        Assert.Same(x, x.round_(1));
        Assert.Equal([0.5, 1.5, 2.3], Read(x));
    }

    [Fact]
    public void Not_numbers_are_replaced_as_asked()
    {
        using var x = Doubles(double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1);
        Holds(x.nan_to_num(), 0, double.MaxValue, double.MinValue, 1);
        Holds(x.nan_to_num(5, posinf: 6), 5, 6, double.MinValue, 1);
        Holds(x.nan_to_num(5, 6, 7), 5, 6, 7, 1);
        Holds(x.isnan(), 1, 0, 0, 0);
        Holds(x.isinf(), 0, 1, 1, 0);
        Holds(x.isposinf(), 0, 1, 0, 0);
        Holds(x.isneginf(), 0, 0, 1, 0);
        Holds(x.isfinite(), 0, 0, 0, 1);
    }

    [Fact]
    public void Functions_with_an_argument_use_it()
    {
        using var x = Doubles(0.25, 2);
        Holds(x.logit(0.5), 0, 0);
        Holds(x.polygamma(0), -4.2274535333762654, 1 - 0.57721566490153286);
        using var trigamma = x.polygamma(1);
        Assert.Equal(17.197329154507109, Read(trigamma)[0], 1e-8);
        using var four = Doubles(4);
        Holds(four.mvlgamma(1), Math.Log(6));
        Holds(x.celu(2), 0.25, 2);
        Holds(x.hardtanh(0, 1), 0.25, 1);
        Holds(x.threshold(1, -3), -3, 2);
        Holds(x.softplus(), Math.Log(1 + Math.Exp(0.25)), Math.Log(1 + Math.Exp(2)));
        Holds(x.glu(), 0.25 / (1 + Math.Exp(-2)));
        using var negative = Doubles(-1);
        Holds(negative.leaky_relu(0.1), -0.1);
        Holds(negative.elu(2), 2 * (Math.Exp(-1) - 1));
        Holds(negative.elu(2, 3, 1), 6 * (Math.Exp(-1) - 1));
        Holds(negative.rrelu(0.2, 0.4), -0.3);
        using var slope = Doubles(0.5);
        Holds(negative.prelu(slope), -0.5);
        var (mantissa, exponent) = x.frexp();
        Holds(mantissa, 0.5, 0.5);
        Holds(exponent, -1, 2);
    }

    [Fact]
    public void Special_functions_have_their_values()
    {
        using var x = Doubles(0.5);
        using var n = Doubles(3);
        Holds(special.entr(x), 0.5 * Math.Log(2));
        Holds(special.expit(x), 1 / (1 + Math.Exp(-0.5)));
        Holds(special.ndtr(x), 0.69146246127401312);
        Holds(special.gammaln(n), Math.Log(2));
        Holds(special.psi(n), 1.5 - 0.57721566490153286);
        Holds(special.xlog1py(n, x), 3 * Math.Log(1.5));
        Holds(special.zeta(n - 1, n / 3), Math.PI * Math.PI / 6);
        Holds(special.gammainc(n / 3, x), 1 - Math.Exp(-0.5));
        Holds(special.chebyshev_polynomial_t(x, n), -1);
        Holds(special.legendre_polynomial_p(x, n), -0.4375);
        Holds(special.hermite_polynomial_h(x, n), -5);
        Holds(special.hermite_polynomial_he(x, n), -1.375);
        using var trigamma = special.polygamma(1, n);
        Assert.Equal(Math.PI * Math.PI / 6 - 1.25, Read(trigamma)[0], 1e-8);
        Holds(special.multigammaln(n, 1), Math.Log(2));
        Holds(special.spherical_bessel_j0(x), Math.Sin(0.5) / 0.5);
        using var bessel = special.bessel_j0(x);
        Assert.Equal(0.93846980724081, Read(bessel)[0], 1e-12);
    }

    [Fact]
    public void An_out_tensor_receives_the_result_and_is_the_result()
    {
        using var x = Doubles(0.5, 1);
        using var result = Doubles(0, 0);
        Assert.Same(result, special.modified_bessel_i0(x, result));
        using var expected = x.i0();
        Assert.Equal(Read(expected)[0], Read(result)[0], 1e-12);
        using var wrong = Longs(0, 0);
        var error = Assert.Throws<TorchException>(() => special.modified_bessel_i0(x, wrong));
        Assert.StartsWith("modified_bessel_i0: ", error.Message, StringComparison.Ordinal);
    }
}
