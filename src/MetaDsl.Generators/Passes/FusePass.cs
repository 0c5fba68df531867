using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>Two operations in one call where torch has one: bias + product, and x + c·y. Only where nothing else needs the inner result.</summary>
internal static class FusePass
{
    public static TensorProgram Run(TensorProgram program)
    {
        var uses = new Dictionary<Value, int>();
        foreach (var operand in program.Values.SelectMany(value => value.Operands).Concat(program.Outputs.Select(output => output.Value)))
        {
            uses[operand] = uses.TryGetValue(operand, out var count) ? count + 1 : 1;
        }

        return program.Rewrite((builder, value, operands) => value.Op switch
        {
            Add when Once(value, 0) && operands[0].Op is MatMul && operands[0].Type.Rank == 2 && operands[1].Type.Rank == 1 =>
                builder.Apply(new Addmm(), [operands[1], operands[0].Operands[0], operands[0].Operands[1]], value.Name),
            Add when Once(value, 1) && operands[1].Op is Scale scale && operands[0].Type == value.Type =>
                builder.Apply(new AddScaled(scale.Factor), [operands[0], operands[1].Operands[0]], value.Name),
            Add when Once(value, 0) && operands[0].Op is Scale scale && operands[1].Type == value.Type =>
                builder.Apply(new AddScaled(scale.Factor), [operands[1], operands[0].Operands[0]], value.Name),
            Subtract when Once(value, 1) && operands[1].Op is Scale scale && operands[0].Type == value.Type =>
                builder.Apply(new AddScaled(scale.Factor * -1), [operands[0], operands[1].Operands[0]], value.Name),
            Subtract when Once(value, 1) && operands[1].Op is Scale scale && operands[1].Type == value.Type =>
                builder.Apply(new AddScaled(scale.Factor * -1), [operands[0], operands[1].Operands[0]], value.Name),
            _ => null,
        });

        bool Once(Value value, int operand) => uses[value.Operands[operand]] == 1;
    }
}
