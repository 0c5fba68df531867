using System.Reflection;
using System.Runtime.Loader;
using MetaDsl.Integration.Tests.Harness;
using MetaDsl.LibTorch.Tests.Peer;

namespace MetaDsl.Integration.Tests.Layers;

/// <summary>All cases of layers, compiled together, and what the reference says of each: one compilation and one Python for them all.</summary>
public sealed class EmittedLayers
{
    private static readonly string Reference = Path.Combine(AppContext.BaseDirectory, "Layers", "reference.py");

    private readonly Lazy<(Assembly Assembly, IReadOnlyDictionary<string, string> Complaints)> compiled = new(Compile);
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<NamedWeight>>> weights = new(DrawWeights);
    private readonly Lazy<IReadOnlyDictionary<string, double[]?>> statistics;
    private readonly Lazy<IReadOnlyDictionary<string, Answer>> answers;

    public EmittedLayers() => (statistics, answers) = (new(DrawStatistics), new(Ask));

    /// <summary>The weights of a case, in the order of the compiler's row.</summary>
    internal IReadOnlyList<NamedWeight> Weights(LayerCase one) => weights.Value[one.Name];

    /// <summary>The averages of norms that a case predicts with, in the rows of the experiment's own tensor; null where there are none.</summary>
    internal double[]? Statistics(LayerCase one) => statistics.Value[one.Name];

    internal Answer Answer(LayerCase one) => answers.Value[one.Name];

    internal IProbe Make(LayerCase one, DerivativeStrategy strategy)
    {
        var (assembly, complaints) = compiled.Value;
        Assert.False(complaints.TryGetValue(one.Name, out var complaint), $"{complaint}\n{one}");
        return (IProbe)Activator.CreateInstance(assembly.GetType(one.TypeFor(strategy), throwOnError: true)!, 0L)!;
    }

    private static (Assembly Assembly, IReadOnlyDictionary<string, string> Complaints) Compile()
    {
        var (image, complaints) = Compiler.CompileEach("EmittedLayers", LayerCases.All.ToDictionary(one => one.Name, one => one.ToSource()));
        using (image) return (AssemblyLoadContext.Default.LoadFromStream(image), complaints);
    }

    private static Dictionary<string, IReadOnlyList<NamedWeight>> DrawWeights()
    {
        var steps = LayerCases.All.ToDictionary(one => one.Network.Name, one => one.Steps);
        var models = Compiler.WeightsOfModels(LayerCases.All.Select(one => one.ToSource()), LayerCase.Ways, model => steps[model]);
        return LayerCases.All.ToDictionary(one => one.Name, one => (IReadOnlyList<NamedWeight>)
            [.. models[one.Network.Name].Select(weight => new NamedWeight(weight.Name, weight.Shape, one.Draw(weight.Name, weight.Shape)))]);
    }

    private Dictionary<string, double[]?> DrawStatistics() => LayerCases.All.ToDictionary(one => one.Name, one =>
    {
        if (!one.Network.KeepsAverages) return null;
        using var experiment = Make(one, DerivativeStrategy.CompileTime);
        return one.DrawStatistics(experiment.Statistics!.size(0), experiment.Statistics.size(1));
    });

    private Mask[][] MasksOf(LayerCase one)
    {
        if (!one.Network.Drops) return [];
        using var experiment = Make(one, DerivativeStrategy.CompileTime);
        return experiment.Masks;
    }

    private Dictionary<string, Answer> Ask()
    {
        var questions = LayerCases.All.Select(one => new
        {
            one.Network.Layers,
            one.Network.Input,
            LayerCase.Ways,
            one.IsFirstOrder,
            one.Steps,
            one.Rate,
            one.Tasks,
            Weights = Weights(one),
            Masks = MasksOf(one),
            Statistics = Statistics(one),
        });
        var given = PythonTorch.Run<Answer[]>(File.ReadAllText(Reference), questions);
        return LayerCases.All.Zip(given).ToDictionary(pair => pair.First.Name, pair => pair.Second);
    }
}

/// <summary>One compilation serves the tests of both strategies.</summary>
[CollectionDefinition(nameof(EmittedLayers), DisableParallelization = true)]
public sealed class EmittedLayersCollection : ICollectionFixture<EmittedLayers>;

/// <summary>A weight of a network by its name in a checkpoint.</summary>
internal sealed record NamedWeight(string Name, int[] Shape, double[] Values);

/// <summary>
/// What the reference says of a case: its weights, the meta-gradient by name, the query loss, what norms have seen, predictions before
/// adapting and after.
/// </summary>
internal sealed record Answer(NamedShape[] Weights, Dictionary<string, double[]> Gradient, double Loss, double[] Seen, double[][] Predictions);

internal sealed record NamedShape(string Name, int[] Shape)
{
    public override string ToString() => $"{Name} [{string.Join(", ", Shape)}]";
}
