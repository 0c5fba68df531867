using System.Reflection;
using MetaDsl.Generators.Layers;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Pipeline;

public sealed class EquatableSpecTests
{
    private static readonly Type[] Values = [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double)];

    [Fact]
    public void Specs_hold_nothing_that_defeats_the_cache()
    {
        var seen = new HashSet<Type>();
        var specs = typeof(ExperimentSpec).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Spec", StringComparison.Ordinal) || type.IsSubclassOf(typeof(LayerSpec)))
            .ToArray();
        Assert.Contains(typeof(TargetStepSpec), specs);
        foreach (var spec in specs) Walk(spec, spec.Name, seen);
    }

    [Theory]
    [InlineData(typeof(GradientOrder), typeof(Specs.GradientOrder))]
    [InlineData(typeof(InitialWeights), typeof(Layers.InitialWeights))]
    [InlineData(typeof(Merge), typeof(Layers.Merge))]
    [InlineData(typeof(Optimizer), typeof(OptimizerKind))]
    [InlineData(typeof(Schedule), typeof(ScheduleKind))]
    [InlineData(typeof(DerivativeStrategy), typeof(Specs.DerivativeStrategy))]
    public void Choices_of_the_language_are_those_of_the_compiler(Type language, Type compiler)
    {
        Assert.Equal(Enum.GetNames(language), Enum.GetNames(compiler));
        Assert.Equal(Enum.GetValuesAsUnderlyingType(language), Enum.GetValuesAsUnderlyingType(compiler));
    }

    [Fact]
    public void Each_kind_of_layer_has_an_attribute() => Assert.All(
        LayerCatalog.Names.Where(name => name is not ("Parallel" or "Residual")),
        name => Assert.NotNull(typeof(ModelAttribute).Assembly.GetType($"MetaDsl.{name}Attribute")));

    [Fact]
    public void Two_parses_of_one_declaration_are_equal_with_equal_hashes()
    {
        var (first, second) = (Generator.SpecOf(Sample.Program), Generator.SpecOf(Sample.Program));
        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    private static void Walk(Type type, string path, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum || Values.Contains(type) || !seen.Add(type)) return;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            Walk(type.GetGenericArguments()[0], path + "[]", seen);
            return;
        }

        Assert.True(
            type.Name.EndsWith("Spec", StringComparison.Ordinal) || type.IsSubclassOf(typeof(LayerSpec)) || type == typeof(Shape), $"{path} is a {type}");
        Assert.True(type.GetMethod("<Clone>$") is not null && (type.IsSealed || type.IsAbstract), $"{path} is no sealed record");
        const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var field in type.GetFields(Instance)) Walk(field.FieldType, $"{path}.{field.Name}", seen);
    }
}
