using MetaDsl.Generators.Passes;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Tests.Tensors;

/// <summary>
/// One operation with random shapes and numbers, as a program of one task: its value y, the gradients of the loss Σ c y², and how those
/// change when the operands move along directions. Some operands are each task's own, others shared.
/// </summary>
internal sealed class Operation
{
    public const int Examples = 3;

    private const int Rows = 4;

    private static readonly Dim Named = new(2, Name: "examples");

    private readonly ProgramBuilder program = new();
    private readonly List<Value> operands = [];
    private readonly List<Value> moving = [];
    private readonly Random random;

    private Operation(string name, int seed)
    {
        random = new Random(seed);
        Tasks = Pick(1, 3);
        for (var i = 0; i < 4; i++) Flags.Add(random.Next(2) == 0);
        var value = Build(name);
        var weight = program.Input("c", value.Type, "c", perTask: true);
        operands.Add(weight);
        var loss = program.Sum(program.Multiply(program.Multiply(value, value), weight), Enumerable.Range(0, value.Type.Rank), "loss");
        var gradients = GradientPass.Of(program, loss, moving);
        var directions = moving.Select((operand, i) => program.Input($"v{i}", operand.Type, $"v{i}", perTask: true)).ToArray();
        operands.AddRange(directions);
        var tangents = TangentPass.Of(
            program, gradients, Enumerable.Range(0, moving.Count).ToDictionary(i => moving[i], i => directions[i]));
        Loss = new TensorProgram([new("loss", loss)]);
        Program = new TensorProgram(
        [
            new("value", value),
            .. gradients.Select((gradient, i) => new KeyValuePair<string, Value>($"gradient{i}", gradient)),
            .. tangents.Select((tangent, i) => new KeyValuePair<string, Value>($"tangent{i}", tangent)),
            .. Shared(gradients).Select(pair => new KeyValuePair<string, Value>($"gradientOfAll{pair.Index}", pair.Value)),
            .. Shared(tangents).Select(pair => new KeyValuePair<string, Value>($"tangentOfAll{pair.Index}", pair.Value)),
        ]);
        Inputs = operands.ToDictionary(operand => operand.Name, operand => Draw(operand));
    }

    public static IEnumerable<string> Names =>
    [
        "Permute", "MatMul", "Convolution", "ConvolutionInput", "ConvolutionWeight", "MaxPool", "Take", "Put",
        "Standardize", "InverseDeviation", "Rsqrt", "Mean",
        "AveragePool", "AveragePoolInput", "Narrow", "PadZero", "Leading", "PadTo", "Concat", "Flip", "Softmax", "LogSoftmax", "Lookup", "Accumulate",
        "Functions", "Logarithms", "Steps", "Power", "Pow", "Atan2", "Remainder", "DivideBy", "Extremes", "Clamp", "Where",
    ];

    public int Tasks { get; }

    /// <summary>The operation of one task; what ends in OfAll is summed over tasks once there are many.</summary>
    public TensorProgram Program { get; }

    public TensorProgram Loss { get; }

    /// <summary>The operands of all tasks.</summary>
    public Dictionary<string, NumberArray> Inputs { get; }

    public IReadOnlyList<Value> Moving => moving;

    private List<bool> Flags { get; } = [];

    public static Operation Make(string name, int seed) => new(name, seed + name.Sum(c => c));

    /// <summary>The operands of one task.</summary>
    public Dictionary<string, NumberArray> Of(int task) => operands.ToDictionary(operand => operand.Name, operand =>
    {
        var all = Inputs[operand.Name];
        if (!((Input)operand.Op).PerTask) return all;
        var size = all.Values.Length / Tasks;
        return new NumberArray(all.Shape[1..], all.Values[(task * size)..((task + 1) * size)]);
    });

    private Value Build(string name) => name switch
    {
        "Permute" => Permute(),
        "MatMul" => MatMul(),
        "Convolution" => Convolution(name),
        "ConvolutionInput" => Convolution(name),
        "ConvolutionWeight" => Convolution(name),
        "MaxPool" => Pool(name),
        "Take" => Pool(name),
        "Put" => Pool(name),
        "Standardize" => Standardize(),
        "InverseDeviation" => program.InverseDeviation(
            Operand(TensorType.Of(3, 2, 4)), Pick<int[]>([0], [0, 2], [1, 2]), 1e-3, "y"),
        "Rsqrt" => program.Apply(new Rsqrt(), [Operand(Shape(Named, 3), "Positive")], "y"),
        "Mean" => program.Average(Operand(TensorType.Of(2, 3, 4)), Pick<int[]>([0], [1], [0, 2], [0, 1, 2]), "y", random.Next(2) == 0),
        "AveragePool" => Average(name),
        "AveragePoolInput" => Average(name),
        "Narrow" => program.Narrow(Operand(Shape(Named, 5, 2)), 1, Pick(0, 2), Pick(1, 3), "y"),
        "PadZero" => program.PadZero(Operand(Shape(Named, 3, 2)), Pick(1, 2), Pick(0, 1), Pick(1, 2), "y"),
        "Leading" => program.Leading(Operand(Shape(Named, 3, 2)), 0, Pick(1, 2), "y"),
        "PadTo" => program.PadTo(Operand(TensorType.Of(Pick(1, 2), 3, 2)), 0, Named, "y"),
        "Concat" => Concat(),
        "Flip" => program.Flip(Operand(Shape(Named, 3, 2)), Pick<int[]>([0], [1], [1, 2]), "y"),
        "Softmax" => program.Softmax(Operand(Shape(Named, 3, 2)), Pick(0, 1, 2), "y"),
        "LogSoftmax" => program.LogSoftmax(Operand(Shape(Named, 3, 2)), Pick(0, 1, 2), "y"),
        "Lookup" => program.Lookup(Operand(TensorType.Of(Rows, 3)), Index(), "y"),
        "Accumulate" => Accumulate(),
        "Functions" => program.Apply(
            Pick<Op>(new Tan(), new Asin(), new Acos(), new Atan(), new Sinh(), new Cosh()),
            [program.Scale(Operand(Shape(Named, 3)), 0.9)],
            "y"),
        "Logarithms" => program.Apply(Pick<Op>(new Log2(), new Log10()), [Operand(Shape(Named, 3), "Positive")], "y"),
        // Flat themselves: what they are multiplied by is not.
        "Steps" => Steps(),
        "Power" => program.Apply(new Power(Pick(-1.5, 0.5, 3)), [Operand(Shape(Named, 3), "Positive")], "y"),
        "Pow" => program.Apply(new Pow(), [Operand(Shape(Named, 3), "Positive"), Second()], "y"),
        "Atan2" => program.Apply(new Atan2(), [Operand(Shape(Named, 3)), Second("Positive")], "y"),
        "DivideBy" => program.Apply(new DivideBy(-0.7), [Operand(Shape(Named, 3))], "y"),
        "Remainder" => program.Apply(new Remainder(), [Operand(Shape(Named, 3)), Second("Positive")], "y"),
        "Extremes" => program.Apply(Pick<Op>(new Maximum(), new Minimum()), [Operand(Shape(Named, 3)), Second()], "y"),
        "Clamp" => program.Apply(Pick<Op>(new ClampMin(-0.2), new ClampMax(0.3)), [Operand(Shape(Named, 3))], "y"),
        "Where" => program.Where(
            Condition(), Operand(Shape(Named, 3)), random.Next(2) == 0 ? Operand(Shape(new(1), 3)) : program.Number(0.5)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not an operation"),
    };

    private Value Permute()
    {
        var x = Operand(Shape(Named, 3, 4, 2));
        var order = Enumerable.Range(0, 4).OrderBy(_ => random.Next()).ToArray();
        // Joined afterwards: what was moved has to be copied.
        var turned = program.Permute(x, order);
        var dims = turned.Type.Dims;
        return program.Reshape(turned, TensorType.Of([dims[0] * dims[1], dims[2], dims[3]]), "y");
    }

    private Value MatMul()
    {
        var front = Pick<Dim[]>([], [Named], [Named, new Dim(2)]);
        var (rows, inner, columns) = (new Dim(Pick(1, 2, 4)), new Dim(Pick(1, 3)), new Dim(Pick(1, 2, 3)));
        return program.MatMul(Operand(TensorType.Of([.. front, rows, inner])), Operand(TensorType.Of([.. front, inner, columns])), "y");
    }

    private Value Convolution(string name)
    {
        var axes = Pick(1, 2);
        int[] Each(params int[] choices) => [.. Enumerable.Range(0, axes).Select(_ => Pick(choices))];
        var (groups, kernel, dilation) = (Pick(1, 1, 2), Each(1, 2, 3), Each(1, 1, 2));
        var slide = new Slide(new(Each(1, 1, 2, 3)), new(Each(0, 1, 2)), new(dilation));
        int[] sizes = [.. kernel.Select((size, axis) => slide.Span(axis, size) + random.Next(4))];
        var (inputs, outputs) = (Pick(1, 2, 3), Pick(1, 2));
        var images = TensorType.Of([Named, new Dim(groups * inputs), .. sizes.Select(size => new Dim(size))]);
        var kernels = TensorType.Of([new Dim(groups * outputs), new Dim(inputs), .. kernel.Select(size => new Dim(size))]);
        var results = new Convolution(slide, new Dim(groups)).Infer([images, kernels]);
        return name switch
        {
            "Convolution" => program.Convolution(Operand(images), Operand(kernels), slide, groups, "y"),
            "ConvolutionInput" => program.ConvolutionInput(Operand(results), Operand(kernels), new(sizes), slide, new Dim(groups), "y"),
            _ => program.ConvolutionWeight(Operand(images), Operand(results), new(kernel), slide, new Dim(groups), "y"),
        };
    }

    private Value Pool(string name)
    {
        var axes = Pick(1, 2);
        int[] Each(params int[] choices) => [.. Enumerable.Range(0, axes).Select(_ => Pick(choices))];
        var kernel = Each(2, 3);
        var isPlain = random.Next(3) == 0;
        var slide = isPlain
            ? new Slide(new(kernel), new(Each(0)), new(Each(1)))
            : new Slide(new(Each(1, 2, 3)), new(Each(0, 1)), new(Each(1, 1, 2)));
        var window = new Window(new(kernel), slide);
        int[] sizes = [.. kernel.Select((size, axis) => slide.Span(axis, size) + random.Next(4))];
        var images = Operand(TensorType.Of([Named, new Dim(2), .. sizes.Select(size => new Dim(size))]));
        if (name == "MaxPool") return program.MaxPool(images, window, "y");
        var places = program.Apply(new MaxPoolPlaces(window), [images], "places");
        moving.Clear();
        if (name == "Take") return program.Take(Operand(images.Type), places, window, "y");
        return program.Put(Operand(places.Type), places, window, new(sizes), "y");
    }

    private Value Average(string name)
    {
        var axes = Pick(1, 2);
        int[] Each(params int[] choices) => [.. Enumerable.Range(0, axes).Select(_ => Pick(choices))];
        var kernel = Each(2, 3);
        var isTiled = random.Next(3) == 0;
        var slide = isTiled
            ? new Slide(new(kernel), new(Each(0)), new(Each(1)))
            : new Slide(new(Each(1, 2, 3)), new(Each(0, 1)), new(Each(1)));
        var window = new Window(new(kernel), slide);
        int[] sizes = [.. kernel.Select(size => isTiled ? size * Pick(1, 2) : size + random.Next(4))];
        var images = TensorType.Of([Named, new Dim(2), .. sizes.Select(size => new Dim(size))]);
        return name == "AveragePool"
            ? program.AveragePool(Operand(images), window, "y")
            : program.AveragePoolInput(Operand(new AveragePool(window).Infer([images])), window, new(sizes), "y");
    }

    private Value Concat()
    {
        var (first, second) = (Operand(Shape(Named, 2, 3)), Operand(Shape(Named, 1, 3)));
        // The same again, and at times one that does not move.
        if (random.Next(2) == 0) moving.RemoveAt(1);
        return program.Concat([first, second, first], 1, "y");
    }

    private Value Accumulate()
    {
        var index = Index();
        return program.Accumulate(Operand(TensorType.Of([.. index.Type.Dims, new Dim(3)])), index, Rows, "y");
    }

    private Value Index()
    {
        var index = Operand(Pick(Shape(Named), Shape(Named, 2)), "Index");
        moving.Remove(index);
        return index;
    }

    private Value Standardize()
    {
        var x = Operand(Shape(Named, 3, 2, 2));
        return program.Standardize(x, Pick<int[]>([0, 2, 3], [1, 2, 3], [2, 3], [0], [3]), 1e-3, "y");
    }

    // As many numbers as the first operand has, or one for each of its columns.
    private Value Second(string kind = "") => Operand(Pick(Shape(Named, 3), Shape(new(1), 3)), kind);

    private Value Steps()
    {
        var x = Operand(Shape(Named, 3));
        var steps = program.Apply(Pick<Op>(new Floor(), new Ceiling(), new Round(), new Truncate()), [program.Scale(x, 3, "wide")], "steps");
        return program.Multiply(steps, x, "y");
    }

    // With every order, and all there is of logic.
    private Value Condition()
    {
        var (left, right) = (Operand(Shape(Named, 3)), Operand(Shape(new(1), 3)));
        moving.Clear();
        var orders = Enum.GetValues<Order>();
        var first = program.Apply(new Compare(Pick(orders)), [left, right], "first");
        var second = program.Apply(new CompareWith(Pick(orders), 0.1), [left], "second");
        var inverse = program.Apply(new LogicalNot(), [second], "inverse");
        return program.Apply(Pick<Op>(new LogicalAnd(), new LogicalOr()), [first, inverse], "condition");
    }

    private Value Operand(TensorType type, string kind = "")
    {
        var name = $"a{operands.Count}{kind}";
        var operand = program.Input(name, type, name, perTask: Flags[operands.Count]);
        operands.Add(operand);
        moving.Add(operand);
        return operand;
    }

    private IEnumerable<(int Index, Value Value)> Shared(IReadOnlyList<Value> values) => values
        .Select((value, i) => (i, value))
        .Where(pair => !((Input)moving[pair.i].Op).PerTask)
        .Select(pair => (pair.i, program.TaskSum(pair.value, pair.value.Name + "OfAll")));

    private static TensorType Shape(Dim first, params int[] sizes) => TensorType.Of([first, .. sizes.Select(size => new Dim(size))]);

    private NumberArray Draw(Value operand)
    {
        var shape = Interpreter.Sizes(operand.Type, 1, Examples);
        if (((Input)operand.Op).PerTask) shape = [Tasks, .. shape];
        return NumberArray.Make(
            shape,
            _ => operand.Name.EndsWith("Positive", StringComparison.Ordinal) ? 0.5 + random.NextDouble()
                : operand.Name.EndsWith("Index", StringComparison.Ordinal) ? random.Next(Rows)
                : (2 * random.NextDouble()) - 1);
    }

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
