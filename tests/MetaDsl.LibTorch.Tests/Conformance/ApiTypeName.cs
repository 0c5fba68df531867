using System.Reflection;
using System.Runtime.CompilerServices;

namespace MetaDsl.LibTorch.Tests.Conformance;

/// <summary>Writes types as the API list writes them: C# keywords, no namespaces, nested types without a leading "torch.".</summary>
internal static class ApiTypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    /// <summary>With namespace and "torch.", as the heading of a type has it.</summary>
    public static string Full(Type type) => type.Namespace + "." + Chain(type);

    public static string Short(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsGenericParameter) return type.Name;
        if (type.IsArray) return $"{Short(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (type.IsPointer) return Short(type.GetElementType()!) + "*";
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Short(underlying) + "?";
        if (IsTuple(type)) return $"({string.Join(", ", TupleElements(type).Select(Short))})";
        var chain = Chain(type);
        return chain.StartsWith("torch.", StringComparison.Ordinal) ? chain["torch.".Length..] : chain;
    }

    /// <summary>The type with the names of its tuple elements, if it has any.</summary>
    public static string Named(Type type, ICustomAttributeProvider annotated)
    {
        var text = Short(type);
        var attributes = annotated.GetCustomAttributes(typeof(TupleElementNamesAttribute), inherit: false);
        return attributes is [TupleElementNamesAttribute { TransformNames: var names }] ? WithElementNames(text, [.. names]) : text;
    }

    // The list was written by a tool that puts element names into the text of the type: right for a plain tuple, odd for
    // "(double min, double)? max)" and "(float Real, float)[] Imaginary)", and in a comment where the parts do not match the names.
    private static string WithElementNames(string text, string?[] names)
    {
        var parts = text.Trim('(', ')').Split(',');
        if (!text.StartsWith('(') || parts.Length != names.Length) return $"{text}/*{string.Join(',', names)}*/";
        return $"({string.Join(", ", parts.Zip(names, (part, name) => $"{part.Trim()} {name}"))})";
    }

    private static string Chain(Type type)
    {
        var names = new Stack<string>();
        for (var outer = type; outer is not null; outer = outer.DeclaringType) names.Push(outer.Name.Split('`')[0]);
        var chain = string.Join('.', names);
        return type.IsGenericType ? $"{chain}<{string.Join(',', type.GetGenericArguments().Select(Short))}>" : chain;
    }

    private static bool IsTuple(Type type) => type is { IsGenericType: true, IsValueType: true } && type.IsAssignableTo(typeof(ITuple));

    // The eighth type argument of a long tuple is a tuple that holds the rest.
    private static IEnumerable<Type> TupleElements(Type tuple)
    {
        var arguments = tuple.GetGenericArguments();
        return arguments.Length == 8 ? [.. arguments[..7], .. TupleElements(arguments[7])] : arguments;
    }
}
