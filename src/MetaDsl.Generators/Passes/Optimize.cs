using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Passes;

/// <summary>The passes that every program takes after its derivatives, in their order.</summary>
internal static class Optimize
{
    public static TensorProgram Run(TensorProgram program) =>
        FusePass.Run(FlattenPass.Run(SmallProductPass.Run(TaskSumPass.Run(BatchPass.Run(program)))));
}
