using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the draw of functions from a Gaussian process: exact, by a factor of the covariances of all points of a task.</summary>
internal sealed class ProcessPrinter(SourceWriter writer, GaussianProcessSpec process)
{
    // Enough for points that nearly coincide, and noise of no more than 1e-4 of the output scale.
    private const double Nugget = 1e-8;

    public void Write() => writer.Lines(
        $$"""
        /// <summary>Draws a function for each task, at its support and query points together: covariances are {{Covariance}}.</summary>
        private (Tensor Support, Tensor Query) SampleFunctions(TaskParameters parameters, Tensor supportX, Tensor queryX)
        {
            // In double precision: close points vary together, so that the matrix of covariances is nearly singular.
            using var points = torch.cat([supportX, queryX], 1);
            using var x = points.to(torch.ScalarType.Float64, copy: true);
            {{LengthScale}}
            using var rows = x.unsqueeze(2);
            using var columns = x.unsqueeze(1);
            using var differences = rows.sub(columns);
            using var squares = differences.square();
            using var covariance = squares.sum(3);
            covariance.mul_(-0.5).exp_();
            using var identity = torch.eye(x.size(1), dtype: torch.ScalarType.Float64, device: device);
            using var nugget = identity.mul({{CSharpLiteral.Of(Nugget)}});
            covariance.add_(nugget);
            // y = L ε has the covariance L Lᵀ.
            using var factor = torch.linalg.cholesky(covariance);
            using var noise = torch.empty(x.size(0), x.size(1), 1, torch.ScalarType.Float64, device);
            noise.normal_(0.0, 1.0, generator);
            using var y = factor.bmm(noise);
            {{OutputScale}}using var support = y.narrow(1, 0, supportX.size(1));
            using var query = y.narrow(1, supportX.size(1), queryX.size(1));
            return (support.to(Type, copy: true), query.to(Type, copy: true));
        }

        """);

    private string Covariance
    {
        get
        {
            var output = process.OutputScale is { } size ? CSharpLiteral.Of(size) : "OutputScale";
            var length = process.LengthScale is { } scale ? CSharpLiteral.Of(scale) : "LengthScale";
            return $"{output}² exp(-(distance / {length})² / 2)";
        }
    }

    private string LengthScale => process.LengthScale is { } scale
        ? $"x.div_({CSharpLiteral.Of(scale)});"
        : "using var lengthScale = parameters.LengthScale.to(torch.ScalarType.Float64, copy: true);\n    x.div_(lengthScale);";

    private string OutputScale => process.OutputScale switch
    {
        1 => "",
        { } scale => $"y.mul_({CSharpLiteral.Of(scale)});\n    ",
        null => "using var outputScale = parameters.OutputScale.to(torch.ScalarType.Float64, copy: true);\n    y.mul_(outputScale);\n    ",
    };
}
