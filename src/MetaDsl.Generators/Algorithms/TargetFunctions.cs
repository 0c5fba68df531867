using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Algorithms;

/// <summary>What a target may compute: by its name, on numbers that are known, and as tensor operations on all examples.</summary>
internal static class TargetFunctions
{
    public const string Add = "Add";
    public const string Subtract = "Subtract";
    public const string Multiply = "Multiply";
    public const string Divide = "Divide";
    public const string Remainder = "Remainder";
    public const string Negate = "Negate";
    public const string Pow = "Pow";

    /// <summary>To the power of a number that is known.</summary>
    public const string Power = "Power";

    /// <summary>What the parser makes of a smallest and a largest number.</summary>
    public const string Clamp = "Clamp";

    /// <summary>One number of a vector.</summary>
    public const string Element = "Element";

    public const string Where = "Where";
    public const string And = "And";
    public const string Or = "Or";
    public const string Not = "Not";
    public const string Less = "Less";
    public const string AtMost = "AtMost";
    public const string Greater = "Greater";
    public const string AtLeast = "AtLeast";
    public const string Equal = "Equal";
    public const string Unequal = "Unequal";

    private static readonly Dictionary<string, Function> Math1 = new()
    {
        ["Abs"] = new(Math.Abs, () => new Abs()),
        ["Acos"] = new(Math.Acos, () => new Acos()),
        ["Asin"] = new(Math.Asin, () => new Asin()),
        ["Atan"] = new(Math.Atan, () => new Atan()),
        ["Cbrt"] = new(CubeRoot, () => new Abs()),
        ["Ceiling"] = new(Math.Ceiling, () => new Ceiling()),
        ["Cos"] = new(Math.Cos, () => new Cos()),
        ["Cosh"] = new(Math.Cosh, () => new Cosh()),
        ["Exp"] = new(Math.Exp, () => new Exp()),
        ["Floor"] = new(Math.Floor, () => new Floor()),
        ["Log"] = new(Math.Log, () => new Log()),
        ["Log10"] = new(Math.Log10, () => new Log10()),
        ["Log2"] = new(Log2, () => new Log2()),
        ["Round"] = new(Math.Round, () => new Round()),
        ["Sign"] = new(x => Math.Sign(x), () => new Sign()),
        ["Sin"] = new(Math.Sin, () => new Sin()),
        ["Sinh"] = new(Math.Sinh, () => new Sinh()),
        ["Sqrt"] = new(Math.Sqrt, () => new Sqrt()),
        ["Tan"] = new(Math.Tan, () => new Tan()),
        ["Tanh"] = new(Math.Tanh, () => new Tanh()),
        ["Truncate"] = new(Math.Truncate, () => new Truncate()),
    };

    private static readonly HashSet<string> Math2 = ["Atan2", "Max", "Min", Pow];

    /// <summary>The functions of <c>Math</c>, for people.</summary>
    public static string Names { get; } = string.Join(
        ", ", Math1.Keys.Concat(Math2).Append(Clamp).OrderBy(name => name, StringComparer.Ordinal).Select(name => $"'{name}'"));

    /// <summary>Whether <c>Math</c> has such a function that can be translated, with so many arguments.</summary>
    public static bool Has(string name, int arguments) => arguments switch
    {
        1 => Math1.ContainsKey(name),
        2 => Math2.Contains(name),
        3 => name == Clamp,
        _ => false,
    };

    /// <summary>The result for numbers that are known.</summary>
    public static double Compute(string name, double[] x) => name switch
    {
        Add => x[0] + x[1],
        Subtract => x[0] - x[1],
        Multiply => x[0] * x[1],
        Divide => x[0] / x[1],
        Remainder => x[0] % x[1],
        Pow => Math.Pow(x[0], x[1]),
        "Atan2" => Math.Atan2(x[0], x[1]),
        "Max" => Math.Max(x[0], x[1]),
        "Min" => Math.Min(x[0], x[1]),
        Clamp => Math.Min(Math.Max(x[0], x[1]), x[2]),
        _ => Math1[name].Compute(x[0]),
    };

    /// <summary>The result as a value of a tensor program.</summary>
    /// <param name="program">Where it goes.</param>
    /// <param name="operation">Its name.</param>
    /// <param name="number">The number that belongs to some operations.</param>
    /// <param name="x">The operands.</param>
    /// <param name="name">What the user calls it; empty where that has no name.</param>
    public static Value Apply(ProgramBuilder program, string operation, double number, Value[] x, string name)
    {
        string Named(string otherwise) => name.Length > 0 ? name : otherwise;
        Value Of(Op op, string otherwise) => program.Apply(op, x, Named(otherwise));
        return operation switch
        {
            Add => AddOrShift(program, x[0], x[1], Named("sum"), name),
            Subtract when x[1].Op is Number subtracted => program.Shift(x[0], -subtracted.Value.Value, NullIfEmpty(name)),
            Subtract when x[0].Op is Number => AddOrShift(program, x[0], program.Negate(x[1]), Named("difference"), name),
            Subtract => program.Subtract(x[0], x[1], Named("difference")),
            Multiply => program.Multiply(x[0], x[1], Named("product")),
            Divide => Quotient(program, x[0], x[1], Named("quotient")),
            Negate => program.Negate(x[0], NullIfEmpty(name)),
            Remainder => Of(new Remainder(), "remainder"),
            Pow => Of(new Pow(), "power"),
            Power => Of(new Power(number), "power"),
            "Atan2" => Of(new Atan2(), "angle"),
            "Max" => Extreme(program, x[0], x[1], isLargest: true, Named("larger")),
            "Min" => Extreme(program, x[0], x[1], isLargest: false, Named("smaller")),
            "Cbrt" => CubeRoot(program, x[0], Named("cbrt")),
            Element => program.Narrow(x[0], 1, (int)number, 1, Named($"{x[0].Name}{Printing.CSharpLiteral.Of((int)number)}")),
            "Sum" => program.Sum(x[0], [1], Named(x[0].Name + "Sum"), keep: true),
            "Dot" => program.Sum(program.Multiply(x[0], x[1], x[0].Name + "Products"), [1], Named(x[0].Name + "Sum"), keep: true),
            Where => Of(new Where(), "chosen"),
            And => Of(new LogicalAnd(), "both"),
            Or => Of(new LogicalOr(), "either"),
            Not => Of(new LogicalNot(), "otherwise"),
            Less => Comparison(program, x, Order.Less),
            AtMost => Comparison(program, x, Order.LessOrEqual),
            Greater => Comparison(program, x, Order.Greater),
            AtLeast => Comparison(program, x, Order.GreaterOrEqual),
            Equal => Comparison(program, x, Order.Equal),
            Unequal => Comparison(program, x, Order.Unequal),
            _ => Of(Math1[operation].Op(), char.ToLowerInvariant(operation[0]) + operation.Substring(1)),
        };
    }

    /// <summary>A sum, of which one part may be a number that is known.</summary>
    public static Value AddOrShift(ProgramBuilder program, Value left, Value right, string sum, string shifted = "") =>
        (left.Op, right.Op) switch
        {
            (_, Number number) => program.Shift(left, number.Value.Value, NullIfEmpty(shifted)),
            (Number number, _) => program.Shift(right, number.Value.Value, NullIfEmpty(shifted)),
            _ => program.Add(left, right, sum),
        };

    private static string? NullIfEmpty(string name) => name.Length == 0 ? null : name;

    // As C# rounds it, on a CPU: a product with the reciprocal, which a GPU takes all the same, is a quotient only where that is exact.
    private static Value Quotient(ProgramBuilder program, Value left, Value right, string name) => (left.Op, right.Op) switch
    {
        (_, Number number) when HasExactReciprocal(number.Value.Value) => program.Scale(left, 1 / number.Value.Value, name),
        (_, Number number) => program.Apply(new DivideBy(number.Value.Value), [left], name),
        (Number number, _) when HasExactReciprocal(number.Value.Value) =>
            program.Scale(program.Apply(new Reciprocal(), [right], "reciprocal"), number.Value, name),
        _ => program.Divide(left, right, name),
    };

    // A power of two, of which neither is so small that digits are missing.
    private static bool HasExactReciprocal(double number) =>
        (BitConverter.DoubleToInt64Bits(number) & 0xF_FFFF_FFFF_FFFF) == 0 && Math.Abs(number) is > 1e-30 and < 1e30;

    private static Value Extreme(ProgramBuilder program, Value left, Value right, bool isLargest, string name)
    {
        if (left.Op is Number) (left, right) = (right, left);
        if (right.Op is not Number bound) return program.Apply(isLargest ? new Maximum() : new Minimum(), [left, right], name);
        return program.Apply(isLargest ? new ClampMin(bound.Value.Value) : new ClampMax(bound.Value.Value), [left], name);
    }

    // A third has no end in binary, so the power misses the roots of whole cubes.
    private static Value CubeRoot(ProgramBuilder program, Value x, string name)
    {
        var size = program.Apply(new Abs(), [x], name + "Size");
        var root = program.Apply(new Power(1.0 / 3), [size], name + "OfSize");
        var whole = program.Apply(new Round(), [root], name + "Whole");
        var isCube = program.Apply(new Compare(Order.Equal), [program.Apply(new Power(3), [whole], name + "Cube"), size], name + "IsWhole");
        var exact = program.Apply(new Where(), [isCube, whole, root], name + "Exact");
        return program.Multiply(program.Apply(new Sign(), [x], name + "Sign"), exact, name);
    }

    private static double CubeRoot(double x)
    {
        var root = Math.Sign(x) * Math.Pow(Math.Abs(x), 1.0 / 3);
        var whole = Math.Round(root);
        return whole * whole * whole == x ? whole : root;
    }

    // Other logarithms miss the powers of two, which C# finds.
    private static double Log2(double x)
    {
        var log = Math.Log(x, 2);
        var whole = Math.Round(log);
        return Math.Pow(2, whole) == x ? whole : log;
    }

    private static Value Comparison(ProgramBuilder program, Value[] x, Order order)
    {
        if (x[1].Op is Number right) return program.Apply(new CompareWith(order, right.Value.Value), [x[0]], "condition");
        if (x[0].Op is Number left) return program.Apply(new CompareWith(order.Reversed(), left.Value.Value), [x[1]], "condition");
        return program.Apply(new Compare(order), x, "condition");
    }

    private sealed record Function(Func<double, double> Compute, Func<Op> Op);
}
