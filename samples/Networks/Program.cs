using MetaDsl;


return await MetaDslApp.RunAsync(args);

namespace Networks
{
    [Experiment<Mlp, NoisyPatterns>]
    [Maml(Steps = 1, LearningRate = 0.1)]
    [OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 4, Iterations = 2_000)]
    [Evaluation(Tasks = 200, Steps = 5)]
    public partial class MlpMaml;
}
