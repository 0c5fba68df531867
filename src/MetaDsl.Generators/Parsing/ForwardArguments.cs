using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MetaDsl.Generators.Parsing;

/// <summary>
/// The tensors and numbers of a call of torch in the order of the method's parameters, with the values of those that are left out.
/// </summary>
internal sealed class ForwardArguments(ForwardExpressions expressions, ForwardTrace trace)
{
    // The parameters of torch's methods that the operations know.
    private static readonly HashSet<string> Understood =
    [
        "dim", "dim0", "dim1", "dimensions", "end_dim", "input", "keepdim", "left", "length", "other", "permutation", "right", "scalar",
        "shape", "start", "start_dim", "target", "tensor", "tensors", "value", "x",
    ];

    public List<int> Operands { get; } = [];

    public List<double> Numbers { get; } = [];

    /// <summary>False after an error.</summary>
    public bool Read(InvocationExpressionSyntax node, IMethodSymbol method) =>
        method.Parameters.All(parameter => Read(Given(node, parameter), parameter, method));

    private bool Read(ExpressionSyntax[] given, IParameterSymbol parameter, IMethodSymbol method)
    {
        if (!Understood.Contains(parameter.Name))
        {
            // What is not said has torch's usual meaning, which is the compiler's as well.
            if (given.Length == 0) return true;
            trace.Refuse(given[0].Parent ?? given[0], $"'{parameter.Name}' of '{method.Name}' is not understood; leave it out");
            return false;
        }

        if (given.Length > 0 || !parameter.HasExplicitDefaultValue) return given.SelectMany(Elements).All(Read);
        var usual = parameter.ExplicitDefaultValue;
        if (usual is bool flag) Numbers.Add(flag ? 1 : 0);
        else if (usual is int or long or double) Numbers.Add(Convert.ToDouble(usual, CultureInfo.InvariantCulture));
        return true;
    }

    private bool Read(ExpressionSyntax expression)
    {
        if (expressions.Model.GetConstantValue(expression) is { HasValue: true, Value: bool isSet })
        {
            Numbers.Add(isSet ? 1 : 0);
            return true;
        }

        var value = expressions.Evaluate(expression);
        if (value is ForwardTensor tensor) Operands.Add(tensor.Step);
        else if (value is ForwardNumber number) Numbers.Add(number.Value);
        return value is not null;
    }

    private static ExpressionSyntax[] Given(InvocationExpressionSyntax node, IParameterSymbol parameter) =>
    [
        .. node.ArgumentList.Arguments
            .Where((argument, i) => argument.NameColon is { } named ? named.Name.Identifier.ValueText == parameter.Name
                : parameter.IsParams ? i >= parameter.Ordinal
                : i == parameter.Ordinal)
            .Select(argument => argument.Expression),
    ];

    private static IEnumerable<ExpressionSyntax> Elements(ExpressionSyntax node) => node switch
    {
        CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) =>
            collection.Elements.Cast<ExpressionElementSyntax>().Select(element => element.Expression),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        _ => [node],
    };
}
