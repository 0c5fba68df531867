using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Algorithms;

/// <summary>A declared model as a builder of tensor programs, for one task.</summary>
internal sealed class Network
{
    private readonly Chain layers;
    private readonly Shape input;
    private readonly SettingSpec setting;

    /// <param name="model">The declaration.</param>
    /// <param name="setting">What it is to know of its experiment.</param>
    public Network(ModelSpec model, SettingSpec setting)
    {
        this.setting = setting;
        layers = (Chain)model.Network.For(setting);
        input = model.Input;
        var taken = new HashSet<string>();
        Parameters =
        [
            .. layers.Parameters(input).Select(parameter => parameter with { Property = Unique(Names.Pascal(parameter.Name), taken) }),
        ];
        Rows = [.. layers.Rows(input)];
        var norms = Rows
            .Where(row => row.Layer is BatchNorm)
            .Select(row => (row.Path, Channels: row.Input.Sizes[0], Norm: (BatchNorm)row.Layer))
            .ToArray();
        Averages = [.. norms.Where(norm => norm.Norm.KeepsAverages).Select(norm => new NormAverages(norm.Path, norm.Channels))];
        LearnsPerStep = norms.Any(norm => norm.Norm is { IsPerStep: true, Affine: true });
        TestsPerStep = LearnsPerStep || norms.Any(norm => norm.Norm.Statistics == NormStatistics.RunningPerStep);
        NeedsSupport = norms.Any(norm => norm.Norm.Statistics == NormStatistics.Support);
        Masks = MasksOf();
    }

    /// <summary>What it learns, in the order of its layers.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Its layers with their shapes.</summary>
    public IReadOnlyList<LayerRow> Rows { get; }

    /// <summary>Its norms that keep averages of what they see in training.</summary>
    public IReadOnlyList<NormAverages> Averages { get; }

    /// <summary>The masks of what drops out in a pass of training.</summary>
    public IReadOnlyList<DropoutMask> Masks { get; }

    /// <summary>Whether some of what it learns is for one number of steps alone.</summary>
    public bool LearnsPerStep { get; }

    /// <summary>Whether it computes something else after each number of steps where nothing is trained.</summary>
    public bool TestsPerStep { get; }

    /// <summary>Whether it looks at the support examples whatever it predicts.</summary>
    public bool NeedsSupport { get; }

    /// <summary>Whether its steps in training may differ from each other and from those of evaluations.</summary>
    public bool TrainsOtherwise => Averages.Count > 0 || Masks.Count > 0 || LearnsPerStep;

    /// <summary>The prediction for examples, whose axis is the first.</summary>
    public Value Forward(ProgramBuilder program, IReadOnlyList<Value> weights, Value examples, NetworkPass pass)
    {
        var byName = Parameters
            .Zip(weights, (parameter, weight) => (parameter.Name, weight))
            .ToDictionary(pair => pair.Name, pair => pair.weight);
        return layers.Build(new LayerScope(program, byName, pass), examples, "prediction");
    }

    /// <summary>A pass through it.</summary>
    /// <param name="kind">What for.</param>
    /// <param name="supportExamples">How many of the examples, in front of others, are the support; 0 where all are.</param>
    public NetworkPass Pass(PassKind kind, int supportExamples) => new(kind, Averages, setting.Passes, supportExamples);

    /// <summary>Examples of any number as the network takes them.</summary>
    public TensorType Examples(Dim count) => input.Of(count);

    private IReadOnlyList<DropoutMask> MasksOf()
    {
        if (!Rows.Any(row => row.Layer is Dropout)) return [];
        var (program, pass) = (new ProgramBuilder(), Pass(PassKind.Training, 0));
        var weights = Parameters.Select(parameter => program.Input(parameter.Name, parameter.Type, parameter.Name)).ToArray();
        Forward(program, weights, program.Input("x", Examples(new Dim(2, Name: "examples")), "x"), pass);
        return pass.Masks;
    }

    // "block1.conv" and "block.1conv" are two in a checkpoint and one in C#.
    private static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var count = 2; !taken.Add(unique); count++) unique = name + Printing.CSharpLiteral.Of(count);
        return unique;
    }
}
