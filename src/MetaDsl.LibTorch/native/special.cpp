// torch.special, as far as it is not the same as an elementary function.
#include "bridge.h"

using namespace metadsl;

#define METADSL_WITH_OUT(op)                                                                                             \
  METADSL_UNARY(op)                                                                                                      \
  METADSL_API Status at_##op##_out(Arg self, Arg out) {                                                                  \
    return perform(                                                                                                      \
        [&] {                                                                                                            \
          at::Tensor target = borrow(out);                                                                               \
          at::op##_out(target, borrow(self));                                                                            \
        },                                                                                                               \
        self, out);                                                                                                      \
  }
#define METADSL_BINARY_WITH_OUT(op)                                                                                      \
  METADSL_BINARY(op)                                                                                                     \
  METADSL_API Status at_##op##_out(Arg self, Arg other, Arg out) {                                                       \
    return perform(                                                                                                      \
        [&] {                                                                                                            \
          at::Tensor target = borrow(out);                                                                               \
          at::op##_out(target, borrow(self), borrow(other));                                                             \
        },                                                                                                               \
        self, other, out);                                                                                               \
  }

METADSL_UNARY(special_entr)
METADSL_UNARY(special_erfcx)
METADSL_UNARY(special_i0e)
METADSL_UNARY(special_i1)
METADSL_UNARY(special_i1e)
METADSL_UNARY(special_ndtr)
METADSL_UNARY(special_ndtri)
METADSL_BINARY(special_xlog1py)
METADSL_BINARY(special_zeta)

METADSL_WITH_OUT(special_airy_ai)
METADSL_WITH_OUT(special_bessel_j0)
METADSL_WITH_OUT(special_bessel_j1)
METADSL_WITH_OUT(special_bessel_y0)
METADSL_WITH_OUT(special_bessel_y1)
METADSL_WITH_OUT(special_modified_bessel_i0)
METADSL_WITH_OUT(special_modified_bessel_i1)
METADSL_WITH_OUT(special_modified_bessel_k0)
METADSL_WITH_OUT(special_modified_bessel_k1)
METADSL_WITH_OUT(special_scaled_modified_bessel_k0)
METADSL_WITH_OUT(special_scaled_modified_bessel_k1)
METADSL_WITH_OUT(special_spherical_bessel_j0)

METADSL_BINARY_WITH_OUT(special_chebyshev_polynomial_t)
METADSL_BINARY_WITH_OUT(special_chebyshev_polynomial_u)
METADSL_BINARY_WITH_OUT(special_chebyshev_polynomial_v)
METADSL_BINARY_WITH_OUT(special_chebyshev_polynomial_w)
METADSL_BINARY_WITH_OUT(special_hermite_polynomial_h)
METADSL_BINARY_WITH_OUT(special_hermite_polynomial_he)
METADSL_BINARY_WITH_OUT(special_laguerre_polynomial_l)
METADSL_BINARY_WITH_OUT(special_legendre_polynomial_p)
METADSL_BINARY_WITH_OUT(special_shifted_chebyshev_polynomial_t)
METADSL_BINARY_WITH_OUT(special_shifted_chebyshev_polynomial_u)
METADSL_BINARY_WITH_OUT(special_shifted_chebyshev_polynomial_v)
METADSL_BINARY_WITH_OUT(special_shifted_chebyshev_polynomial_w)
