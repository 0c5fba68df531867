using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>
/// Prints a part of the model that has nothing but a comment: editors show the table of layers where its name is hovered over.
/// </summary>
internal static class ModelCommentPrinter
{
    public static void Write(SourceWriter writer, ExperimentSpec spec, Network network)
    {
        var type = spec.Model.Type!;
        WriteNested(0);

        void WriteNested(int depth)
        {
            if (depth < type.Containing.Count)
            {
                writer.Block(type.Containing[depth], () => WriteNested(depth + 1));
                return;
            }

            // Beside a summary of the user's own there cannot be another.
            var tag = spec.Model.HasComment ? "remarks" : "summary";
            writer.Lines($"/// <{tag}>");
            writer.Lines("/// <code>");
            foreach (var line in HeaderPrinter.Table(spec, network)) writer.Lines("/// " + CSharpLiteral.Xml(line));
            writer.Lines("/// </code>");
            writer.Lines($"/// As <c>{CSharpLiteral.Xml(spec.Type.Name)}</c> trains it.");
            writer.Lines($"/// </{tag}>");
            writer.Lines($"{type.Declaration};");
        }
    }
}
