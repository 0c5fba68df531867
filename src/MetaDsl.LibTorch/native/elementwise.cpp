#include "bridge.h"

using namespace metadsl;

METADSL_UNARY(abs)
METADSL_UNARY_(abs)
METADSL_BINARY(mul)
METADSL_BINARY_(mul)
METADSL_SCALAR(mul)
METADSL_SCALAR_(mul)

METADSL_API Produced at_add(Arg self, Arg other) { return produce([&] { return at::add(borrow(self), borrow(other)); }, self, other); }
METADSL_API Status at_add_(Arg self, Arg other) { return perform([&] { borrow(self).add_(borrow(other)); }, self, other); }
