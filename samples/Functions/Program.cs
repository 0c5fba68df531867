using MetaDsl;
return await MetaDslApp.RunAsync(args);

[Model, Input(1)]
[Linear(40), Relu]
[Linear(40), Relu]
[Linear(1)]
public partial class CurveNet;

/// <summary>Up to three waves, written in C#: what differs from example to example is chosen example by example.</summary>
[RegressionTasks(Shots = 20, Queries = 20)]
public partial class Waves
{
    [LogUniform(0.5, 2.0)] private double Frequency { get; }
    [Integer(1, 3)]        private int    Overtones { get; }
    [Choice(-1, 1)]        private double Sign      { get; }
    [Uniform(-3.0, 3.0)]   private double X         { get; }

    [Noise(0.1)]
    private double Y
    {
        get
        {
            var y = 0.0;
            for (var wave = 1; wave <= 3; wave++)
            {
                if (wave <= Overtones) y += Math.Sin(wave * Frequency * X) / wave;
            }

            return Soften(Sign * y);
        }
    }

    private static double Soften(double y) => y < 0 ? y / 2 : y;
}

/// <summary>A ready family: smooth random functions, some rougher than others.</summary>
[RegressionTasks(Shots = 20, Queries = 20)]
[GaussianProcess(LowLengthScale = 0.5, HighLengthScale = 1.5), Noise(0.05)]
public partial class SmoothCurves;

[Experiment<CurveNet, Waves>]
[Maml(Steps = 3, LearningRate = 0.02)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 20_000)]
[Evaluation(Tasks = 200, Steps = 10)]
public partial class WaveMaml;

[Experiment<CurveNet, SmoothCurves>]
[Maml(Steps = 3, LearningRate = 0.02)]
[OuterLoop(Optimizer.Adam, LearningRate = 1e-3, MetaBatch = 25, Iterations = 20_000)]
[Evaluation(Tasks = 200, Steps = 10)]
public partial class CurveMaml;
