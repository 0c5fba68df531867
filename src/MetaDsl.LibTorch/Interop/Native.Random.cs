using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // random.cpp
    [DllImport(Library)] internal static extern int at_new_generator(long seed, int deviceType, int deviceIndex, nint* result);
    [DllImport(Library)] internal static extern int at_default_generator(nint* result);
    [DllImport(Library)] internal static extern void at_free_generator(nint source);
    [DllImport(Library)] internal static extern int at_generator_manual_seed(nint source, long seed);
    [DllImport(Library)] internal static extern int at_generator_initial_seed(nint source, long* result);
    [DllImport(Library)] internal static extern int at_generator_seed(nint source, long* result);
    [DllImport(Library)] internal static extern Produced at_generator_get_state(nint source);
    [DllImport(Library)] internal static extern int at_generator_set_state(nint source, nint state);
    [DllImport(Library)] internal static extern int at_manual_seed(long seed);
    [DllImport(Library)] internal static extern Produced at_rand(long* size, int dims, nint source, Options asked);
    [DllImport(Library)] internal static extern Produced at_randn(long* size, int dims, nint source, Options asked);
    [DllImport(Library)] internal static extern Produced at_randint(long low, long high, long* size, int dims, nint source, Options asked);
    [DllImport(Library)] internal static extern Produced at_randperm(long count, nint source, Options asked);
    [DllImport(Library)] internal static extern Produced at_normal(
        double mean, double deviation, long* size, int dims, nint source, Options asked);
    [DllImport(Library)] internal static extern Produced at_normal_tensors(nint mean, nint deviation, nint source);
    [DllImport(Library)] internal static extern Produced at_rand_like(nint self, Options asked);
    [DllImport(Library)] internal static extern Produced at_randn_like(nint self, Options asked);
    [DllImport(Library)] internal static extern Produced at_randint_like(nint self, long low, long high, Options asked);
    [DllImport(Library)] internal static extern int at_rand_out(nint self, long* size, int dims);
    [DllImport(Library)] internal static extern int at_randn_out(nint self, long* size, int dims);
    [DllImport(Library)] internal static extern int at_randint_out(nint self, long high, long* size, int dims);
    [DllImport(Library)] internal static extern int at_randperm_out(nint self, long count, nint source);
    [DllImport(Library)] internal static extern Produced at_bernoulli(nint self, nint source);
    [DllImport(Library)] internal static extern Produced at_multinomial(nint self, long samples, int replacement, nint source);
    [DllImport(Library)] internal static extern Produced at_poisson(nint self, nint source);
    [DllImport(Library)] internal static extern Produced at_binomial(nint self, nint probability, nint source);
    [DllImport(Library)] internal static extern Produced at_standard_gamma(nint self, nint source);
    [DllImport(Library)] internal static extern Produced at_sample_dirichlet(nint self, nint source);
    [DllImport(Library)] internal static extern int at_bernoulli_(nint self, double probability, nint source);
    [DllImport(Library)] internal static extern int at_bernoulli_tensor_(nint self, nint probability, nint source);
    [DllImport(Library)] internal static extern int at_cauchy_(nint self, double median, double sigma, nint source);
    [DllImport(Library)] internal static extern int at_exponential_(nint self, double lambda, nint source);
    [DllImport(Library)] internal static extern int at_geometric_(nint self, double probability, nint source);
    [DllImport(Library)] internal static extern int at_log_normal_(nint self, double mean, double deviation, nint source);
    [DllImport(Library)] internal static extern int at_normal_(nint self, double mean, double deviation, nint source);
    [DllImport(Library)] internal static extern int at_random_(nint self, long low, long high, nint source);
    [DllImport(Library)] internal static extern int at_uniform_(nint self, double low, double high, nint source);
}
