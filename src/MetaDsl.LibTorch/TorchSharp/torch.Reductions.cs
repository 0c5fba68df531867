using System.Runtime.CompilerServices;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
        Given(input).sum(dim, keepdim, type);

    public static Tensor sum(Tensor input, ScalarType? type = null) => Given(input).sum(type);

    // Else a literal 0 would be taken for ScalarType.Byte.
    [OverloadResolutionPriority(1)]
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => Given(input).sum(dim, keepdim, type);

    public static Tensor nansum(Tensor input) => Given(input).nansum();

    public static Tensor mean(Tensor input) => Given(input).mean();

    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        Given(input).mean(dimensions, keepdim, type);

    public static Tensor nanmean(Tensor input, int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
        Given(input).nanmean(dim, keepdim, dtype);

    public static Tensor prod(Tensor input, ScalarType? type = null) => Given(input).prod(type);

    // Else a literal 0 would be taken for ScalarType.Byte.
    [OverloadResolutionPriority(1)]
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        Given(input).prod(dim, keepdim, type);

    public static Tensor all(Tensor input) => Given(input).all();

    public static Tensor all(Tensor input, long dim, bool keepdim = false) => Given(input).all(dim, keepdim);

    public static Tensor any(Tensor input) => Given(input).any();

    public static Tensor any(Tensor input, long dim, bool keepdim = false) => Given(input).any(dim, keepdim);

    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => Given(input).max(dim, keepdim);

    public static Tensor max(Tensor input) => Given(input).max();

    public static Tensor max(Tensor input, Tensor other) => Given(input).max(other);

    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => Given(input).min(dim, keepdim);

    public static Tensor min(Tensor input) => Given(input).min();

    public static Tensor min(Tensor input, Tensor other) => Given(input).min(other);

    public static Tensor amax(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
        Given(input).amax(dims, keepdim, @out);

    public static Tensor amax(Tensor input, long[] dims) => Given(input).amax((ReadOnlySpan<long>)dims);

    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) =>
        Given(input).amax(dims, keepdim, @out);

    public static Tensor amin(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
        Given(input).amin(dims, keepdim, @out);

    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) =>
        Given(input).amin(dims, keepdim, @out);

    public static (Tensor min, Tensor max) aminmax(Tensor input, long? dim = null, bool keepdim = false) =>
        Given(input).aminmax(dim, keepdim);

    public static Tensor argmax(Tensor input) => Given(input).argmax();

    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => Given(input).argmax(dim, keepdim);

    public static Tensor argmin(Tensor input) => Given(input).argmin();

    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => Given(input).argmin(dim, keepdim);

    public static Tensor norm(Tensor input) => Given(input).norm();

    public static Tensor norm(Tensor input, float p = 2) => Given(input).norm(p);

    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2) => Given(input).norm(dimension, keepdim, p);

    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => Given(input).logsumexp(dim, keepdim);

    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => Given(input).count_nonzero(dims);

    public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) => Given(input).renorm(p, dim, maxnorm);
}
