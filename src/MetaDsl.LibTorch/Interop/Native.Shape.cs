using System.Runtime.InteropServices;

namespace MetaDsl.LibTorch;

internal static unsafe partial class Native
{
    // shape.cpp
    [DllImport(Library)] internal static extern Produced at_reshape(nint self, long* values, int count);
    [DllImport(Library)] internal static extern Produced at_view(nint self, long* values, int count);
    [DllImport(Library)] internal static extern Produced at_permute(nint self, long* values, int count);
    [DllImport(Library)] internal static extern Produced at_repeat(nint self, long* values, int count);
    [DllImport(Library)] internal static extern Produced at_tile(nint self, long* values, int count);
    [DllImport(Library)] internal static extern Produced at_flip(nint self, long* values, int count);
    [DllImport(Library)] internal static extern Produced at_broadcast_to(nint self, long* values, int count);
    [DllImport(Library)] internal static extern Produced at_view_as(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_expand(nint self, long* values, int count, int isImplicit);
    [DllImport(Library)] internal static extern Produced at_expand_as(nint self, nint other);
    [DllImport(Library)] internal static extern Produced at_flatten(nint self, long from, long to);
    [DllImport(Library)] internal static extern Produced at_ravel(nint self);
    [DllImport(Library)] internal static extern Produced at_unflatten(nint self, long dim, long* values, int count);
    [DllImport(Library)] internal static extern Produced at_squeeze(nint self);
    [DllImport(Library)] internal static extern int at_squeeze_(nint self);
    [DllImport(Library)] internal static extern Produced at_squeeze_dim(nint self, long dim);
    [DllImport(Library)] internal static extern int at_squeeze_dim_(nint self, long dim);
    [DllImport(Library)] internal static extern Produced at_unsqueeze(nint self, long dim);
    [DllImport(Library)] internal static extern int at_unsqueeze_(nint self, long dim);
    [DllImport(Library)] internal static extern Produced at_transpose(nint self, long a, long b);
    [DllImport(Library)] internal static extern int at_transpose_(nint self, long a, long b);
    [DllImport(Library)] internal static extern Produced at_t(nint self);
    [DllImport(Library)] internal static extern Produced at_adjoint(nint self);
    [DllImport(Library)] internal static extern Produced at_mT(nint self);
    [DllImport(Library)] internal static extern Produced at_mH(nint self);
    [DllImport(Library)] internal static extern Produced at_H(nint self);
    [DllImport(Library)] internal static extern Produced at_T(nint self);
    [DllImport(Library)] internal static extern Produced at_movedim(
        nint self, long* source, int sourceCount, long* destination, int destinationCount);
    [DllImport(Library)] internal static extern Produced at_roll(nint self, long* shifts, int shiftCount, long* dims, int dimCount);
    [DllImport(Library)] internal static extern Produced at_rot90(nint self, long k, long from, long to);
    [DllImport(Library)] internal static extern Produced at_fliplr(nint self);
    [DllImport(Library)] internal static extern Produced at_flipud(nint self);
    [DllImport(Library)] internal static extern Produced at_narrow(nint self, long dim, long start, long length);
    [DllImport(Library)] internal static extern Produced at_select(nint self, long dim, long index);
    [DllImport(Library)] internal static extern Produced at_slice(nint self, long dim, long start, long end, long step);
    [DllImport(Library)] internal static extern Produced at_as_strided(
        nint self, long* size, int dims, long* strides, int strideCount, long offset);
    [DllImport(Library)] internal static extern Produced at_unfold(nint self, long dim, long size, long step);
    [DllImport(Library)] internal static extern Produced at_repeat_interleave(nint self, long repeats, long* dim, long* outputSize);
    [DllImport(Library)] internal static extern Produced at_repeat_interleave_each(nint self, nint repeats, long* dim, long* outputSize);
    [DllImport(Library)] internal static extern Produced at_diagonal(nint self, long offset, long dim1, long dim2);
    [DllImport(Library)] internal static extern Produced at_diag(nint self, long diagonal);
    [DllImport(Library)] internal static extern Produced at_diag_embed(nint self, long offset, long dim1, long dim2);
    [DllImport(Library)] internal static extern Produced at_diagflat(nint self, long offset);
    [DllImport(Library)] internal static extern Produced at_trace(nint self);
    [DllImport(Library)] internal static extern Produced at_tril(nint self, long diagonal);
    [DllImport(Library)] internal static extern Produced at_triu(nint self, long diagonal);
    [DllImport(Library)] internal static extern int at_tril_(nint self, long diagonal);
    [DllImport(Library)] internal static extern int at_triu_(nint self, long diagonal);
    [DllImport(Library)] internal static extern Produced at_tril_indices(long rows, long columns, long offset, Options asked);
    [DllImport(Library)] internal static extern Produced at_triu_indices(long rows, long columns, long offset, Options asked);
    [DllImport(Library)] internal static extern Produced at_diagonal_scatter(nint self, nint source, long offset, long dim1, long dim2);
    [DllImport(Library)] internal static extern Produced at_select_scatter(nint self, nint source, long dim, long index);
    [DllImport(Library)] internal static extern Produced at_slice_scatter(
        nint self, nint source, long dim, long start, long end, long step);
    [DllImport(Library)] internal static extern Produced at_atleast_1d(nint self);
    [DllImport(Library)] internal static extern Produced at_atleast_2d(nint self);
    [DllImport(Library)] internal static extern Produced at_atleast_3d(nint self);
    [DllImport(Library)] internal static extern Produced at_channel_shuffle(nint self, long groups);
    [DllImport(Library)] internal static extern Produced at_combinations(nint self, long r, int withReplacement);
    [DllImport(Library)] internal static extern Produced at_vander(nint self, long* columns, int increasing);
}
