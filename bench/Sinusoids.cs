using MetaDsl;

namespace Benches;

/// <summary>The network and the tasks of the sinusoid, which several benches share.</summary>
[Model, Input(1)]
[Linear(40), Relu]
[Linear(40), Relu]
[Linear(1)]
public partial class SineNet;

[RegressionTasks(Shots = 10, Queries = 10)]
public partial class Sinusoids
{
    [Uniform(0.1, 5.0)] private double Amplitude { get; }
    [Uniform(0.0, Math.PI)] private double Phase { get; }
    [Uniform(-5.0, 5.0)] private double X { get; }
    private double Y => Amplitude * Math.Sin(X - Phase);
}
