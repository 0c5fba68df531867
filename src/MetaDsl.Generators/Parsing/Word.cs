using System;
using System.Globalization;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MetaDsl.Generators.Parsing;

/// <summary>One attribute: its values, whether they are positional or named, and where each stands in the source.</summary>
internal sealed class Word(string name, AttributeData data, string owner, Report report)
{
    public string Name => name;

    public string Owner => owner;

    /// <summary>The attribute as its user wrote it.</summary>
    public string Written => Syntax is null ? name : SourceText.Of(Syntax);

    public Location Location => Syntax?.GetLocation() ?? Location.None;

    private AttributeSyntax? Syntax => data.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;

    /// <summary>Whether C# cannot read it yet.</summary>
    public bool IsBeingTyped => Syntax is { ContainsDiagnostics: true };

    /// <summary>Whether the argument is written.</summary>
    public bool Says(string argument) => Find(argument) is not null;

    /// <summary>The value of an argument that must be there; null after an error.</summary>
    public T? Required<T>(string argument, string example)
        where T : struct
    {
        if (Find(argument) is { } constant) return Value<T>(constant);
        if (IsUnfinished(argument)) report.Fail();
        else report.Add(DeclarationRules.Missing, Location, name, owner, argument, example);
        return null;
    }

    /// <summary>The value of an argument that may be left out; null after an error.</summary>
    public T? Optional<T>(string argument, T otherwise)
        where T : struct
    {
        if (Find(argument) is { } constant) return Value<T>(constant);
        if (!IsUnfinished(argument)) return otherwise;
        report.Fail();
        return null;
    }

    /// <summary>The text of an argument; null where it is left out, is null or is not finished.</summary>
    public string? Text(string argument)
    {
        if (Find(argument) is { Kind: not TypedConstantKind.Error } constant) return constant.Value as string;
        if (IsUnfinished(argument)) report.Fail();
        return null;
    }

    /// <summary>Whole numbers given one after another; null after an error.</summary>
    public int[]? Numbers(string argument)
    {
        if (Find(argument) is { Kind: TypedConstantKind.Array } constant)
        {
            // C# takes null for an array.
            if (constant.IsNull) return [];
            if (constant.Values.All(value => value.Value is int)) return [.. constant.Values.Select(value => (int)value.Value!)];
        }

        report.Fail();
        return null;
    }

    /// <summary>Texts given as an array; none where it is left out, null after an error.</summary>
    public string[]? Texts(string argument) => Array<string>(argument);

    /// <summary>Numbers given as an array; none where it is left out, null after an error.</summary>
    public double[]? Doubles(string argument) => Array<double>(argument);

    private T[]? Array<T>(string argument)
    {
        if (Find(argument) is not { } constant)
        {
            if (!IsUnfinished(argument)) return [];
        }
        else if (constant.Kind == TypedConstantKind.Array)
        {
            if (constant.IsNull) return [];
            if (constant.Values.All(value => value.Value is T)) return [.. constant.Values.Select(value => (T)value.Value!)];
        }

        report.Fail();
        return null;
    }

    /// <summary>How many type arguments it has.</summary>
    public int TypeArguments => data.AttributeClass?.TypeArguments.Length ?? 0;

    public ITypeSymbol? TypeArgument(int position) => position < TypeArguments ? data.AttributeClass!.TypeArguments[position] : null;

    /// <summary>The value of an enum of the language as that of the compiler, which has the same members.</summary>
    public TEnum? Choice<TEnum>(string argument, TEnum otherwise)
        where TEnum : struct, Enum
    {
        if (Optional(argument, (int)(object)otherwise) is not { } value) return null;
        if (Enum.IsDefined(typeof(TEnum), value)) return (TEnum)(object)value;
        var type = Find(argument)!.Value.Type!.Name;
        var choices = string.Join(" or ", Enum.GetNames(typeof(TEnum)).Select(choice => $"'{type}.{choice}'"));
        report.Add(DeclarationRules.NoSuchChoice, At(argument), argument, owner, Shown(value), type, choices);
        return null;
    }

    /// <summary>The argument or type argument where it is written, else the attribute.</summary>
    public Location At(string argument)
    {
        var parameters = data.AttributeClass?.TypeParameters ?? [];
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Name == argument) return AtType(i);
        }

        if (Argument(argument) is not { } first) return Location;
        // Numbers given one after another are one argument.
        var isLast = Position(argument) is var position && position >= 0 && data.AttributeConstructor!.Parameters[position].IsParams;
        var last = isLast && IsPositional(first) ? Positional().Last() : first;
        return Location.Create(first.SyntaxTree, TextSpan.FromBounds(first.SpanStart, last.Span.End));
    }

    /// <summary>One of several numbers of a positional argument where it is written, else the attribute.</summary>
    public Location AtNumber(string argument, int index)
    {
        var position = Position(argument);
        var positional = Positional();
        return position >= 0 && position + index < positional.Length && positional.Length > 1
            ? positional[position + index].GetLocation()
            : At(argument);
    }

    /// <summary>A type argument where it is written, else the attribute.</summary>
    public Location AtType(int position)
    {
        var generic = Syntax?.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault();
        var arguments = generic?.TypeArgumentList.Arguments;
        return position < arguments?.Count ? arguments.Value[position].GetLocation() : Location;
    }

    public static string Shown(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private T? Value<T>(TypedConstant constant)
        where T : struct
    {
        if (constant.Kind != TypedConstantKind.Error && constant.Value is T value) return value;
        report.Fail();
        return null;
    }

    private TypedConstant? Find(string argument)
    {
        foreach (var pair in data.NamedArguments)
        {
            if (pair.Key == argument) return pair.Value;
        }

        var position = Position(argument);
        return position >= 0 && position < data.ConstructorArguments.Length ? data.ConstructorArguments[position] : null;
    }

    private int Position(string argument)
    {
        var parameters = data.AttributeConstructor?.Parameters ?? [];
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Name == argument) return i;
        }

        return -1;
    }

    // C# reports an error on the attribute: no constructor takes what is given, the text is no attribute yet, or the argument has no value.
    private bool IsUnfinished(string argument) =>
        data.AttributeConstructor is null || IsBeingTyped || Argument(argument) is not null;

    private AttributeArgumentSyntax? Argument(string argument)
    {
        if (Syntax?.ArgumentList is not { } list) return null;
        var named = list.Arguments.FirstOrDefault(candidate =>
            (candidate.NameEquals?.Name ?? candidate.NameColon?.Name)?.Identifier.ValueText == argument);
        if (named is not null) return named;
        var position = Position(argument);
        var positional = Positional();
        return position >= 0 && position < positional.Length ? positional[position] : null;
    }

    private AttributeArgumentSyntax[] Positional() => Syntax?.ArgumentList?.Arguments.Where(IsPositional).ToArray() ?? [];

    private static bool IsPositional(AttributeArgumentSyntax argument) => argument.NameEquals is null && argument.NameColon is null;
}
