using System.Runtime.CompilerServices;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static unsafe partial class torch
{
    public static partial class special
    {
        public static Tensor airy_ai(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_airy_ai, &Native.at_special_airy_ai_out, input, @out);

        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_bessel_j0, &Native.at_special_bessel_j0_out, input, @out);

        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_bessel_j1, &Native.at_special_bessel_j1_out, input, @out);

        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_bessel_y0, &Native.at_special_bessel_y0_out, input, @out);

        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_bessel_y1, &Native.at_special_bessel_y1_out, input, @out);

        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_chebyshev_polynomial_t, &Native.at_special_chebyshev_polynomial_t_out, x, n, @out);

        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_chebyshev_polynomial_u, &Native.at_special_chebyshev_polynomial_u_out, x, n, @out);

        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_chebyshev_polynomial_v, &Native.at_special_chebyshev_polynomial_v_out, x, n, @out);

        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_chebyshev_polynomial_w, &Native.at_special_chebyshev_polynomial_w_out, x, n, @out);

        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_hermite_polynomial_h, &Native.at_special_hermite_polynomial_h_out, x, n, @out);

        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_hermite_polynomial_he, &Native.at_special_hermite_polynomial_he_out, x, n, @out);

        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_laguerre_polynomial_l, &Native.at_special_laguerre_polynomial_l_out, x, n, @out);

        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_legendre_polynomial_p, &Native.at_special_legendre_polynomial_p_out, x, n, @out);

        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_modified_bessel_i0, &Native.at_special_modified_bessel_i0_out, input, @out);

        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_modified_bessel_i1, &Native.at_special_modified_bessel_i1_out, input, @out);

        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_modified_bessel_k0, &Native.at_special_modified_bessel_k0_out, input, @out);

        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_modified_bessel_k1, &Native.at_special_modified_bessel_k1_out, input, @out);

        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_scaled_modified_bessel_k0, &Native.at_special_scaled_modified_bessel_k0_out, input, @out);

        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_scaled_modified_bessel_k1, &Native.at_special_scaled_modified_bessel_k1_out, input, @out);

        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_shifted_chebyshev_polynomial_t, &Native.at_special_shifted_chebyshev_polynomial_t_out, x, n, @out);

        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_shifted_chebyshev_polynomial_u, &Native.at_special_shifted_chebyshev_polynomial_u_out, x, n, @out);

        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_shifted_chebyshev_polynomial_v, &Native.at_special_shifted_chebyshev_polynomial_v_out, x, n, @out);

        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            WithOut(&Native.at_special_shifted_chebyshev_polynomial_w, &Native.at_special_shifted_chebyshev_polynomial_w_out, x, n, @out);

        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) =>
            WithOut(&Native.at_special_spherical_bessel_j0, &Native.at_special_spherical_bessel_j0_out, input, @out);

        private static Tensor WithOut(
            delegate*<nint, Produced> op,
            delegate*<nint, nint, int> opOut,
            Tensor input,
            Tensor? @out,
            [CallerMemberName] string operation = "")
        {
            using var self = Use(input);
            if (@out is null) return Made(op(self), operation);
            using var target = Use(@out, "out");
            Done(opOut(self, target), operation);
            return @out;
        }

        private static Tensor WithOut(
            delegate*<nint, nint, Produced> op,
            delegate*<nint, nint, nint, int> opOut,
            Tensor x,
            Tensor n,
            Tensor? @out,
            [CallerMemberName] string operation = "")
        {
            using var self = Use(x);
            using var order = Use(n);
            if (@out is null) return Made(op(self, order), operation);
            using var target = Use(@out, "out");
            Done(opOut(self, order, target), operation);
            return @out;
        }
    }
}
