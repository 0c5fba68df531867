using System.Collections.Generic;

namespace MetaDsl.Generators.Tensors;

internal sealed partial class ProgramBuilder
{
    public Value AveragePool(Value images, Ops.Window window, string? name = null) => throw new System.NotSupportedException();

    public Value Lookup(Value table, Value index, string? name = null) => throw new System.NotSupportedException();

    public Value Concat(IReadOnlyList<Value> values, int axis, string? name = null) => throw new System.NotSupportedException();
}
