using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

// The same as percall.cpp and percall.py: for each operation the median over rounds of the nanoseconds a call.
var quick = args.Contains("--quick");
var warmUp = TimeSpan.FromMilliseconds(quick ? 400 : 800);
var round = TimeSpan.FromMilliseconds(quick ? 10 : 25);
var rounds = quick ? 9 : 21;

set_num_threads(1);
Operations.Prepare();
(string Name, Action<int> Repeat)[] operations =
[
    ("add", Operations.Add),
    ("add_inplace", Operations.AddInPlace),
    ("mm", Operations.MatrixProduct),
    ("bmm", Operations.BatchedProduct),
    ("zeros", Operations.Zeros),
    ("sum_item", Operations.SumItem),
    ("add_scalar", Operations.AddScalar),
    ("grad_of_grad", Operations.GradientOfGradient),
];
foreach (var (name, repeat) in operations)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {Measure(repeat):F1}"));
}

double Measure(Action<int> repeat)
{
    var calls = 0L;
    var clock = Stopwatch.StartNew();
    // In small portions, so that the runtime sees many calls and replaces its first, slow code.
    while (clock.Elapsed < warmUp)
    {
        repeat(10);
        calls += 10;
    }

    var callsPerRound = (int)Math.Max(1, calls * (round / clock.Elapsed));
    var times = new double[rounds];
    for (var i = 0; i < rounds; i++)
    {
        clock.Restart();
        repeat(callsPerRound);
        times[i] = clock.Elapsed.TotalNanoseconds / callsPerRound;
    }

    Array.Sort(times);
    return times[rounds / 2];
}

internal static class Operations
{
    private static readonly Scalar Three = 3;

    private static Tensor a = null!;
    private static Tensor b = null!;
    private static Tensor matrix = null!;
    private static Tensor hidden = null!;
    private static Tensor weights = null!;
    private static Tensor x = null!;

    public static void Prepare()
    {
        a = ones(8);
        b = zeros(8);
        matrix = ones(8, 8);
        hidden = ones(25, 10, 40);
        weights = ones(25, 40, 40);
        x = ones(8, requires_grad: true);
    }

    public static void Add(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var sum = a.add(b);
        }
    }

    public static void AddInPlace(int times)
    {
        for (var i = 0; i < times; i++) a.add_(b);
    }

    public static void MatrixProduct(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var product = matrix.mm(matrix);
        }
    }

    public static void BatchedProduct(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var product = hidden.bmm(weights);
        }
    }

    public static void Zeros(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var made = zeros(8);
        }
    }

    public static void SumItem(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var sum = a.sum();
            sum.ToSingle();
        }
    }

    public static void AddScalar(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var sum = a + 1f;
        }
    }

    public static void GradientOfGradient(int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var cube = x.pow(Three);
            using var y = cube.sum();
            using var slope = autograd.grad(new[] { y }, new[] { x }, retain_graph: true, create_graph: true)[0];
            using var slopes = slope.sum();
            using var curvature = autograd.grad(new[] { slopes }, new[] { x })[0];
        }
    }
}
