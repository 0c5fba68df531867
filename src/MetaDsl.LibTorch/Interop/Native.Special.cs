using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // special.cpp
    [DllImport(Library)] internal static extern Produced at_special_entr(nint self);
    [DllImport(Library)] internal static extern Produced at_special_erfcx(nint self);
    [DllImport(Library)] internal static extern Produced at_special_i0e(nint self);
    [DllImport(Library)] internal static extern Produced at_special_i1(nint self);
    [DllImport(Library)] internal static extern Produced at_special_i1e(nint self);
    [DllImport(Library)] internal static extern Produced at_special_ndtr(nint self);
    [DllImport(Library)] internal static extern Produced at_special_ndtri(nint self);
    [DllImport(Library)] internal static extern Produced at_special_xlog1py(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_special_zeta(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_special_airy_ai(nint self);
    [DllImport(Library)] internal static extern int at_special_airy_ai_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_bessel_j0(nint self);
    [DllImport(Library)] internal static extern int at_special_bessel_j0_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_bessel_j1(nint self);
    [DllImport(Library)] internal static extern int at_special_bessel_j1_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_bessel_y0(nint self);
    [DllImport(Library)] internal static extern int at_special_bessel_y0_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_bessel_y1(nint self);
    [DllImport(Library)] internal static extern int at_special_bessel_y1_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_modified_bessel_i0(nint self);
    [DllImport(Library)] internal static extern int at_special_modified_bessel_i0_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_modified_bessel_i1(nint self);
    [DllImport(Library)] internal static extern int at_special_modified_bessel_i1_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_modified_bessel_k0(nint self);
    [DllImport(Library)] internal static extern int at_special_modified_bessel_k0_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_modified_bessel_k1(nint self);
    [DllImport(Library)] internal static extern int at_special_modified_bessel_k1_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_scaled_modified_bessel_k0(nint self);
    [DllImport(Library)] internal static extern int at_special_scaled_modified_bessel_k0_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_scaled_modified_bessel_k1(nint self);
    [DllImport(Library)] internal static extern int at_special_scaled_modified_bessel_k1_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_spherical_bessel_j0(nint self);
    [DllImport(Library)] internal static extern int at_special_spherical_bessel_j0_out(nint self, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_chebyshev_polynomial_t(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_chebyshev_polynomial_t_out(nint self, nint other, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_chebyshev_polynomial_u(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_chebyshev_polynomial_u_out(nint self, nint other, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_chebyshev_polynomial_v(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_chebyshev_polynomial_v_out(nint self, nint other, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_chebyshev_polynomial_w(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_chebyshev_polynomial_w_out(nint self, nint other, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_hermite_polynomial_h(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_hermite_polynomial_h_out(nint self, nint other, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_hermite_polynomial_he(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_hermite_polynomial_he_out(nint self, nint other, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_laguerre_polynomial_l(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_laguerre_polynomial_l_out(nint self, nint other, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_legendre_polynomial_p(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_legendre_polynomial_p_out(nint self, nint other, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_shifted_chebyshev_polynomial_t(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_shifted_chebyshev_polynomial_t_out(nint self, nint other, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_shifted_chebyshev_polynomial_u(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_shifted_chebyshev_polynomial_u_out(nint self, nint other, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_shifted_chebyshev_polynomial_v(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_shifted_chebyshev_polynomial_v_out(nint self, nint other, nint @out);
    [DllImport(Library)] internal static extern Produced at_special_shifted_chebyshev_polynomial_w(nint self, nint other);
    [DllImport(Library)] internal static extern int at_special_shifted_chebyshev_polynomial_w_out(nint self, nint other, nint @out);
}
