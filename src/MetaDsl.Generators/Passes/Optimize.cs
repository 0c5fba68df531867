using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Passes;

/// <summary>The passes that every program takes after its derivatives, in their order.</summary>
internal static class Optimize
{
    public static TensorProgram Run(TensorProgram program)
    {
        program = FlattenPass.Run(SmallProductPass.Run(TaskSumPass.Run(BatchPass.Run(program))));
        program = PermutePass.Run(GroupPass.Run(program));
        // Some pooling is made of convolutions.
        program = ConvolutionPass.Run(PoolPass.Run(program));
        return FusePass.Run(LookupPass.Run(StandardizePass.Run(program)));
    }
}
