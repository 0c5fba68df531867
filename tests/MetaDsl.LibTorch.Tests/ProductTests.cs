using TorchSharp;
using static MetaDsl.LibTorch.Tests.Elements;

namespace MetaDsl.LibTorch.Tests;

public class ProductTests
{
    [Fact]
    public void A_matrix_product_is_rows_times_columns()
    {
        using var a = Ramp(2, 3);
        using var b = Ramp(3, 2);
        Holds(a.mm(b), [2, 2], 22, 28, 49, 64);
        Holds(a.matmul(b), [2, 2], 22, 28, 49, 64);
        Holds(torch.einsum("ij,jk->ki", a, b), [2, 2], 22, 49, 28, 64);
        Holds(torch.chain_matmul(a, b, a), [2, 3], 134, 184, 234, 305, 418, 531);
        Holds(torch.linalg.multi_dot([a, b, a]), [2, 3], 134, 184, 234, 305, 418, 531);
    }

    [Fact]
    public void A_batched_product_multiplies_pair_by_pair()
    {
        using var a = Ramp(2, 1, 2);
        using var b = Ramp(2, 2, 1);
        Holds(a.bmm(b), [2, 1, 1], 5, 25);
    }

    [Fact]
    public void Products_of_vectors()
    {
        using var a = Of([2], 1, 2);
        using var b = Of([2], 3, 4);
        using var matrix = Ramp(2, 2);
        Holds(a.dot(b), [], 11);
        Holds(a.vdot(b), [], 11);
        Holds(a.inner(b), [], 11);
        Holds(a.outer(b), [2, 2], 3, 4, 6, 8);
        Holds(a.ger(b), [2, 2], 3, 4, 6, 8);
        Holds(a.kron(b), [4], 3, 4, 6, 8);
        Holds(matrix.mv(a), [2], 5, 11);
        Holds(torch.linalg.vecdot(a, b), [], 11);
    }

    [Fact]
    public void An_added_product_scales_both_terms()
    {
        using var c = torch.ones([2, 2], torch.ScalarType.Float64);
        using var a = Ramp(2, 2);
        using var v = Of([2], 1, 2);
        Holds(c.addmm(a, a), [2, 2], 8, 11, 16, 23);
        Holds(c.addmm(a, a, beta: 2, alpha: 0.5f), [2, 2], 5.5, 7, 9.5, 13);
        Holds(v.addmv(a, v), [2], 6, 13);
        Holds(c.addr(v, v, 0, 3), [2, 2], 3, 6, 6, 12);
    }

    [Fact]
    public void An_added_product_of_integers_takes_whole_factors()
    {
        using var a = Longs([2, 2], 1, 2, 3, 4);
        Holds(a.addmm(a, a, beta: 2), [2, 2], 9, 14, 21, 30);
        Refuses(() => a.addmm(a, a, beta: 0.5f), "addmm: the factor 0.5 is not whole");
    }

    [Fact]
    public void A_product_added_in_place_changes_and_answers_the_tensor_itself()
    {
        using var c = torch.zeros([2, 2], torch.ScalarType.Float64);
        using var a = Ramp(2, 2);
        Assert.Same(c, c.addmm_(a, a));
        Holds(c.mul(c), [2, 2], 49, 100, 225, 484);
    }

    [Fact]
    public void Baddbmm_adds_the_product_of_the_batches_to_the_tensor_itself()
    {
        using var input = Of([1, 2, 2], 100, 200, 300, 400);
        using var one = Ramp(1, 2, 2);
        using var two = Of([1, 2, 2], 0, 1, 1, 0);
        Holds(input.baddbmm(one, two), [1, 2, 2], 102, 201, 304, 403);
        Holds(torch.baddbmm(input, one, two, beta: 0, alpha: 2), [1, 2, 2], 4, 2, 8, 6);
    }

    [Fact]
    public void Addbmm_sums_over_the_batch()
    {
        using var input = torch.zeros([1, 1], torch.ScalarType.Float64);
        using var a = Ramp(2, 1, 2);
        using var b = Ramp(2, 2, 1);
        Holds(input.addbmm(a, b), [1, 1], 30);
    }

    [Fact]
    public void A_tensor_product_contracts_the_dimensions_it_is_told()
    {
        using var a = Ramp(2, 2);
        using var b = Ramp(2, 2);
        Holds(a.tensordot(b), [], 30);
        Holds(a.tensordot(b, 1), [2, 2], 7, 10, 15, 22);
        Holds(a.tensordot(b, [0], [0]), [2, 2], 10, 14, 14, 20);
        Holds(torch.tensordot(a, b, [(0, 1)]), [2, 2], 7, 15, 10, 22);
        Holds(a.tensordot(b, 0), [2, 2, 2, 2], 1, 2, 3, 4, 2, 4, 6, 8, 3, 6, 9, 12, 4, 8, 12, 16);
    }

    [Fact]
    public void Distances_between_rows()
    {
        using var a = Of([2, 2], 0, 0, 3, 4);
        using var b = Of([1, 2], 3, 0);
        Holds(torch.cdist(a, b), [2, 1], 3, 4);
        Holds(torch.cdist(a, b, 1), [2, 1], 3, 4);
    }

    [Fact]
    public void The_gradient_of_an_added_product_is_the_transposed_products()
    {
        using var c = torch.zeros([1, 1], torch.ScalarType.Float64).requires_grad_();
        using var a = Of([1, 2], 3, 4).requires_grad_();
        using var b = Of([2, 1], 5, 6);
        using var y = c.addmm(a, b, 2, 3);
        var gradients = torch.autograd.grad([y], [c, a]);
        Holds(gradients[0], [1, 1], 2);
        Holds(gradients[1], [1, 2], 15, 18);
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_the_name_of_the_operation()
    {
        using var a = Ramp(2, 3);
        using var v = Ramp(3);
        using var scalar = Of([], 1);
        Refuses(() => a.mm(a), "mm:");
        Refuses(() => a.bmm(a), "bmm:");
        Refuses(() => a.matmul(a), "matmul:");
        Refuses(() => scalar.matmul(scalar), "matmul:");
        Refuses(() => a.mv(a), "mv:");
        Refuses(() => v.dot(a), "dot:");
        Refuses(() => a.addmm(a, a), "addmm:");
        Refuses(() => torch.einsum("ij,jk", a), "einsum:");
        Refuses(() => torch.einsum("\u00e9\u00e9\u00e9", a), "einsum:");
        Refuses(() => torch.einsum("ij"), "einsum:");
        Refuses(() => torch.einsum(null!, a), "equation");
        Refuses(() => torch.chain_matmul(), "chain_matmul:");
        Refuses(() => torch.chain_matmul(null!), "matrices");
        Refuses(() => torch.linalg.multi_dot([a]), "multi_dot:");
        Refuses(() => a.tensordot(a, 3), "'dims' is 3");
        Refuses(() => a.tensordot(a, -1), "'dims' is -1");
        Refuses(() => a.tensordot(a, [7], [0]), "tensordot:");
        Refuses(() => a.tensordot(a, null!, [0]), "dims1");
        Refuses(() => a.mm(null!), "target");
        Refuses(() => torch.mm(null!, a), "input");
        Refuses(() => torch.cdist(a, a, -1), "cdist:");
        Refuses(() => torch.cdist(a, a, 2, (compute_mode)9), "cdist:");
    }
}
