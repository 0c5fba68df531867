using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints how examples come from methods of the user's that give tensors.</summary>
internal sealed class TensorMethodsPrinter(SourceWriter writer, ExperimentSpec spec, TensorMethodsSpec methods, Shape shape)
    : ExamplesPrinter(writer, spec, shape)
{
    private static readonly string[] Parts = ["Training", "Validation", "Test"];

    protected override string Gathered => "numbers";

    protected override string ToNumbers => "";

    protected override IReadOnlyList<(string Type, string Name)> PartMembers => [("Tensor", "Examples")];

    protected override string WayOut => "add 'internal static Tensor ValidationClasses()'";

    protected override string Argument => "";

    // The axes of what a method gives, behind those of classes and examples.
    private IEnumerable<string> OtherAxes =>
        Enumerable.Range(0, Shape.Rank).Select(axis => $" || source.size({axis + 2}) != {CSharpLiteral.Of(Shape.Sizes[axis])}");

    private string Ways => Tasks.IsRanged ? CSharpLiteral.Of(Tasks.MinWays) : "Ways";

    private string Shots => Tasks.IsRanged ? CSharpLiteral.Of(Tasks.MinShots) : "Shots";

    private FewShotTaskSpec Tasks => (FewShotTaskSpec)Spec.Tasks;

    protected override void WriteOpening()
    {
        var opened = Parts.Select(part => part == "Validation" && !methods.HasValidation
            ? "    null,\n"
            : $"    Open({Spec.References.Tasks}.{part}Classes(), \"{part}Classes\"),\n");
        Writer.Lines($"private Part?[] OpenParts() =>\n[\n{string.Concat(opened)}];").Blank();
        var (name, needed) = (Spec.Tasks.Name, $"[classes, examples of each{Axes}]");
        Writer.Lines(
            $$"""
            /// <summary>Classes as the user's method gives them, or what is wrong with them.</summary>
            private Part Open(Tensor given, string method)
            {
                using var source = given;
                if (source.dim() != {{2 + Shape.Rank}}{{string.Concat(OtherAxes)}})
                {
                    throw new InvalidOperationException(
                        $"'{{name}}.{method}' gives [{string.Join(", ", source.shape)}], but '{Name}' needs {{needed}}.");
                }

                if (source.size(0) < {{Ways}} || source.size(1) < {{Shots}} + Queries)
                {
                    throw new InvalidOperationException(
                        $"'{{name}}.{method}' gives {source.size(0)} classes of {source.size(1)} examples, but a task of '{Name}' needs "
                        + $"{{{Ways}}} classes of {{{Shots}} + Queries}; give more, or declare fewer ways, shots or queries.");
                }

                var counts = new int[source.size(0)];
                Array.Fill(counts, (int)source.size(1));
                using var numbers = source.to(Type);
                using var here = numbers.to(device);
                using var rows = here.reshape(-1{{Axes}});
                return new Part
                {
                    Sampler = new EpisodeSampler(counts, {{EpisodeShape}}),
                    Examples = rows.contiguous().DetachFromDisposeScope(),
                };
            }

            """);
    }
}
