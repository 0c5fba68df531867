using System.Text;
using MetaDsl.LibTorch;
using static MetaDsl.LibTorch.Call;

namespace TorchSharp;

/// <summary>
/// How <see cref="torch.cdist"/> computes Euclidean distances: by a matrix product, which is faster and less exact, or not.
/// </summary>
public enum compute_mode
{
    use_mm_for_euclid_dist_if_necessary = 0,
    use_mm_for_euclid_dist = 1,
    donot_use_mm_for_euclid_dist = 2,
}

public static unsafe partial class torch
{
    public static Tensor mm(Tensor input, Tensor target) => Given(input).mm(target);

    public static Tensor bmm(Tensor input, Tensor batch2) => Given(input).bmm(batch2);

    public static Tensor mv(Tensor input, Tensor target) => Given(input).mv(target);

    public static Tensor dot(Tensor input, Tensor other) => Given(input).dot(other);

    public static Tensor vdot(Tensor input, Tensor target) => Given(input).vdot(target);

    public static Tensor matmul(Tensor input, Tensor target) => Given(input).matmul(target);

    public static Tensor outer(Tensor input, Tensor vec2) => Given(input).outer(vec2);

    public static Tensor ger(Tensor input, Tensor vec2) => Given(input).ger(vec2);

    public static Tensor inner(Tensor input, Tensor vec2) => Given(input).inner(vec2);

    public static Tensor kron(Tensor input, Tensor other) => Given(input).kron(other);

    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        Given(input).addmm(mat1, mat2, beta, alpha);

    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        Given(input).addmm_(mat1, mat2, beta, alpha);

    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        Given(input).addmv(mat1, mat2, beta, alpha);

    public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        Given(input).addmv_(mat1, mat2, beta, alpha);

    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
        Given(input).addr(vec1, vec2, beta, alpha);

    public static Tensor addr_(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
        Given(input).addr_(vec1, vec2, beta, alpha);

    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
        Given(input).addbmm(batch1, batch2, beta, alpha);

    public static Tensor addbmm_(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
        Given(input).addbmm_(batch1, batch2, beta, alpha);

    /// <inheritdoc cref="Tensor.baddbmm"/>
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
        Given(input).baddbmm(batch1, batch2, beta, alpha);

    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => Given(a).tensordot(b, dims);

    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => Given(a).tensordot(b, dims1, dims2);

    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) => Given(a).tensordot(b, dims);

    public static Tensor einsum(string equation, params Tensor[] tensors)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(tensors);
        using var operands = UseAll(tensors);
        // A letter takes at most three bytes in UTF-8.
        Span<byte> text = equation.Length <= 128 ? stackalloc byte[3 * equation.Length] : new byte[3 * equation.Length];
        var length = Encoding.UTF8.GetBytes(equation, text);
        fixed (byte* characters = text)
        fixed (nint* pointers = operands.Pointers)
        {
            return Made(Native.at_einsum(characters, length, pointers, operands.Count));
        }
    }

    public static Tensor chain_matmul(params Tensor[] matrices)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        using var factors = UseAll(matrices);
        fixed (nint* pointers = factors.Pointers) return Made(Native.at_chain_matmul(pointers, factors.Count));
    }

    public static Tensor cdist(
        Tensor x1, Tensor x2, double p = 2, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary)
    {
        using var left = Use(x1);
        using var right = Use(x2);
        return Made(Native.at_cdist(left, right, p, (long)compute_mode));
    }
}
