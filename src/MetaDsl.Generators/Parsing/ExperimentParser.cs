using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>Reads a class with <c>[Experiment]</c> and all its parts. It reports only what no parser of a part does.</summary>
internal static class ExperimentParser
{
    public const string Head = "Experiment";

    public static ParseResult<ExperimentSpec> Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken token)
    {
        var report = new Report();
        if (Words.Single(type, Head, report) is not { } word) return report.Nothing<ExperimentSpec>();
        var arguments = Words.On(type).First(found => found.Name == Head).Data.AttributeClass!.TypeArguments;
        // Still being typed: C# misses a type argument.
        if (arguments.Length != 2) return report.Nothing<ExperimentSpec>();

        var spec = TypeParser.Parse(type, report);
        if (spec is not null) OwnMembers.Check(type, report);
        CheckReferences(type, word, compilation, report);

        var (first, second) = (Meant(arguments[0], type, compilation), Meant(arguments[1], type, compilation));
        var (model, tasks) = Parts(first, second, word, compilation, report);
        var modelSpec = model is null
            ? null
            : PartCache<ModelSpec>.Get(compilation, model, () => ModelParser.Parse(model, compilation)).Spec;
        token.ThrowIfCancellationRequested();
        var taskSpec = tasks is null
            ? null
            : PartCache<TaskSpec>.Get(compilation, tasks, () => TaskParser.Parse(tasks, compilation, token)).Spec;
        token.ThrowIfCancellationRequested();

        if (!Words.Has(type, MamlParser.Head)) report.Add(ExperimentRules.NoInnerLoop, word.Location, type.Name);
        if (!Words.Has(type, OuterLoopParser.Head)) report.Add(ExperimentRules.NoOuterLoop, word.Location, type.Name);
        var inner = MamlParser.Parse(type).Spec;
        if (modelSpec is not null && taskSpec is not null)
        {
            CheckShapes(model!, modelSpec, taskSpec, inner?.Steps ?? 1, word, compilation, report);
        }

        var outer = OuterLoopParser.Parse(type).Spec;
        if (modelSpec is not null && taskSpec is not null && outer is not null)
        {
            InputCheck.CheckBatch(type, modelSpec, taskSpec, outer, word, report);
        }

        var evaluation = EvaluationParser.Parse(type, inner?.Steps ?? 1).Spec;
        var device = DeviceParser.Parse(type).Spec;
        var derivatives = Words.Single(type, "Derivatives", report)?.Choice("strategy", DerivativeStrategy.CompileTime);
        var precision = Words.Single(type, "Precision", report)?.Choice("precision", Precision.Single);
        if (modelSpec is null || taskSpec is null || inner is null || outer is null || evaluation is null || device is null) report.Fail();
        return report.Result(() => new ExperimentSpec(
            spec!,
            new(Reference(type, model!), Reference(type, tasks!)),
            modelSpec!,
            taskSpec!,
            inner!,
            outer!,
            evaluation!,
            device!,
            derivatives,
            precision ?? Precision.Single));
    }

    // The analyzer, unlike the generator, sees the generated part, whose classes hide a user's of the same name from the attributes.
    private static ITypeSymbol Meant(ITypeSymbol argument, INamedTypeSymbol type, Compilation compilation)
    {
        if (!SymbolEqualityComparer.Default.Equals(argument.ContainingType, type) || !OwnMembers.IsGenerated(argument)) return argument;
        // Where its name stands, C# sees all that is around the class and not yet what is in it.
        return type.DeclaringSyntaxReferences
            .Select(reference => (TypeDeclarationSyntax)reference.GetSyntax())
            .SelectMany(part => compilation.GetSemanticModel(part.SyntaxTree)
                .LookupNamespacesAndTypes(part.Identifier.SpanStart, name: argument.Name))
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(found => found.Arity == 0 && !SymbolEqualityComparer.Default.Equals(found, argument)) ?? argument;
    }

    private static string Reference(INamedTypeSymbol from, INamedTypeSymbol to) =>
        to.ContainingType is null
        && SymbolEqualityComparer.Default.Equals(to.ContainingNamespace, from.ContainingNamespace)
        && !Printing.GeneratedNames.IsAny(to.Name)
            ? Printing.CSharpLiteral.Identifier(to.Name)
            : to.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static void CheckReferences(INamedTypeSymbol type, Word word, Compilation compilation, Report report)
    {
        const string Runtime = "MetaDsl.Runtime";
        // By its type, since two libraries provide it.
        if (compilation.GetTypesByMetadataName("TorchSharp.torch").IsEmpty)
        {
            report.Add(DeclarationRules.TorchNotReferenced, word.Location, type.Name);
        }

        if (compilation.ReferencedAssemblyNames.All(name => name.Name != Runtime))
        {
            report.Add(DeclarationRules.RuntimeNotReferenced, word.Location, type.Name);
        }
    }

    private static (INamedTypeSymbol? Model, INamedTypeSymbol? Tasks) Parts(
        ITypeSymbol first, ITypeSymbol second, Word word, Compilation compilation, Report report)
    {
        var model = Part(first, 0, IsModel, ExperimentRules.NotAModel, word, compilation, report);
        // The two exchanged are one mistake.
        if (model is null && IsModel(second)) return default;
        return (model, Part(second, 1, TaskParser.IsTasks, ExperimentRules.NotTasks, word, compilation, report));
    }

    // A type's name and those of the types around it.
    private static IEnumerable<string> Declared(INamedTypeSymbol type)
    {
        for (var declared = type; declared is not null; declared = declared.ContainingType) yield return declared.Name;
    }

    private static bool IsModel(ITypeSymbol type) => Words.Has(type, ModelParser.Head);

    private static INamedTypeSymbol? Part(
        ITypeSymbol type,
        int position,
        System.Func<ITypeSymbol, bool> isPart,
        DiagnosticDescriptor rule,
        Word word,
        Compilation compilation,
        Report report)
    {
        if (type is INamedTypeSymbol named && isPart(type))
        {
            if (!SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly))
            {
                report.Add(ExperimentRules.DeclaredElsewhere, word.AtType(position), type.Name, type.ContainingAssembly.Name);
                return null;
            }

            // The generated file has a part of the model, too.
            if (position != 0 || Declared(named).FirstOrDefault(Printing.ForeignNames.Has) is not { } foreign) return named;
            report.Add(ExperimentRules.ForeignName, word.AtType(position), foreign, word.Owner);
        }
        else if (type.TypeKind == TypeKind.Error || (type is INamedTypeSymbol headless && Headless.Find(headless) is not null))
        {
            // C# does not know the type, or its own analyzer asks for the missing attribute.
            report.Fail();
        }
        else
        {
            report.Add(rule, word.AtType(position), type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }

        return null;
    }

    private static void CheckShapes(
        INamedTypeSymbol type, ModelSpec model, TaskSpec tasks, int steps, Word word, Compilation compilation, Report report)
    {
        if (!InputCheck.Passes(model, tasks, word, report)) return;
        if (tasks is not FewShotTaskSpec && model.Network.Classes is not null)
        {
            report.Add(ExperimentRules.ClassifierWithoutClasses, word.AtType(0), model.Name, tasks.Name);
            return;
        }

        var setting = new SettingSpec(tasks.Outputs, steps);
        if (ModelParser.Output(type, model, setting, compilation, report) is not { } output || output == Shape.Of(tasks.Outputs)) return;
        var flatten = output.Rank > 1 ? "Flatten, " : "";
        if (tasks is not FewShotTaskSpec) report.Add(ExperimentRules.OutputWidth, word.AtType(0), model.Name, output, tasks.Name, flatten);
        else report.Add(ExperimentRules.NoClassifier, word.AtType(0), model.Name, output, tasks.Name, Word.Shown(tasks.Outputs), flatten);
    }
}
