using MetaDsl;
return await MetaDslApp.RunAsync(args);                 // list | train | evaluate | tasks show | inspect

[Model, Input(1)]
[Linear(40), Relu]
[Linear(40), Relu]
[Linear(1)]
public partial class SineNet;

[RegressionTasks(Shots = 10, Queries = 10)]
public partial class Sinusoids
{
    [Uniform(0.1, 5.0)]     private double Amplitude { get; }
    [Uniform(0.0, Math.PI)] private double Phase     { get; }
    [Uniform(-5.0, 5.0)]    private double X         { get; }
    private double Y => Amplitude * Math.Sin(X - Phase);        // translated to tensor code
}

[Experiment<SineNet, Sinusoids>]
[Maml(Steps = 1, LearningRate = 0.01)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]
[Evaluation(Tasks = 600, Steps = 10)]
[Device("cuda:0", Fallback = "cpu")]
public partial class SineMaml;

[Experiment<SineNet, Sinusoids>]
[Maml(Steps = 5, LearningRate = 0.01, Order = GradientOrder.First)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 70_000)]
[Evaluation(Tasks = 600, Steps = 10)]
[Device("cuda:0", Fallback = "cpu")]
public partial class FirstOrderSineMaml;
