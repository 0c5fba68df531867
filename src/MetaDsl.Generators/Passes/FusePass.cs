using System.Linq;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Passes;

/// <summary>
/// Two operations in one call where torch has one: bias + product, and x + c·y. Only where nothing else needs the inner result.
/// </summary>
internal static class FusePass
{
    public static TensorProgram Run(TensorProgram program)
    {
        var uses = new int[program.IdCount];
        foreach (var value in program.Values)
        {
            for (var i = 0; i < value.Operands.Length; i++) uses[value.Operands[i].Id]++;
        }

        foreach (var output in program.Outputs) uses[output.Value.Id]++;

        return program.Rewrite((builder, value, operands) => value.Op switch
        {
            Add when Once(value, 0) && operands[0].Op is MatMul && operands[0].Type.Rank == 2 && operands[1].Type.Rank == 1 =>
                builder.Apply(new Addmm(), [operands[1], operands[0].Operands[0], operands[0].Operands[1]], value.Name),
            Add when Biased(builder, value, operands[0], operands[1]) is { } biased => biased,
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

        // A number for each channel, as [C, 1, 1] beside images [N, C, H, W], or as [1, T, C, 1, 1] beside those of tasks, [N, T, C, H, W].
        Value? Biased(ProgramBuilder builder, Value value, Value images, Value bias)
        {
            var isShaped = images.Op is Reshape;
            var source = isShaped ? value.Operands[0].Operands[0] : value.Operands[0];
            var result = isShaped ? images.Operands[0] : images;
            if (result.Op is not Convolution convolution || images.Type != value.Type) return null;
            if (uses[source.Id] != 1 || uses[value.Operands[0].Id] != 1) return null;
            var (axes, channels) = (convolution.Slide.Axes, result.Type.Dims[1]);
            var one = new Dim(1);
            if (bias.Type.Rank < axes + 1 || bias.Type.Dims.Skip(bias.Type.Rank - axes).Any(dim => dim != one)) return null;
            var along = bias.Type.Dims.Take(bias.Type.Rank - axes).SkipWhile(dim => dim == one).ToArray();
            var beside = images.Type.Dims.Take(images.Type.Rank - axes).ToArray();
            if (along.Length == 0 || !beside.Skip(beside.Length - along.Length).SequenceEqual(along)) return null;
            if (along.Aggregate((product, dim) => product * dim) != channels) return null;
            var row = builder.Reshape(bias, TensorType.Of([channels]), bias.Name);
            var biased = builder.Apply(new ConvolutionWithBias(convolution), [result.Operands[0], result.Operands[1], row], value.Name);
            return builder.Reshape(biased, value.Type);
        }

        bool Once(Value value, int operand) => uses[value.Operands[operand].Id] == 1;
    }
}
