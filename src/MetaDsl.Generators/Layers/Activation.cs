using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>A layer that changes each number by itself.</summary>
internal abstract record Activation : LayerSpec
{
    public sealed override Shape Infer(Shape input, ShapeCheck check) => input;

    public sealed override Value Build(LayerScope scope, Value x, string name) => Apply(scope.Program, x, name);

    protected abstract Value Apply(ProgramBuilder program, Value x, string name);
}
