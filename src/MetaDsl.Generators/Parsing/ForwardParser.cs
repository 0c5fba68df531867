using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// Reads the body of a model's method <c>Forward</c>: locals, loops of constant length, the model's own helper methods, its layers, and the
/// operations on tensors that can be differentiated. Everything else is an error at its node that says what is possible.
/// </summary>
internal sealed class ForwardParser(INamedTypeSymbol type, Compilation compilation, IReadOnlyList<LayerSpec> members, LayerReader reader, Report report)
{
    public const string Method = "Forward";
    private const int LongestLoop = 1_000;
    // Each becomes a local of the generated methods, of which C# cannot nest any number.
    private const int MostSteps = 400;
    private const int MostWork = 50_000;
    private const int DeepestNesting = 200;
    private const string Statements =
        "use locals, assignments to them, 'for' loops of constant length, 'if' over constants, methods of this class, and 'return'";

    private static readonly string Expressions =
        $"use the layers of this class, + - * /, methods of this class, and the tensor operations {Operations.Names}";

    private readonly List<StepSpec> steps = [];
    private readonly Stack<IMethodSymbol> open = [];
    private readonly HashSet<string> used = [];
    private int depth;
    private int work;

    private bool Failed => report.Failed;

    private INamedTypeSymbol Type => type;

    private IReadOnlyList<LayerSpec> Members => members;

    /// <summary>A tensor by its place among the steps, or a number.</summary>
    private abstract record Operand;

    private sealed record Tensor(int Step) : Operand;

    private sealed record Number(double Value) : Operand;

    /// <summary>The method of a class, or null.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type) => type.GetMembers(Method).OfType<IMethodSymbol>().FirstOrDefault();

    /// <summary>Null after an error.</summary>
    public Custom? Parse(IMethodSymbol forward)
    {
        if (forward.Parameters.Length != 1 || !IsTensor(forward.Parameters[0].Type) || !IsTensor(forward.ReturnType))
        {
            if (forward.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error) || forward.ReturnType.TypeKind == TypeKind.Error) report.Fail();
            else report.Add(ModelRules.OtherForward, Identifiers.Of(forward), type.Name);
            return null;
        }

        var result = Run(forward, [new Tensor(0)]);
        if (result is not Tensor tensor)
        {
            report.Fail();
            return null;
        }

        RemoveUnneeded(ref tensor);
        foreach (var member in members.Where(member => !used.Contains(member.Name))) reader.Add(report, ModelRules.UnusedLayer, member.Id, "", member.Name);
        return new Custom(new(members), new(steps), tensor.Step);
    }

    // Steps that the result does not depend on would learn nothing, and so would their layers.
    private void RemoveUnneeded(ref Tensor result)
    {
        var needed = new HashSet<int> { result.Step };
        for (var step = steps.Count; step > 0; step--)
        {
            if (needed.Contains(step)) needed.UnionWith(steps[step - 1].Operands);
        }

        var places = new Dictionary<int, int> { [0] = 0 };
        var kept = new List<StepSpec>();
        used.Clear();
        for (var step = 1; step <= steps.Count; step++)
        {
            if (!needed.Contains(step)) continue;
            var moved = steps[step - 1];
            kept.Add(moved with { Operands = new(moved.Operands.Select(operand => places[operand])) });
            places[step] = kept.Count;
            if (moved.Layer.Length > 0) used.Add(moved.Layer);
        }

        steps.Clear();
        steps.AddRange(kept);
        result = new Tensor(places[result.Step]);
    }

    // The value that a method returns for arguments; null after an error.
    private Operand? Run(IMethodSymbol method, IReadOnlyList<Operand> arguments)
    {
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax syntax) return Fail();
        if (open.Contains(method, SymbolEqualityComparer.Default)) return Refuse(syntax.Identifier.GetLocation(), syntax.Identifier.ValueText, "it calls itself; write it as a loop");
        open.Push(method);
        var body = new Body(this, compilation.GetSemanticModel(syntax.SyntaxTree), method.Parameters.Zip(arguments, (parameter, argument) => (parameter, argument)));
        var result = syntax.ExpressionBody is { } arrow ? body.Evaluate(arrow.Expression) : syntax.Body is { } block ? body.Execute(block) : Fail();
        if (result is null && !report.Failed) Refuse(syntax.Identifier.GetLocation(), syntax.Identifier.ValueText, "it ends without a result; end it in 'return'");
        open.Pop();
        return result;
    }

    private Operand? Refuse(Location location, string quote, string reason)
    {
        report.Add(ModelRules.NotReadable, location, type.Name, quote, reason);
        return null;
    }

    private Operand? Refuse(SyntaxNode node, string reason) =>
        node.ContainsDiagnostics ? Fail() : Refuse(node.GetLocation(), SourceText.Quote(node), reason);

    private Operand? Fail()
    {
        report.Fail();
        return null;
    }

    private static bool IsTensor(ITypeSymbol? type) => type is { Name: "Tensor", ContainingType.Name: "torch" };

    private Operand? Add(SyntaxNode node, string operation, string layer, IEnumerable<int> operands, IEnumerable<double> numbers)
    {
        if (steps.Count == MostSteps) return Refuse(node, $"there are more than {MostSteps} operations; write a shorter loop");
        steps.Add(new StepSpec(reader.AddPlace(node, type.Name), "", operation, layer, new(operands), new(numbers)));
        return new Tensor(steps.Count);
    }

    // The parameters of torch's methods that the operations know.
    private static readonly HashSet<string> Understood =
    [
        "dim", "dim0", "dim1", "dimensions", "end_dim", "input", "keepdim", "left", "length", "other", "permutation", "right", "scalar", "shape",
        "start", "start_dim", "target", "tensor", "tensors", "value", "x",
    ];

    /// <summary>The body of one method, with what its locals hold.</summary>
    private sealed class Body(ForwardParser parser, SemanticModel model, IEnumerable<(IParameterSymbol Parameter, Operand Value)> arguments)
    {
        private readonly Dictionary<ISymbol, Operand> values =
            arguments.ToDictionary(argument => (ISymbol)argument.Parameter, argument => argument.Value, SymbolEqualityComparer.Default);

        /// <summary>Runs a statement; what it returns, or null where it goes on.</summary>
        public Operand? Execute(StatementSyntax statement)
        {
            switch (statement)
            {
                case BlockSyntax block:
                    foreach (var inner in block.Statements)
                    {
                        if (Execute(inner) is { } result) return result;
                        if (parser.Failed) return null;
                    }

                    return null;
                case LocalDeclarationStatementSyntax local:
                    foreach (var variable in local.Declaration.Variables)
                    {
                        if (variable.Initializer is null) continue;
                        if (Evaluate(variable.Initializer.Value) is not { } value) return null;
                        Assign(model.GetDeclaredSymbol(variable), variable.Identifier.ValueText, value);
                    }

                    return null;
                case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }:
                    Assign(assignment);
                    return null;
                case ReturnStatementSyntax { Expression: { } expression }:
                    return Evaluate(expression);
                case ForStatementSyntax loop:
                    return Repeat(loop);
                case IfStatementSyntax choice:
                    if (Condition(choice.Condition) is not { } isTrue) return null;
                    return isTrue ? Execute(choice.Statement) : choice.Else is { } other ? Execute(other.Statement) : null;
                case EmptyStatementSyntax:
                    return null;
                default:
                    return parser.Refuse(statement, Statements);
            }
        }

        /// <summary>Null after an error.</summary>
        public Operand? Evaluate(ExpressionSyntax node)
        {
            if (parser.depth == DeepestNesting) return parser.Refuse(node, "write a less deeply nested expression");
            if (parser.work++ == MostWork) return parser.Refuse(node, "the loops around it take too long to read; write shorter ones");
            parser.depth++;
            try
            {
                var constant = model.GetConstantValue(node);
                if (constant.HasValue && model.GetTypeInfo(node).Type?.TypeKind == TypeKind.Enum) return parser.Refuse(node, Expressions);
                if (constant.HasValue) return constant.Value is int or long or double or float or short or byte ? new Number(System.Convert.ToDouble(constant.Value, System.Globalization.CultureInfo.InvariantCulture)) : parser.Refuse(node, Expressions);
                return node switch
                {
                    ParenthesizedExpressionSyntax parenthesized => Evaluate(parenthesized.Expression),
                    IdentifierNameSyntax => Local(node),
                    PrefixUnaryExpressionSyntax minus when minus.IsKind(SyntaxKind.UnaryMinusExpression) => Negate(minus),
                    BinaryExpressionSyntax binary => Compute(binary, binary.Kind(), Evaluate(binary.Left), Evaluate(binary.Right)),
                    InvocationExpressionSyntax call => Call(call),
                    _ => parser.Refuse(node, Expressions),
                };
            }
            finally
            {
                parser.depth--;
            }
        }

        private Operand? Local(ExpressionSyntax node)
        {
            if (model.GetSymbolInfo(node).Symbol is not { } symbol) return parser.Fail();
            return values.TryGetValue(symbol, out var value) ? value : parser.Refuse(node, Expressions);
        }

        private void Assign(AssignmentExpressionSyntax assignment)
        {
            if (model.GetSymbolInfo(assignment.Left).Symbol is not { } target || target is not (ILocalSymbol or IParameterSymbol))
            {
                parser.Refuse(assignment, Statements);
                return;
            }

            var right = Evaluate(assignment.Right);
            SyntaxKind? kind = assignment.Kind() switch
            {
                SyntaxKind.AddAssignmentExpression => SyntaxKind.AddExpression,
                SyntaxKind.SubtractAssignmentExpression => SyntaxKind.SubtractExpression,
                SyntaxKind.MultiplyAssignmentExpression => SyntaxKind.MultiplyExpression,
                SyntaxKind.DivideAssignmentExpression => SyntaxKind.DivideExpression,
                _ => null,
            };
            if (kind is { } operation) right = Compute(assignment, operation, Evaluate(assignment.Left), right);
            else if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)) right = parser.Refuse(assignment, Statements);
            if (right is not null) Assign(target, target.Name, right);
        }

        private void Assign(ISymbol? symbol, string name, Operand value)
        {
            if (symbol is null) return;
            values[symbol] = value;
            // A result is called as the user calls it, by the first of its names.
            if (value is Tensor { Step: > 0 } tensor && parser.steps[tensor.Step - 1] is { Name.Length: 0 } step) parser.steps[tensor.Step - 1] = step with { Name = name };
        }

        private Operand? Repeat(ForStatementSyntax loop)
        {
            if (loop.Declaration?.Variables is not { Count: 1 } variables
                || variables[0].Initializer is not { } start
                || loop.Condition is null
                || model.GetDeclaredSymbol(variables[0]) is not { } counter
                || Evaluate(start.Value) is not Number first)
            {
                return parser.Refuse(loop, "a loop must count over constants; write it as 'for (var i = 0; i < 3; i++)'");
            }

            values[counter] = first;
            for (var count = 0; ; count++)
            {
                if (Condition(loop.Condition) is not { } goesOn) return null;
                if (!goesOn) return null;
                if (count == LongestLoop) return parser.Refuse(loop, $"it runs more than {LongestLoop} times; write a shorter loop");
                if (Execute(loop.Statement) is { } result) return result;
                if (parser.Failed) return null;
                foreach (var incrementor in loop.Incrementors)
                {
                    if (!Count(incrementor, counter)) return parser.Refuse(incrementor, "a loop must count over constants; write it as 'for (var i = 0; i < 3; i++)'");
                }
            }
        }

        private bool Count(ExpressionSyntax node, ISymbol counter)
        {
            var by = node switch
            {
                PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.PostIncrementExpression) ? 1 : -1,
                PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreIncrementExpression) => 1,
                PrefixUnaryExpressionSyntax prefix when prefix.IsKind(SyntaxKind.PreDecrementExpression) => -1,
                AssignmentExpressionSyntax added when added.IsKind(SyntaxKind.AddAssignmentExpression) && Evaluate(added.Right) is Number number => number.Value,
                _ => double.NaN,
            };
            if (double.IsNaN(by) || values[counter] is not Number before) return false;
            values[counter] = new Number(before.Value + by);
            return true;
        }

        private bool? Condition(ExpressionSyntax node)
        {
            if (node is ParenthesizedExpressionSyntax parenthesized) return Condition(parenthesized.Expression);
            if (node is BinaryExpressionSyntax binary && Evaluate(binary.Left) is Number left && Evaluate(binary.Right) is Number right)
            {
                switch (binary.Kind())
                {
                    case SyntaxKind.LessThanExpression: return left.Value < right.Value;
                    case SyntaxKind.LessThanOrEqualExpression: return left.Value <= right.Value;
                    case SyntaxKind.GreaterThanExpression: return left.Value > right.Value;
                    case SyntaxKind.GreaterThanOrEqualExpression: return left.Value >= right.Value;
                    case SyntaxKind.EqualsExpression: return left.Value == right.Value;
                    case SyntaxKind.NotEqualsExpression: return left.Value != right.Value;
                }
            }

            if (!parser.Failed) parser.Refuse(node, "a condition must compare constants");
            return null;
        }

        private Operand? Negate(PrefixUnaryExpressionSyntax node) => Evaluate(node.Operand) switch
        {
            Number number => new Number(-number.Value),
            Tensor tensor => parser.Add(node, "neg", "", [tensor.Step], []),
            _ => null,
        };

        private Operand? Compute(SyntaxNode node, SyntaxKind kind, Operand? left, Operand? right)
        {
            if (left is null || right is null) return null;
            var operation = kind switch
            {
                SyntaxKind.AddExpression => "add",
                SyntaxKind.SubtractExpression => "sub",
                SyntaxKind.MultiplyExpression => "mul",
                SyntaxKind.DivideExpression => "div",
                _ => "",
            };
            return (left, right, operation) switch
            {
                (_, _, "") when left is not Number || right is not Number || kind != SyntaxKind.ModuloExpression => parser.Refuse(node, Expressions),
                (Number, Number { Value: 0 }, "div" or "") => parser.Refuse(node, "it divides by zero; divide by something else"),
                (Number a, Number b, _) => new Number(Fold(operation, a.Value, b.Value, IsWhole(node))),
                (Tensor a, Tensor b, _) => parser.Add(node, operation, "", [a.Step, b.Step], []),
                (Tensor a, Number b, _) => parser.Add(node, operation, "", [a.Step], [b.Value]),
                (Number a, Tensor b, "add" or "mul") => parser.Add(node, operation, "", [b.Step], [a.Value]),
                (Number a, Tensor b, "sub") => parser.Add(node, "neg", "", [b.Step], []) is Tensor negative ? parser.Add(node, "add", "", [negative.Step], [a.Value]) : null,
                (Number a, Tensor b, _) => parser.Add(node, "reciprocal", "", [b.Step], []) is Tensor inverse ? parser.Add(node, "mul", "", [inverse.Step], [a.Value]) : null,
                _ => parser.Refuse(node, Expressions),
            };
        }

        private bool IsWhole(SyntaxNode node) => node is ExpressionSyntax expression && model.GetTypeInfo(expression).Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;

        private static double Fold(string operation, double left, double right, bool isWhole) => operation switch
        {
            "add" => left + right,
            "sub" => left - right,
            "mul" => left * right,
            "div" => isWhole ? System.Math.Truncate(left / right) : left / right,
            _ => left % right,
        };

        private Operand? Call(InvocationExpressionSyntax node)
        {
            if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method) return parser.Fail();
            var receiver = (node.Expression as MemberAccessExpressionSyntax)?.Expression;
            if (method.ContainingType is { Name: "Layer", ContainingNamespace.Name: "MetaDsl" }) return Layer(node, receiver);
            if (SymbolEqualityComparer.Default.Equals(method.ContainingType, parser.Type)) return Helper(node, method);
            var isTensorMethod = IsTensor(method.ContainingType);
            if ((!isTensorMethod && !IsTorch(method.ContainingType)) || !Operations.IsKnown(method.Name)) return parser.Refuse(node, Expressions);
            var operands = new List<int>();
            if (isTensorMethod && !method.IsStatic)
            {
                if (receiver is null || Evaluate(receiver) is not Tensor tensor) return parser.Failed ? null : parser.Refuse(node, Expressions);
                operands.Add(tensor.Step);
            }

            var numbers = new List<double>();
            return Arguments(node, method, operands, numbers) ? parser.Add(node, method.Name, "", operands, numbers) : null;
        }

        private static bool IsTorch(INamedTypeSymbol type) =>
            type.Name == "torch" || (type.Name == "functional" && type.ContainingType is { Name: "nn", ContainingType.Name: "torch" });

        private Operand? Layer(InvocationExpressionSyntax node, ExpressionSyntax? receiver)
        {
            if (receiver is null || model.GetSymbolInfo(receiver).Symbol is not IPropertySymbol property) return parser.Refuse(node, Expressions);
            var name = Names.Camel(property.Name);
            if (parser.Members.All(member => member.Name != name)) return parser.Refuse(receiver, "it is no layer; put one on the property, as in '[Linear(40)]'");
            if (Evaluate(node.ArgumentList.Arguments[0].Expression) is not Tensor x) return parser.Failed ? null : parser.Refuse(node, Expressions);
            parser.used.Add(name);
            return parser.Add(node, "", name, [x.Step], []);
        }

        private Operand? Helper(InvocationExpressionSyntax node, IMethodSymbol method)
        {
            var given = new List<Operand>();
            foreach (var argument in node.ArgumentList.Arguments)
            {
                if (argument.NameColon is not null) return parser.Refuse(argument, "give arguments in their order, without names");
                if (Evaluate(argument.Expression) is not { } value) return null;
                given.Add(value);
            }

            return given.Count == method.Parameters.Length ? parser.Run(method, given) : parser.Refuse(node, "give all arguments");
        }

        // The tensors and numbers of a call in the order of the method's parameters, with the values of those that are left out.
        private bool Arguments(InvocationExpressionSyntax node, IMethodSymbol method, List<int> operands, List<double> numbers)
        {
            foreach (var parameter in method.Parameters)
            {
                var given = node.ArgumentList.Arguments
                    .Where((argument, i) => argument.NameColon is { } named
                        ? named.Name.Identifier.ValueText == parameter.Name
                        : parameter.IsParams ? i >= parameter.Ordinal : i == parameter.Ordinal)
                    .Select(argument => argument.Expression)
                    .ToArray();
                if (!Understood.Contains(parameter.Name))
                {
                    // What is not said has torch's usual meaning, which is the compiler's as well.
                    if (given.Length == 0) continue;
                    parser.Refuse(given[0].Parent ?? given[0], $"'{parameter.Name}' of '{method.Name}' is not understood; leave it out");
                    return false;
                }

                if (given.Length == 0 && parameter.HasExplicitDefaultValue)
                {
                    if (parameter.ExplicitDefaultValue is bool flag) numbers.Add(flag ? 1 : 0);
                    else if (parameter.ExplicitDefaultValue is int or long or double) numbers.Add(System.Convert.ToDouble(parameter.ExplicitDefaultValue, System.Globalization.CultureInfo.InvariantCulture));
                    continue;
                }

                foreach (var expression in given.SelectMany(Elements))
                {
                    if (model.GetConstantValue(expression) is { HasValue: true, Value: bool isSet })
                    {
                        numbers.Add(isSet ? 1 : 0);
                        continue;
                    }

                    switch (Evaluate(expression))
                    {
                        case Tensor tensor: operands.Add(tensor.Step); break;
                        case Number number: numbers.Add(number.Value); break;
                        default: return false;
                    }
                }
            }

            return true;
        }

        private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax node) => node switch
        {
            CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
                collection.Elements.Cast<ExpressionElementSyntax>().Select(element => element.Expression),
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            _ => [node],
        };
    }
}
