using System.Globalization;
using TorchSharp;

namespace MetaDsl.LibTorch.Tests;

[Collection(ProcessWide.Name)]
public class PrintingTests
{
    [Fact]
    public void A_tensor_tells_its_shape_type_and_device()
    {
        using var matrix = torch.zeros(2, 3);
        using var number = torch.tensor(5L);
        Assert.Equal("[2x3], type = Float32, device = cpu", matrix.ToString());
        Assert.Equal("[], type = Int64, device = cpu", number.metastr());
        Assert.Equal("[2x3], type = Float32, device = cpu", matrix.ToString(false));
    }

    [Fact]
    public void Numpy_style_nests_brackets()
    {
        using var matrix = torch.tensor(new[,] { { 1f, 2.5f }, { -3f, 4f } });
        using var cube = torch.arange(8).to(torch.int32, disposeAfter: true);
        using var shaped = torch.tensor(cube.data<int>().ToArray(), 2, 2, 2, 1);
        Assert.Equal("[[1, 2.5]\n [-3, 4]]", matrix.npstr(newLine: "\n"));
        Assert.Equal("[[[[0]\n   [1]]\n\n  [[2]\n   [3]]]\n\n\n [[[4]\n   [5]]\n\n  [[6]\n   [7]]]]", shaped.npstr(newLine: "\n"));
        Assert.Equal("[0, 1, 2, ... 5, 6, 7]", cube.npstr());
    }

    [Fact]
    public void Long_dimensions_are_cut_in_the_middle()
    {
        using var rows = torch.zeros([9, 1], torch.int64);
        Assert.Equal("[[0]\n [0]\n [0]\n ...\n [0]\n [0]\n [0]]", rows.npstr(newLine: "\n"));
        using var large = torch.zeros(2000, 2);
        Assert.Equal(7, large.jlstr(newLine: "\n").Split('\n').Count(line => line.StartsWith(' ')));
    }

    [Fact]
    public void Julia_style_aligns_columns()
    {
        using var matrix = torch.tensor(new[,] { { 1f, 22.5f }, { -3f, 4f } });
        using var vector = torch.tensor([true, false]);
        using var number = torch.tensor(0.5);
        using var cube = torch.ones([2, 1, 1], torch.int32);
        Assert.Equal("[2x2], type = Float32, device = cpu\n  1 22.5\n -3    4\n", matrix.str(newLine: "\n"));
        Assert.Equal("[2], type = Bool, device = cpu\n True False\n", vector.jlstr(newLine: "\n"));
        Assert.Equal("[], type = Float64, device = cpu, value = 0.5", number.str());
        Assert.Equal("[2x1x1], type = Int32, device = cpu\n[0,..,..] =\n 1\n\n[1,..,..] =\n 1\n", cube.str(newLine: "\n"));
    }

    [Fact]
    public void A_line_ends_where_its_width_does()
    {
        using var vector = torch.full(20, 1234);
        Assert.Equal("[20], type = Int64, device = cpu\n 1234 1234 1234 ...\n", vector.jlstr(width: 19, newLine: "\n"));
        Assert.Equal("[20], type = Int64, device = cpu\n ...\n", vector.jlstr(width: 0, newLine: "\n"));
    }

    [Fact]
    public void CSharp_style_is_an_array_of_CSharp()
    {
        using var vector = torch.tensor(new[] { 1L, -2L });
        using var matrix = torch.tensor(new[,] { { 1f, 2.5f }, { -3f, 4f } });
        using var number = torch.tensor(2.5f);
        Assert.Equal("[2], type = Int64, device = cpu, value = long [] {1L, -2L}", vector.cstr());
        Assert.Equal(
            "[2x2], type = Float32, device = cpu, value = \nfloat [,] {\n {1f, 2.5f},\n {-3f, 4f}\n}", matrix.cstr(newLine: "\n"));
        Assert.Equal("[], type = Float32, device = cpu, value = 2.5", number.cstr());
    }

    [Fact]
    public void Empty_tensors_have_nothing_to_show()
    {
        using var none = torch.zeros(0);
        using var rows = torch.zeros(0, 3);
        using var columns = torch.zeros(2, 0);
        Assert.Equal("[]", none.npstr());
        Assert.Equal("[0x3], type = Float32, device = cpu\n", rows.jlstr(newLine: "\n"));
        Assert.Equal("[2x0], type = Float32, device = cpu\n\n\n", columns.jlstr(newLine: "\n"));
        Assert.Equal("[[]\n []]", columns.npstr(newLine: "\n"));
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_thread()
    {
        using var tensor = torch.tensor(new[] { 1.5, double.NaN, 1e10 });
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("[1.5, NaN, 1e+10]", tensor.npstr());
            Assert.Equal("[1,50, NaN, 10000000000,00]", tensor.npstr("F2", cultureInfo: CultureInfo.GetCultureInfo("de-DE")));
            Assert.Equal("[3], type = Float64, device = cpu", tensor.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Tensors_of_every_type_and_layout_can_be_shown()
    {
        using var scope = torch.NewDisposeScope();
        torch.ScalarType[] types =
        [
            torch.@bool, torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.bfloat16, torch.float32,
        ];
        foreach (var type in types)
        {
            var text = torch.ones([2], type).npstr();
            Assert.Equal(type == torch.@bool ? "[True, True]" : "[1, 1]", text);
        }

        var turned = torch.empty_strided([2, 2], [1, 2], torch.int32).copy_(torch.tensor(new[,] { { 1, 2 }, { 3, 4 } }));
        Assert.Equal("[[1, 2]\n [3, 4]]", turned.npstr(newLine: "\n"));
        var graph = torch.ones([1], requires_grad: true);
        Assert.Equal("[1]", graph.npstr());
    }

    [Fact]
    public void A_style_that_does_not_exist_is_an_error()
    {
        using var tensor = torch.zeros(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => tensor.ToString((TensorStringStyle)9));
        Assert.Throws<ArgumentNullException>(() => ((torch.Tensor)null!).str());
    }
}
