using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;
using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

public class LinearAlgebraTests
{
    // Symmetric, with eigenvalues 1 and 3.
    private static Tensor Symmetric() => Of([2, 2], 2, 1, 1, 2);

    [Fact]
    public void Solving_inverts_the_product()
    {
        using var a = Of([2, 2], 2, 1, 1, 3);
        using var b = Of([2, 1], 5, 10);
        Holds(linalg.solve(a, b), [2, 1], 1, 3);
        Holds(linalg.inv(a), [2, 2], 0.6, -0.2, -0.2, 0.4);
        Holds(a.inverse(), [2, 2], 0.6, -0.2, -0.2, 0.4);
        var (solution, info) = linalg.solve_ex(a, b);
        Holds(solution, [2, 1], 1, 3);
        Holds(info, [], 0);
    }

    [Fact]
    public void A_singular_matrix_is_refused_or_told_of()
    {
        using var a = Of([2, 2], 1, 2, 2, 4);
        using var b = Of([2, 1], 1, 1);
        Refuses(() => linalg.solve(a, b), "solve:");
        Refuses(() => linalg.inv(a), "inv:");
        var (inverse, info) = linalg.inv_ex(a);
        inverse.Dispose();
        Holds(info, [], 2);
        var (factors, pivots, infos) = torch.lu(a, get_infos: true);
        factors.Dispose();
        pivots.Dispose();
        Holds(infos, [], 2);
    }

    [Fact]
    public void Determinants()
    {
        using var a = Of([2, 2], 1, 2, 3, 4);
        Holds(a.det(), [], -2);
        var (sign, logarithm) = torch.slogdet(a);
        Holds(sign, [], -1);
        Holds(logarithm, [], Math.Log(2));
        using var s = Symmetric();
        Holds(s.logdet(), [], Math.Log(3));
    }

    [Fact]
    public void Eigenvalues_of_a_symmetric_matrix_come_smallest_first()
    {
        using var s = Symmetric();
        Holds(linalg.eigvalsh(s), [2], 1, 3);
        var (values, vectors) = linalg.eigh(s, 'U');
        Holds(values, [2], 1, 3);
        vectors.Dispose();
        Refuses(() => linalg.eigh(s, 'X'), "'UPLO' is 'X'");
    }

    [Fact]
    public void Decompositions_multiply_back_to_the_matrix()
    {
        using var scope = NewDisposeScope();
        var a = Of([3, 2], 1, 2, 3, 4, 5, 7);
        var (q, r) = linalg.qr(a);
        Holds(q.mm(r), [3, 2], 1, 2, 3, 4, 5, 7);
        var (u, s, vh) = linalg.svd(a, fullMatrices: false);
        Holds(torch.einsum("ij,j,jk->ik", u, s, vh), [3, 2], 1, 2, 3, 4, 5, 7);
        Holds(linalg.svdvals(a), [2], Read(s));
        var (empty, onlyR) = linalg.qr(a, linalg.QRMode.R);
        Assert.Equal([0L], empty.shape);
        Holds(onlyR, [2, 2], Read(r));

        var square = Of([2, 2], 1, 2, 3, 4);
        var (p, l, upper) = linalg.lu(square);
        Holds(torch.einsum("ij,jk,kl->il", p, l, upper), [2, 2], 1, 2, 3, 4);
        var (factors, pivots) = linalg.lu_factor(square);
        Holds(linalg.lu_solve(factors, pivots, Of([2, 1], 5, 11)), [2, 1], 1, 2);
        var (p2, l2, u2) = torch.lu_unpack(factors, pivots);
        Holds(p2.mm(l2).mm(u2), [2, 2], 1, 2, 3, 4);

        var (ld, places) = linalg.ldl_factor(Symmetric());
        Holds(linalg.ldl_solve(ld, places, Of([2, 1], 4, 5)), [2, 1], 1, 2);

        var lower = linalg.cholesky(Symmetric());
        Holds(torch.einsum("ij,kj->ik", lower, lower), [2, 2], 2, 1, 1, 2);
        Holds(torch.cholesky_inverse(lower), [2, 2], 2 / 3.0, -1 / 3.0, -1 / 3.0, 2 / 3.0);
        Holds(Of([2, 1], 4, 5).cholesky_solve(lower), [2, 1], 1, 2);
        var (reflectors, tau) = a.geqrf();
        Holds(torch.ormqr(reflectors, tau, q.mm(Eye(2)), true, true).mm(Eye(2)), [3, 2], 1, 0, 0, 1, 0, 0);
        Holds(torch.orgqr(reflectors, tau), [3, 2], Read(q));
    }

    [Fact]
    public void Least_squares_finds_the_line()
    {
        using var scope = NewDisposeScope();
        var a = Of([3, 2], 1, 0, 1, 1, 1, 2);
        var b = Of([3, 1], 1, 3, 5);
        Holds(linalg.lstsq(a, b).Solution, [2, 1], 1, 2);
        Holds(linalg.lstsq(a, b, 1e-10).Solution, [2, 1], 1, 2);
        Holds(linalg.pinv(a).mm(b), [2, 1], 1, 2);
        Holds(a.pinverse().mm(b), [2, 1], 1, 2);
    }

    [Fact]
    public void Triangles_are_solved_into_a_given_tensor()
    {
        using var a = Of([2, 2], 2, 0, 1, 4);
        using var b = Of([2, 1], 2, 9);
        using var result = torch.zeros([2, 1], ScalarType.Float64);
        Assert.Same(result, linalg.solve_triangular(a, b, upper: false, @out: result));
        Assert.Equal([1.0, 2.0], Read(result));
    }

    [Fact]
    public void Norms()
    {
        using var a = Of([2, 2], 3, 0, 4, 0);
        Holds(linalg.norm(a), [], 5);
        Holds(linalg.norm(a, double.PositiveInfinity), [], 4);
        Holds(linalg.norm(a, 1, [0]), [2], 7, 0);
        Holds(linalg.norm(a, "nuc"), [], 5);
        Holds(linalg.vector_norm(a), [], 5);
        Holds(linalg.vector_norm(a, 1, [1], keepdim: true), [2, 1], 3, 4);
        Holds(linalg.matrix_norm(a), [], 5);
        Holds(linalg.matrix_norm(a, 1), [], 7);
        using var d = Of([2, 2], 4, 0, 0, 2);
        Holds(linalg.cond(d), [], 2);
        Holds(linalg.cond(d, 1), [], 2);
        Holds(linalg.cond(d, "fro"), [], Math.Sqrt(20) * Math.Sqrt(1 / 16.0 + 1 / 4.0));
        Holds(linalg.matrix_rank(a), [], 1);
        Holds(linalg.matrix_rank(d, atol: 3.0), [], 1);
    }

    [Fact]
    public void Powers_and_exponentials_of_matrices()
    {
        using var a = Of([2, 2], 1, 1, 0, 1);
        Holds(a.matrix_power(5), [2, 2], 1, 5, 0, 1);
        Holds(a.matrix_power(-1), [2, 2], 1, -1, 0, 1);
        using var nilpotent = Of([2, 2], 0, 3, 0, 0);
        Holds(nilpotent.matrix_exp(), [2, 2], 1, 3, 0, 1);
        using var broken = Of([2, 2, 2], 0, 3, 0, 0, double.NaN, 0, 0, 0);
        Holds(linalg.matrix_exp(broken), [2, 2, 2], 1, 3, 0, 1, double.NaN, double.NaN, double.NaN, double.NaN);
    }

    [Fact]
    public void Tensors_as_matrices()
    {
        using var eye = Eye(4);
        using var a = Of([2, 2, 4], Read(eye));
        using var b = Ramp(2, 2);
        Holds(linalg.tensorsolve(a, b, null!), [4], 1, 2, 3, 4);
        Holds(linalg.tensorinv(a, 2), [4, 2, 2], Read(eye));
        using var v = Of([2], 2, 3);
        Holds(linalg.vander(v, 3), [2, 3], 1, 2, 4, 1, 3, 9);
        using var x = Of([3], 1, 0, 0);
        using var y = Of([3], 0, 1, 0);
        Holds(linalg.cross(x, y), [3], 0, 0, 1);
        Holds(linalg.diagonal(b), [2], 1, 4);
    }

    [Fact]
    public void Hostile_input_is_refused()
    {
        using var scope = NewDisposeScope();
        var e = Eye(3);
        var v = Ramp(3);
        var nan = Of([2, 2], double.NaN, 1, 1, double.NaN);
        var far = Int32(9, -999999999, 3);
        Refuses(() => linalg.ldl_solve(e, far, e), "pivot");
        Refuses(() => linalg.lu_solve(e, far, e), "lu_solve:");
        Refuses(() => torch.lu_unpack(e, far), "lu_unpack:");
        Refuses(() => linalg.svd(nan), "svd:");
        Refuses(() => linalg.tensorinv(e, 99), "'ind' is 99");
        Refuses(() => linalg.tensorinv(e, 0), "'ind' is 0");
        Refuses(() => linalg.tensorsolve(Of([], 1), v, null!), "fewer dimensions");
        Refuses(() => linalg.norm(e, 2, [7]), "norm:");
        Refuses(() => linalg.norm(e, (string)null!), "ord");
        Refuses(() => linalg.norm(e, "what"), "norm:");
        Refuses(() => linalg.matrix_norm(e, 2, [0]), "matrix_norm:");
        Refuses(() => linalg.det(v), "det:");
        Refuses(() => linalg.solve(e, Ramp(2, 2)), "solve:");
        Refuses(() => linalg.vander(v, 0), "vander:");
        Refuses(() => torch.ormqr(e, Ramp(9), e), "ormqr:");
        Refuses(() => linalg.qr(e, (linalg.QRMode)5), "mode");
        Refuses(() => linalg.multi_dot([]), "multi_dot:");
        Refuses(() => linalg.multi_dot(null!), "tensors");
        Refuses(() => linalg.inv(null!), "input");
    }

    private static unsafe Tensor Int32(params int[] values)
    {
        long length = values.Length;
        fixed (int* data = values)
        {
            return Call.Made(Native.at_from_memory(data, (int)ScalarType.Int32, &length, 1, new Options(-1, -1, -1, 0)));
        }
    }
}
