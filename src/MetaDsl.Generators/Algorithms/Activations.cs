using System;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Algorithms;

/// <summary>Activations, each from the operations that the compiler can differentiate.</summary>
internal static class Activations
{
    public static Value Apply(ProgramBuilder program, LayerSpec layer, Value x, string name) => layer.Kind switch
    {
        LayerKind.Relu => program.Apply(new Relu(), [x], name),
        LayerKind.Tanh => program.Apply(new Tanh(), [x], name),
        LayerKind.Sigmoid => program.Apply(new Sigmoid(), [x], name),
        LayerKind.Silu => program.Multiply(x, program.Apply(new Sigmoid(), [x], name + "Gate"), name),
        LayerKind.LeakyRelu => program.Apply(new LeakyRelu(layer.Parameter), [x], name),
        LayerKind.Elu => program.Apply(new Elu(layer.Parameter), [x], name),
        LayerKind.Softplus => program.Apply(new Softplus(), [x], name),
        LayerKind.Gelu => Gelu(program, x, name),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer.Kind, "not an activation"),
    };

    // x Φ(x) with Φ(x) = (1 + erf(x / √2)) / 2.
    private static Value Gelu(ProgramBuilder program, Value x, string name)
    {
        var error = program.Apply(new Erf(), [program.Scale(x, Math.Sqrt(0.5), name + "Scaled")], name + "Erf");
        var chance = program.Scale(program.Shift(error, 1), Factor.One / 2, name + "Chance");
        return program.Multiply(x, chance, name);
    }
}
