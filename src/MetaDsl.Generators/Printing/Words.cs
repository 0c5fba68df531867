using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>What comments say of a declaration.</summary>
internal static class Words
{
    /// <summary>The attribute as it is written.</summary>
    public static string Maml(MamlSpec spec) =>
        $"[Maml(Steps = {CSharpLiteral.Of(spec.Steps)}, LearningRate = {CSharpLiteral.Of(spec.LearningRate)}"
        + $"{(spec.Order == GradientOrder.First ? ", Order = GradientOrder.First" : "")})]";

    public static string Plural(long count, string noun) =>
        $"{count.ToString(System.Globalization.CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
