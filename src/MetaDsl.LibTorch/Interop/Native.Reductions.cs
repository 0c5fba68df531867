using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // reductions.cpp
    [DllImport(Library)] internal static extern Produced at_sum(nint self);
    [DllImport(Library)] internal static extern Produced at_mean(nint self);
    [DllImport(Library)] internal static extern Produced at_nansum(nint self);
    [DllImport(Library)] internal static extern Produced at_all(nint self);
    [DllImport(Library)] internal static extern Produced at_all_dim(nint self, long dim, int keepdim);
    [DllImport(Library)] internal static extern Produced at_any(nint self);
    [DllImport(Library)] internal static extern Produced at_any_dim(nint self, long dim, int keepdim);
    [DllImport(Library)] internal static extern Produced at_max(nint self);
    [DllImport(Library)] internal static extern int at_max_dim(nint self, long dim, int keepdim, Produced* results);
    [DllImport(Library)] internal static extern Produced at_min(nint self);
    [DllImport(Library)] internal static extern int at_min_dim(nint self, long dim, int keepdim, Produced* results);
    [DllImport(Library)] internal static extern Produced at_argmax(nint self);
    [DllImport(Library)] internal static extern Produced at_argmax_dim(nint self, long dim, int keepdim);
    [DllImport(Library)] internal static extern Produced at_argmin(nint self);
    [DllImport(Library)] internal static extern Produced at_argmin_dim(nint self, long dim, int keepdim);
    [DllImport(Library)] internal static extern Produced at_sum_dtype(nint self, int dtype);
    [DllImport(Library)] internal static extern Produced at_sum_dims(nint self, long* dims, int count, int keepdim, int dtype);
    [DllImport(Library)] internal static extern Produced at_mean_dims(nint self, long* dims, int count, int keepdim, int dtype);
    [DllImport(Library)] internal static extern Produced at_nanmean(nint self, long* dims, int count, int keepdim, int dtype);
    [DllImport(Library)] internal static extern Produced at_prod(nint self, int dtype);
    [DllImport(Library)] internal static extern Produced at_prod_dim(nint self, long dim, int keepdim, int dtype);
    [DllImport(Library)] internal static extern Produced at_amax(nint self, long* dims, int count, int keepdim);
    [DllImport(Library)] internal static extern int at_amax_out(nint self, long* dims, int count, int keepdim, nint @out);
    [DllImport(Library)] internal static extern Produced at_amin(nint self, long* dims, int count, int keepdim);
    [DllImport(Library)] internal static extern int at_amin_out(nint self, long* dims, int count, int keepdim, nint @out);
    [DllImport(Library)] internal static extern int at_aminmax(nint self, long dim, int hasDim, int keepdim, Produced* results);
    [DllImport(Library)] internal static extern Produced at_norm(nint self, double p);
    [DllImport(Library)] internal static extern Produced at_norm_dim(nint self, double p, long dim, int keepdim);
    [DllImport(Library)] internal static extern Produced at_logsumexp(nint self, long dim, int keepdim);
    [DllImport(Library)] internal static extern Produced at_count_nonzero(nint self, long* dims, int count);
    [DllImport(Library)] internal static extern Produced at_softmax(nint self, long dim, int dtype);
    [DllImport(Library)] internal static extern Produced at_log_softmax(nint self, long dim, int dtype);
    [DllImport(Library)] internal static extern Produced at_renorm(nint self, double p, long dim, double maxnorm);
    [DllImport(Library)] internal static extern Produced at_cumsum(nint self, long dim, int dtype);
    [DllImport(Library)] internal static extern Produced at_cumprod(nint self, long dim, int dtype);
    [DllImport(Library)] internal static extern int at_cummax(nint self, long dim, Produced* results);
    [DllImport(Library)] internal static extern int at_cummin(nint self, long dim, Produced* results);
    [DllImport(Library)] internal static extern Produced at_logcumsumexp(nint self, long dim);
    [DllImport(Library)] internal static extern Produced at_diff(nint self, long n, long dim, nint prepend, nint append);
    [DllImport(Library)] internal static extern Produced at_trapezoid(nint self, nint x, long dim);
    [DllImport(Library)] internal static extern Produced at_trapezoid_dx(nint self, double dx, long dim);
    [DllImport(Library)] internal static extern Produced at_cumulative_trapezoid(nint self, nint x, long dim);
    [DllImport(Library)] internal static extern Produced at_cumulative_trapezoid_dx(nint self, double dx, long dim);
    [DllImport(Library)] internal static extern Produced at_std(nint self, int unbiased);
    [DllImport(Library)] internal static extern Produced at_std_dims(
        nint self, long* dims, int count, int unbiased, int keepdim, int dtype);
    [DllImport(Library)] internal static extern Produced at_var(nint self, int unbiased);
    [DllImport(Library)] internal static extern Produced at_var_dims(
        nint self, long* dims, int count, int unbiased, int keepdim, int dtype);
    [DllImport(Library)] internal static extern int at_std_mean(nint self, int unbiased, Produced* results);
    [DllImport(Library)] internal static extern int at_std_mean_dims(
        nint self, long* dims, int count, int unbiased, int keepdim, int dtype, Produced* results);
    [DllImport(Library)] internal static extern int at_var_mean(nint self, int unbiased, Produced* results);
    [DllImport(Library)] internal static extern int at_var_mean_dims(
        nint self, long* dims, int count, int unbiased, int keepdim, int dtype, Produced* results);
    [DllImport(Library)] internal static extern Produced at_median(nint self);
    [DllImport(Library)] internal static extern Produced at_nanmedian(nint self);
    [DllImport(Library)] internal static extern int at_mode_dim(nint self, long dim, int keepdim, Produced* results);
    [DllImport(Library)] internal static extern Produced at_corrcoef(nint self);
    [DllImport(Library)] internal static extern int at_kthvalue(nint self, long k, long dim, int keepdim, Produced* results);
    [DllImport(Library)] internal static extern Produced at_quantile(nint self, nint q, long dim, int keepdim);
    [DllImport(Library)] internal static extern Produced at_nanquantile(nint self, nint q, long dim, int keepdim);
    [DllImport(Library)] internal static extern Produced at_cov(nint self, long correction, nint fweights, nint aweights);
    [DllImport(Library)] internal static extern Produced at_histc(nint self, long bins, long min, long max);
    [DllImport(Library)] internal static extern Produced at_bincount(nint self, nint weights, long minlength);
    [DllImport(Library)] internal static extern int at_histogram(nint self, nint bins, nint weight, int density, Produced* results);
    [DllImport(Library)] internal static extern int at_histogram_bins(
        nint self, long bins, double* range, nint weight, int density, Produced* results);
    [DllImport(Library)] internal static extern int at_sort(nint self, long dim, int descending, int stable, Produced* results);
    [DllImport(Library)] internal static extern Produced at_argsort(nint self, long dim, int descending);
    [DllImport(Library)] internal static extern Produced at_msort(nint self);
    [DllImport(Library)] internal static extern int at_topk(nint self, long k, long dim, int largest, int sorted, Produced* results);
    [DllImport(Library)] internal static extern int at_unique(
        nint self, int sorted, int inverse, int counts, long dim, int hasDim, Produced* results);
    [DllImport(Library)] internal static extern int at_unique_consecutive(
        nint self, int inverse, int counts, long dim, int hasDim, Produced* results);
    [DllImport(Library)] internal static extern Produced at_searchsorted(nint sequence, nint values, int outInt32, int right, nint sorter);
    [DllImport(Library)] internal static extern Produced at_searchsorted_scalar(
        nint sequence, Number value, int outInt32, int right, nint sorter);
    [DllImport(Library)] internal static extern Produced at_bucketize(nint self, nint boundaries, int outInt32, int right);
    [DllImport(Library)] internal static extern Produced at_isin(nint self, nint testElements, int assumeUnique, int invert);
}
