using System.Globalization;
using MetaDsl.Integration.Tests.Reference;

namespace MetaDsl.Integration.Tests.Harness;

/// <summary>An experiment to compile: its declaration as a user writes it, and the same as the reference has it.</summary>
internal sealed record Declaration(string Name)
{
    private const string Parameters = "[Uniform(0.5, 2.0)] double Amplitude { get; } [Normal(0.0, 1.0)] double Phase { get; }";

    public IReadOnlyList<NetworkLayer> Layers { get; init; } = [new Linear(7), new Tanh(), new Linear(5), new Tanh(), new Linear(1)];

    public int Shots { get; init; } = 5;

    public int Queries { get; init; } = 4;

    public int Steps { get; init; } = 2;

    public double Rate { get; init; } = 0.05;

    public bool IsFirstOrder { get; init; }

    public InnerMemory Memory { get; init; }

    /// <summary>The arguments of <c>[OuterLoop]</c> but for the tasks and iterations.</summary>
    public string Outer { get; init; } = "Optimizer.Adam, LearningRate = 1e-3";

    public int MetaBatch { get; init; } = 5;

    public int Iterations { get; init; } = 100;

    /// <summary>The arguments of <c>[Evaluation]</c>; without them the attribute is left out.</summary>
    public string? Evaluation { get; init; }

    public Precision Precision { get; init; } = Precision.Double;

    /// <summary>The arguments of <c>[Device]</c>; without them the attribute is left out.</summary>
    public string? Device { get; init; }

    public int Inputs { get; init; } = 1;

    /// <summary>The arguments of <c>[InitialWeights]</c>; without them the attribute is left out.</summary>
    public string? InitialWeights { get; init; }

    /// <summary>What a task draws, and the input; the usual ones where this is left out.</summary>
    public string? Drawn { get; init; }

    /// <summary>The expression of the target; the usual one where this is left out.</summary>
    public string? Target { get; init; }

    /// <summary>What stands on the tasks beside their head: a ready family, noise. With a family the class has no members.</summary>
    public string? Family { get; init; }

    /// <summary>The members that compute the target; <see cref="Target"/> as an expression where this is left out.</summary>
    public string? Members { get; init; }

    public Network Network => new(Inputs, Layers);

    // X, or X1, X2 and so on.
    private string[] X => Inputs == 1 ? ["X"] : [.. Enumerable.Range(1, Inputs).Select(i => $"X{i}")];

    public Maml Reference => new(Network, Steps, Rate, IsFirstOrder);

    /// <summary>The declaration alone, to be read.</summary>
    public override string ToString() => Write(DerivativeStrategy.CompileTime, "");

    /// <summary>The declaration with the part that lets the tests look inside.</summary>
    public string ToSource(DerivativeStrategy strategy) => Probe.Usings + Write(strategy, Probe.Members);

    private string Write(DerivativeStrategy strategy, string members)
    {
        var order = IsFirstOrder ? ", Order = GradientOrder.First" : "";
        var memory = Memory == InnerMemory.Automatic ? "" : $", Memory = InnerMemory.{Memory}";
        var initial = InitialWeights is null ? "" : $"[InitialWeights({InitialWeights})]\n";
        var evaluation = Evaluation is null ? "" : $"[Evaluation({Evaluation})]\n";
        var device = Device is null ? "" : $"[Device({Device})]\n";
        var derivatives = strategy == DerivativeStrategy.CompileTime ? "" : $"[Derivatives(DerivativeStrategy.{strategy})]\n";
        var layers = string.Join(", ", Layers.Select(Word));
        return $$"""
            [Model, Input({{Inputs}}), {{layers}}]
            {{initial}}public partial class {{Name}}Net;

            [RegressionTasks(Shots = {{Shots}}, Queries = {{Queries}}){{(Family is null ? "" : ", " + Family)}}]
            public partial class {{Name}}Tasks
            {
                {{(Family is null ? Properties : "")}}
            }

            [Experiment<{{Name}}Net, {{Name}}Tasks>]
            [Maml(Steps = {{Steps}}, LearningRate = {{Number(Rate)}}{{order}}{{memory}})]
            [OuterLoop({{Outer}}, MetaBatch = {{MetaBatch}}, Iterations = {{Iterations}})]
            [Precision(Precision.{{Precision}})]
            {{evaluation}}{{device}}{{derivatives}}public partial class {{Name}}{{(members.Length > 0 ? " : IProbe" : "")}}
            {
            {{members}}}

            """;
    }

    private string Properties =>
        $"""
        {Drawn ?? string.Join(" ", X.Select(x => $"[Uniform(-2.0, 2.0)] double {x} {{ get; }}").Prepend(Parameters))}
        {Members ?? $"double Y => {Target ?? $"Amplitude * Math.Sin({string.Join(" + ", X)} - Phase)"};"}
        """;

    private static string Word(NetworkLayer layer) => layer switch
    {
        Linear linear => $"Linear({linear.Width})",
        LeakyRelu leaky => $"LeakyRelu(Slope = {Number(leaky.NegativeSlope)})",
        Elu elu => $"Elu(Scale = {Number(elu.Scale)})",
        _ => layer.GetType().Name,
    };

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
