using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Layers;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints how weights are drawn before training.</summary>
internal sealed class InitialWeightsPrinter(SourceWriter writer, IReadOnlyList<Parameter> parameters)
{
    public void WriteStatements()
    {
        if (parameters.All(parameter => parameter.Initial.Kind == InitialKind.PyTorch))
        {
            writer.Lines("// As PyTorch begins: uniform within 1 / √inputs.");
        }

        writer.Lines("generator.manual_seed(SeedOf(\"weights\", 0));");
        foreach (var parameter in parameters) writer.Lines(Statement("weights." + parameter.Property, parameter.Initial) + ";");
    }

    /// <summary>The methods that the statements call.</summary>
    public void WriteMethods()
    {
        if (Has(InitialKind.TruncatedNormal))
        {
            writer.Lines(
                """
                /// <summary>Draws normal numbers within two standard deviations of zero.</summary>
                private void DrawTruncatedNormal(Tensor weight, double deviation)
                {
                    // The inverse of the distribution function, at uniform numbers: 0.9545 of all normal numbers lie within two deviations.
                    weight.uniform_(-0.9544997361036416, 0.9544997361036416, generator);
                    weight.erfinv_();
                    weight.mul_(deviation * Math.Sqrt(2));
                }

                """);
        }

        if (Has(InitialKind.Orthogonal)) WriteOrthogonal();
    }

    private void WriteOrthogonal() => writer.Lines(
        """
        /// <summary>Draws a matrix whose rows, or columns where there are fewer, are at right angles and of length one.</summary>
        private void DrawOrthogonal(Tensor weight)
        {
            using var matrix = weight.reshape(weight.size(0), -1);
            var isWide = matrix.size(0) < matrix.size(1);
            using var tall = torch.empty(Math.Max(matrix.size(0), matrix.size(1)), Math.Min(matrix.size(0), matrix.size(1)), Type, device);
            tall.normal_(0, 1, generator);
            var (directions, triangle) = torch.linalg.qr(tall);
            using var q = directions;
            using var r = triangle;
            // The signs of the triangle's diagonal make every direction as likely as any other.
            using var diagonal = r.diag();
            using var signs = diagonal.sign();
            q.mul_(signs);
            using var turned = isWide ? q.t() : q.alias();
            using var shaped = turned.reshape(weight.shape);
            weight.copy_(shaped);
        }

        """);

    private static string Statement(string weight, InitialSpec initial) => initial.Kind switch
    {
        InitialKind.PyTorch or InitialKind.Uniform =>
            $"{weight}.uniform_({CSharpLiteral.Of(-initial.Amount)}, {CSharpLiteral.Of(initial.Amount)}, generator)",
        InitialKind.Normal => $"{weight}.normal_(0, {CSharpLiteral.Of(initial.Amount)}, generator)",
        InitialKind.TruncatedNormal => $"DrawTruncatedNormal({weight}, {CSharpLiteral.Of(initial.Amount)})",
        InitialKind.Orthogonal => $"DrawOrthogonal({weight})",
        InitialKind.Constant when initial.Amount == 0 => $"{weight}.zero_()",
        InitialKind.Constant => $"{weight}.fill_({CSharpLiteral.Of(initial.Amount)})",
        _ => throw new ArgumentOutOfRangeException(nameof(initial), initial.Kind, "no initial weights"),
    };

    private bool Has(InitialKind kind) => parameters.Any(parameter => parameter.Initial.Kind == kind);
}
