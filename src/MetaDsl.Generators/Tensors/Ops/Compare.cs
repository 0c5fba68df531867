using System;
using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors.Ops;

/// <summary>How two numbers compare.</summary>
internal enum Order
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    Unequal,
}

internal static class Orders
{
    /// <summary>The same order, seen from the other side.</summary>
    public static Order Reversed(this Order order) => order switch
    {
        Order.Less => Order.Greater,
        Order.LessOrEqual => Order.GreaterOrEqual,
        Order.Greater => Order.Less,
        Order.GreaterOrEqual => Order.LessOrEqual,
        _ => order,
    };

    /// <summary>TorchSharp's name for it.</summary>
    public static string Method(this Order order) => order switch
    {
        Order.Less => "lt",
        Order.LessOrEqual => "le",
        Order.Greater => "gt",
        Order.GreaterOrEqual => "ge",
        Order.Equal => "eq",
        Order.Unequal => "ne",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "no order"),
    };
}

/// <summary>
/// Whether the first operand so compares with the second. A condition is of torch's type for those, so only <see cref="Where"/> and logic
/// take it.
/// </summary>
internal sealed record Compare(Order Order) : Elementwise
{
    public override Value?[] Gradient(ProgramBuilder program, Value result, Value gradient) => [null, null];

    public override Value? Tangent(ProgramBuilder program, Value result, IReadOnlyList<Value?> tangents) => null;

    public override string Print(Value result, IReadOnlyList<string> operands) => $"{operands[0]}.{Order.Method()}({operands[1]})";

    protected override string Describe() => $"Compare {Order}";
}

/// <summary>Whether the operand so compares with a number.</summary>
internal sealed record CompareWith(Order Order, double Number) : UnaryWithNumber(Number)
{
    protected override string Method => Order.Method();

    protected override Value? Derivative(ProgramBuilder program, Value x, Value y) => null;

    protected override string Describe() => $"{base.Describe()}: {Order}";
}
