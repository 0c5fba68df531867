using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MetaDsl.LibTorch.Tests.Conformance;

/// <summary>Writes what is public or protected in a type, a member a line, exactly as the API list writes it.</summary>
internal static class ApiRenderer
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>Such as "sealed class" or "enum".</summary>
    public static string Kind(Type type)
    {
        if (type.IsEnum) return "enum";
        if (type.IsValueType) return "struct";
        if (type.IsInterface) return "interface";
        if (type.IsSubclassOf(typeof(Delegate))) return "delegate";
        if (type.IsAbstract) return type.IsSealed ? "static class" : "abstract class";
        return type.IsSealed ? "sealed class" : "class";
    }

    /// <summary>The base class and the interfaces that the type itself adds.</summary>
    public static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate))) yield break;
        var ancestor = type.BaseType;
        if (ancestor is not null && ancestor != typeof(object) && ancestor != typeof(ValueType)) yield return ApiTypeName.Short(ancestor);
        foreach (var contract in type.GetInterfaces().Except(ancestor?.GetInterfaces() ?? [])) yield return ApiTypeName.Short(contract);
    }

    public static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type).Select(name => $"enum {name} = {Enum.Format(type, Enum.Parse(type, name), "d")}");
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            return [$"delegate {Result(invoke)} {ApiTypeName.Short(type)}({Parameters(invoke)})"];
        }

        return type.GetMembers(Declared).Where(member => !member.Name.StartsWith('<')).Select(Member).OfType<string>();
    }

    // Null for what nobody outside can see, and for what belongs to another member or is a type of its own.
    private static string? Member(MemberInfo member)
    {
        var text = member switch
        {
            ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor) =>
                $"ctor {Protection(constructor)}{Constructed(constructor)}({Parameters(constructor)})",
            MethodInfo method when IsVisible(method) && !IsAccessor(method) =>
                $"method {Protection(method)}{Modifier(method)}{Result(method)} "
                + $"{method.Name}{TypeParameters(method)}({Parameters(method)}){Constraints(method)}",
            PropertyInfo property when Accessors(property) is [var first, ..] accessors =>
                $"prop {Protection(first)}{Static(first)}{ApiTypeName.Named(property.PropertyType, property)} {PropertyName(property)} "
                + $"{{ {string.Join(' ', accessors.Select(accessor => accessor == property.GetMethod ? "get;" : "set;"))} }}",
            EventInfo { AddMethod: { } add } happening when IsVisible(add) =>
                $"event {Protection(add)}{Static(add)}{ApiTypeName.Short(happening.EventHandlerType!)} {happening.Name}",
            FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly =>
                $"field {FieldModifier(field)}{ApiTypeName.Named(field.FieldType, field)} {field.Name}",
            _ => null,
        };
        return text is null ? null : text + Obsolescence(member);
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && method.Name.Split('_')[0] is "get" or "set" or "add" or "remove";

    private static MethodInfo[] Accessors(PropertyInfo property) =>
        [.. new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(IsVisible)];

    private static string Protection(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Modifier(MethodInfo method)
    {
        if (method.IsStatic) return "static ";
        if (method.GetBaseDefinition() != method) return "override ";
        if (method.IsAbstract) return "abstract ";
        return method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";
    }

    private static string FieldModifier(FieldInfo field)
    {
        var protection = field.IsPublic ? "" : "protected ";
        if (field.IsLiteral) return protection + "const ";
        return protection + (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
    }

    private static string Result(MethodInfo method)
    {
        var type = method.ReturnType;
        return type.IsByRef ? "ref " + ApiTypeName.Short(type.GetElementType()!) : ApiTypeName.Named(type, method.ReturnParameter);
    }

    private static string Constructed(ConstructorInfo constructor) => ApiTypeName.Short(constructor.DeclaringType!).Split('.')[^1];

    private static string PropertyName(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } indices ? $"this[{string.Join(", ", indices.Select(Parameter))}]" : property.Name;

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(',', method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Constraints(MethodInfo method)
    {
        if (!method.IsGenericMethod) return "";
        return string.Concat(method.GetGenericArguments().Select(argument => (argument.Name, Needs: Needs(argument)))
            .Where(argument => argument.Needs.Length > 0)
            .Select(argument => $" where {argument.Name}: {string.Join(", ", argument.Needs)}"));
    }

    private static string[] Needs(Type argument)
    {
        var needs = new List<string>();
        var flags = argument.GenericParameterAttributes;
        var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct) needs.Add("struct");
        if (flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)) needs.Add("class");
        needs.AddRange(argument.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(ApiTypeName.Short));
        if (!isStruct && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)) needs.Add("new()");
        return [.. needs];
    }

    private static string Parameters(MethodBase method)
    {
        var list = string.Join(", ", method.GetParameters().Select(Parameter));
        return method.IsDefined(typeof(ExtensionAttribute)) ? "this " + list : list;
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var passing = "";
        if (type.IsByRef)
        {
            passing = parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref ";
            type = type.GetElementType()!;
        }

        if (parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute))) passing += "params ";
        var name = ApiTypeName.Named(type, parameter);
        // Of nullable references the list marks parameters alone, neither results nor type arguments.
        if (!type.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable) name += "?";
        return passing + name + " " + parameter.Name + Default(parameter, type);
    }

    private static string Default(ParameterInfo parameter, Type type)
    {
        if (!parameter.HasDefaultValue) return "";
        var underlying = Nullable.GetUnderlyingType(type);
        var isStruct = type.IsValueType && underlying is null;
        type = underlying ?? type;
        return " = " + parameter.RawDefaultValue switch
        {
            null => isStruct ? "default" : "null",
            bool value => value ? "true" : "false",
            string value => $"\"{value}\"",
            var value when type.IsEnum => $"{type.Name}.{Enum.ToObject(type, value)}",
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
    }

    private static string Obsolescence(MemberInfo member) =>
        member.GetCustomAttribute<ObsoleteAttribute>() is { } obsolete
            ? $" [Obsolete(\"{obsolete.Message}\", error:{(obsolete.IsError ? "true" : "false")})]"
            : "";
}
