using System.Collections.Generic;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints how declared data are read, split and put on the device as they are stored: bytes stay bytes there.</summary>
internal sealed class DataPrinter(SourceWriter writer, ExperimentSpec spec, DataSpec data, Shape shape) : ExamplesPrinter(writer, spec, shape)
{
    private static readonly Factor OfByte = new(1, 255);

    public override IEnumerable<Factor> Numbers => IsOfBytes ? [OfByte] : [];

    protected override IReadOnlyList<string> PartTensors => IsNormalized ? ["Factor", "Shift"] : [];

    protected override string WayOut => "give its split some";

    protected override string Argument => "cancellation";

    protected override string Chosen
    {
        get
        {
            const string Numbers = "using var stored = part.Examples.index_select(0, rows);\nusing var numbers = stored.to(Type);";
            if (IsNormalized) return Numbers + "\n// (x - mean) / deviation, once bytes are scaled to the unit interval.\nnumbers.mul_(part.Factor);\nnumbers.add_(part.Shift);";
            return IsOfBytes ? $"{Numbers}\n// From bytes to the unit interval.\nnumbers.mul_({CSharpLiteral.Constant(OfByte)});" : Numbers;
        }
    }

    // Arrays and what a user's method gives may be bytes or floats.
    private bool IsNormalized => !data.Normalization.IsNothing || !(data.Source.GivesBytes || data.IsTable);

    private bool IsOfBytes => data.Source.GivesBytes && !IsNormalized;

    private string Ways => Spec.Tasks is FewShotTaskSpec ? "Ways" : "1";

    private string Normalization
    {
        get
        {
            var normalization = data.Normalization;
            if (normalization.IsOfTraining) return "Normalization.Of(split.Train, cancellation)";
            var (mean, deviation) = (Constants("Mean", normalization.Mean), Constants("Deviation", normalization.Deviation));
            return normalization.IsNothing
                ? "split.Train.Set.Normalization"
                : $"split.Train.Set.Normalization with {{ {mean}{(mean.Length > 0 && deviation.Length > 0 ? ", " : "")}{deviation} }}";
        }
    }

    private string Stored
    {
        get
        {
            var bytes = $"torch.tensor(classes.ReadBytes(), [classes.ExampleCount{Axes}])";
            var floats = bytes.Replace("ReadBytes", "ReadFloats");
            if (data.Source.GivesBytes) return bytes;
            return data.IsTable ? floats : $"classes.Set.IsBytes ? {bytes} : {floats}";
        }
    }

    protected override void WriteOpening()
    {
        var sources = new SourcePrinter(data, Spec.References.Tasks);
        Writer.Lines(
            $$"""
            /// <summary>{{CSharpLiteral.Xml(data.Text)}}: read, and split so that no class is in two parts.</summary>
            private ClassSplit ReadClasses(CancellationToken cancellation)
            {
                {{sources.Statements.Replace("\n", "\n    ")}}
            }

            """);
        var (made, argument, parameter) = IsNormalized
            ? ($"    var normalization = {Normalization};\n", ", normalization", ", Normalization normalization")
            : ("", "", "");
        Writer.Lines(
            $$"""
            private Part?[] OpenParts(CancellationToken cancellation)
            {
                var split = ReadClasses(cancellation);
            {{made}}    return [Open(split.Train{{argument}}), Open(split.Validation{{argument}}), Open(split.Test{{argument}})];
            }

            /// <summary>Puts the examples of a part on the device, as they are stored; null where it has none.</summary>
            private Part? Open(ClassPart classes{{parameter}})
            {
                if (classes.ClassCount == 0) return null;
                {{CheckShape}}
                var sampler = new EpisodeSampler(classes, EpisodeShape.Of({{Ways}}, Shots, Queries));
                using var stored = {{Stored}};
                return new Part
                {
                    Sampler = sampler.OfOwnRows(),
                    Examples = stored.to(device),
            {{Factors}}    };
            }

            """);
    }

    private string CheckShape => Spec.Tasks is TableTaskSpec
        ? $"classes.CheckColumns({Shape.Last - 1}, {CSharpLiteral.Of(Spec.Model.Name)});"
        : $"classes.CheckShape({RuntimeShape}, {CSharpLiteral.Of(Spec.Model.Name)});";

    private string Factors
    {
        get
        {
            if (!IsNormalized) return "";
            var (channels, axes) = Shape.Rank switch
            {
                1 => (Shape.Sizes[0], CSharpLiteral.Of(Shape.Sizes[0])),
                2 => (1, "1, 1"),
                _ => (Shape.Sizes[0], CSharpLiteral.Of(Shape.Sizes[0]) + ", 1, 1"),
            };
            return $"        Factor = torch.tensor(normalization.Factors({channels}), [{axes}], dtype: Type, device: device),\n"
                + $"        Shift = torch.tensor(normalization.Shifts({channels}), [{axes}], dtype: Type, device: device),\n";
        }
    }

    private static string Constants(string name, EquatableArray<double> numbers) => numbers.Count == 0 ? ""
        : $"{name} = [{string.Join(", ", System.Linq.Enumerable.Select(numbers, CSharpLiteral.Of))}]";
}
