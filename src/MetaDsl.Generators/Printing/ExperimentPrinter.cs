using System;
using System.Linq;
using System.Threading;
using MetaDsl.Generators.Algorithms;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Printing;

/// <summary>Prints the whole file of an experiment.</summary>
internal sealed class ExperimentPrinter
{
    private readonly ExperimentSpec spec;
    private readonly Maml maml;
    private readonly SourceWriter writer = new();
    private readonly Plan plan;
    private readonly MethodsPrinter printer;

    private ExperimentPrinter(ExperimentSpec spec)
    {
        this.spec = spec;
        maml = new Maml(spec);
        plan = Planner.Choose(spec, maml);
        printer = new MethodsPrinter(spec, maml, plan.Strategy);
    }

    public static string Print(ExperimentSpec spec, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new ExperimentPrinter(spec).Print();
    }

    private string Print()
    {
        // The methods come first: they tell which constants there must be.
        var methods = printer.Print();
        HeaderPrinter.Write(writer, spec, maml, plan);
        writer.Lines("#nullable enable").Blank();
        // Two namespaces in a file take braces.
        if (spec.DocumentsModel && spec.Model.Type!.Namespace != spec.Type.Namespace)
        {
            In(spec.Type.Namespace, () => WriteExperiment(methods));
            writer.Blank();
            In(spec.Model.Type.Namespace, () => ModelCommentPrinter.Write(writer, spec, maml.Network));
        }
        else
        {
            if (spec.Type.Namespace.Length > 0) writer.Lines($"namespace {spec.Type.Namespace};").Blank();
            WriteExperiment(methods);
            if (spec.DocumentsModel)
            {
                writer.Blank();
                ModelCommentPrinter.Write(writer, spec, maml.Network);
            }
        }

        return ForeignNames.WriteOut(writer.ToString(), spec.Type.Shadowed);

        void In(string name, Action write)
        {
            if (name.Length == 0) write();
            else writer.Block($"namespace {name}", write);
        }
    }

    private void WriteExperiment(string methods)
    {
        // Inside a namespace, names may begin with those of its parts.
        var global = spec.Type.Namespace.Length > 0 ? "global::" : "";
        writer.Lines(
            $$"""
            using {{global}}System;
            using {{global}}System.CodeDom.Compiler;
            using {{global}}System.Collections.Generic;
            using {{global}}System.Threading;
            using {{global}}MetaDsl;
            using {{global}}TorchSharp;
            using Scalar = {{global}}TorchSharp.Scalar;
            using Tensor = {{global}}TorchSharp.torch.Tensor;

            """);
        WriteNested(0);

        void WriteNested(int depth)
        {
            if (depth < spec.Type.Containing.Count)
            {
                writer.Block(spec.Type.Containing[depth], () => WriteNested(depth + 1));
                return;
            }

            var (model, tasks) = (See(spec.References.Model), See(spec.References.Tasks));
            writer.Lines($"/// <summary>Meta-learns {model} on {tasks} by {Describe()}.</summary>");
            writer.Lines("[GeneratedCode(\"MetaDsl\", \"0.1.0\")]");
            writer.Block($"{spec.Type.Declaration} : {printer.Interface}", () => WriteMembers(methods));
        }
    }

    // A comment cannot refer to a type in a generic one.
    private static string See(string type) => type.Contains('<') ? $"<c>{CSharpLiteral.Xml(type)}</c>" : $"<see cref=\"{type}\"/>";

    private string Describe() =>
        (spec.Inner.Order == GradientOrder.First ? "first-order " : "")
        + $"MAML with {Words.Plural(spec.Inner.Steps, "inner step")} of size {CSharpLiteral.Of(spec.Inner.LearningRate)}";

    private void WriteMembers(string methods)
    {
        var total = maml.Network.Parameters.Sum(parameter => parameter.Count);
        writer.Lines(
            $$"""
            {{string.Join("\n", printer.Constants.Select(constant => $"private const int {constant};"))}}
            private const int MetaBatch = {{spec.Outer.MetaBatch}};
            private const int Iterations = {{spec.Outer.Iterations}};
            private const int InnerSteps = {{spec.Inner.Steps}};
            private const int EvaluationTasks = {{spec.Evaluation.Tasks}};
            private const int EvaluationSteps = {{spec.Evaluation.Steps}};
            private const int TestPoints = {{spec.Evaluation.Points}};
            private const int ParameterCount = {{total}};
            private const torch.ScalarType Type = torch.ScalarType.{{(spec.Precision == Precision.Single ? "Float32" : "Float64")}};

            """);
        writer.Lines("// TorchSharp makes a native object of every number it is given, so each is made once.");
        var constants = printer.Numbers.GroupBy(CSharpLiteral.Constant).OrderBy(constant => constant.Key, StringComparer.Ordinal);
        foreach (var constant in constants)
        {
            if (constant.Any(factor => factor.Value != constant.First().Value))
            {
                throw new InvalidOperationException($"two constants are named {constant.Key}");
            }

            writer.Lines($"private static readonly Scalar {constant.Key} = {Expression(constant.First())};");
        }

        OptimizerPrinter.WriteConstants(writer, spec.Outer);
        writer.Blank().Statements(methods);
    }

    private static string Expression(Factor factor) => factor.Denominator == 1
        ? CSharpLiteral.Of(factor.Numerator)
        : $"{CSharpLiteral.Of(factor.Numerator)} / {CSharpLiteral.Of(factor.Denominator)}";
}
