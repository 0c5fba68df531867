using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>A layer that changes each number by itself.</summary>
internal abstract record Activation : LayerSpec
{
    public sealed override Shape Infer(Shape input, ShapeCheck check) => input;

    public sealed override Value Build(LayerScope scope, Value x, string name) => Compute(scope.Program, x, name);

    public abstract Value Compute(ProgramBuilder program, Value x, string name);
}
