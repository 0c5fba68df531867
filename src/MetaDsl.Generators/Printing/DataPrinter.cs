using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints how declared data are read, split and put on the device as they are stored: bytes stay bytes there.</summary>
internal class DataPrinter(SourceWriter writer, ExperimentSpec spec, DataSpec data, Shape shape) : ExamplesPrinter(writer, spec, shape)
{
    private static readonly Factor OfByte = new(1, 255);

    public override IEnumerable<Factor> Numbers => IsOfBytes ? [OfByte] : [];

    protected override string Gathered => "stored";

    protected override IReadOnlyList<(string Type, string Name)> PartMembers => [("Tensor", "Examples"), .. Factors];

    protected override string WayOut => "give its split some";

    protected override string Argument => "cancellation";

    protected override string ToNumbers
    {
        get
        {
            const string Numbers = "using var numbers = stored.to(Type);\n";
            if (IsNormalized)
            {
                return Numbers
                    + "// (x - mean) / deviation, once bytes are scaled to the unit interval.\n"
                    + "numbers.mul_(part.Factor);\nnumbers.add_(part.Shift);\n";
            }

            return IsOfBytes ? $"{Numbers}// From bytes to the unit interval.\nnumbers.mul_({CSharpLiteral.Constant(OfByte)});\n" : Numbers;
        }
    }

    /// <summary>What normalises the examples of a part, beside these.</summary>
    protected IReadOnlyList<(string Type, string Name)> Factors => IsNormalized ? [("Tensor", "Factor"), ("Tensor", "Shift")] : [];

    // Arrays and what a user's method gives may be bytes or floats.
    private bool IsNormalized => !data.Normalization.IsNothing || !(data.Source.GivesBytes || data.IsTable);

    private bool IsOfBytes => data.Source.GivesBytes && !IsNormalized;

    private string KnownNormalization => IsNormalized
        ? "ClassesFor(TaskPart.Training);\nreturn normalization!;"
        : $"return Normalization.{(IsOfBytes ? "UnitInterval" : "None")};";

    private string Normalization
    {
        get
        {
            var normalization = data.Normalization;
            if (normalization.IsOfTraining) return "Normalization.Of(split.Train, cancellation)";
            if (normalization.IsNothing) return "split.Train.Set.Normalization";
            var (mean, deviation) = (Numbered("Mean", normalization.Mean), Numbered("Deviation", normalization.Deviation));
            var comma = mean.Length > 0 && deviation.Length > 0 ? ", " : "";
            return $"(split.Train.Set.Normalization with {{ {mean}{comma}{deviation} }}).For(split.Train)";
        }
    }

    /// <summary>How a part is made of <c>classes</c> and a <c>sampler</c>, without what normalises its examples.</summary>
    protected virtual string MadePart => $"using var stored = {Stored("classes.Set", "classes.ReadBytes()", "classes.ExampleCount")};\n";

    /// <summary>The members of a part, as they are made of <c>classes</c> and a <c>sampler</c>.</summary>
    protected virtual IEnumerable<string> PartValues =>
        ["Sampler = sampler.OfOwnRows()", "Examples = stored.to(device).DetachFromDisposeScope()"];

    protected virtual string OpenSummary => "Puts the examples of a part on the device, as they are stored; null where it has none.";

    protected virtual string Loading => ".Load(Data.Progress, cancellation)";

    /// <summary>A tensor of examples, from the set that they are of, the bytes of some of them, and how many these are.</summary>
    protected string Stored(string set, string bytes, string count)
    {
        var ofBytes = $"torch.tensor({bytes}, [{count}{Axes}])";
        var ofFloats = $"torch.tensor({bytes.Replace("Bytes", "Floats")}, [{count}{Axes}])";
        if (data.Source.GivesBytes) return ofBytes;
        return data.IsTable ? ofFloats : $"{set}.IsBytes\n    ? {ofBytes}\n    : {ofFloats}";
    }

    public override void WriteState()
    {
        base.WriteState();
        if (IsNormalized) Writer.Lines("private Normalization? normalization;");
    }

    protected override void WriteOpening()
    {
        const string Formula = "(x · Scale - mean) / deviation";
        Writer.Lines(
            $$"""
            /// <summary>
            /// What a stored number means to the network: {{Formula}}. A learner adapts to numbers as the network sees them, and
            /// predicts such.
            /// </summary>
            public Normalization ExampleNormalization
            {
                get
                {
                    {{KnownNormalization.Replace("\n", "\n        ")}}
                }
            }

            """);
        var sources = new SourcePrinter(data, Spec.References.Tasks, Loading);
        Writer.Lines(
            $$"""
            /// <summary>{{CSharpLiteral.Xml(data.Text)}}: read, and split so that no class is in two parts.</summary>
            private ClassSplit ReadClasses(CancellationToken cancellation)
            {
                {{sources.Statements.Replace("\n", "\n    ")}}
            }

            """);
        var (made, argument, parameter) = IsNormalized
            ? ($"    normalization = {Normalization};\n", ", normalization", ", Normalization normalization")
            : ("", "", "");
        Writer.Lines(
            $$"""
            private Part?[] OpenParts(CancellationToken cancellation)
            {
                var split = ReadClasses(cancellation);
            {{made}}    var opened = new Part?[3];
                try
                {
                    opened[(int)TaskPart.Training] = Open(split.Train{{argument}});
                    opened[(int)TaskPart.Validation] = Open(split.Validation{{argument}});
                    opened[(int)TaskPart.Test] = Open(split.Test{{argument}});
                    return opened;
                }
                catch
                {
                    // What is wrong with one part leaves nothing of the others.
                    foreach (var part in opened) part?.Dispose();
                    throw;
                }
            }

            /// <summary>{{OpenSummary}}</summary>
            private Part? Open(ClassPart classes{{parameter}})
            {
                if (classes.ClassCount == 0) return null;
                {{CheckShape}}
                var sampler = new EpisodeSampler(classes, {{EpisodeShape}});
                {{MadePart.Replace("\n", "\n    ")}}return new Part
                {
            {{string.Concat(PartValues.Concat(MadeFactors).Select(value => $"        {value},\n"))}}    };
            }

            """);
    }

    private string CheckShape => Spec.Tasks is TableTaskSpec
        ? $"classes.CheckColumns({Shape.Last - 1}, {CSharpLiteral.Of(Spec.Model.Name)});"
        : $"classes.CheckShape({RuntimeShape}, {CSharpLiteral.Of(Spec.Model.Name)});";

    private IEnumerable<string> MadeFactors
    {
        get
        {
            if (!IsNormalized) return [];
            var (channels, axes) = Shape.Rank switch
            {
                1 => (Shape.Sizes[0], CSharpLiteral.Of(Shape.Sizes[0])),
                2 => (1, "1, 1"),
                _ => (Shape.Sizes[0], CSharpLiteral.Of(Shape.Sizes[0]) + ", 1, 1"),
            };
            var count = CSharpLiteral.Of(channels);
            return new[] { "Factor", "Shift" }
                .Select(name => $"{name} = torch.tensor(normalization.{name}s({count}), [{axes}], dtype: Type, device: device)")
                .Select(made => made + ".DetachFromDisposeScope()");
        }
    }

    private static string Numbered(string name, EquatableArray<double> numbers) => numbers.Count == 0 ? ""
        : $"{name} = [{string.Join(", ", numbers.Select(CSharpLiteral.Of))}]";
}
