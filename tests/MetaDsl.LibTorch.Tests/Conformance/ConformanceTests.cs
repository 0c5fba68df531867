using TorchSharp;

namespace MetaDsl.LibTorch.Tests.Conformance;

/// <summary>Whatever is public in our namespace TorchSharp is in TorchSharp, to the letter.</summary>
public class ConformanceTests
{
    private static ApiList List => new(File.ReadLines(ApiList.FindFile()!));

    [ApiListFact]
    public void Every_public_member_is_one_of_TorchSharp()
    {
        var list = List;
        var differences = PublicTypes().SelectMany(list.Differences).ToArray();
        var report = string.Join('\n', differences);
        Assert.True(report.Length == 0, $"{differences.Length} public members differ from TorchSharp's:\n{report}");
    }

    [ApiListFact]
    public void The_list_has_the_types_that_the_comparison_relies_on()
    {
        var list = List;
        Assert.True(list.Count(typeof(torch.Tensor)) > 800, "The list has too few members of Tensor; is it the whole file?");
        Assert.True(list.Count(typeof(torch)) > 800, "The list has too few members of torch; is it the whole file?");
        Assert.Contains(typeof(torch.autograd), PublicTypes());
    }

    [Fact]
    public void Every_public_type_is_in_namespace_TorchSharp_or_in_our_own()
    {
        var strangers = typeof(torch).Assembly.GetTypes().Where(type => !IsTorchSharp(type)).Where(IsExposed);
        Assert.All(strangers, type => Assert.StartsWith("MetaDsl.LibTorch", type.Namespace));
    }

    private static IEnumerable<Type> PublicTypes() => typeof(torch).Assembly.GetTypes().Where(IsTorchSharp).Where(IsExposed);

    private static bool IsTorchSharp(Type type) =>
        type.Namespace == nameof(TorchSharp) || type.Namespace?.StartsWith("TorchSharp.", StringComparison.Ordinal) == true;

    // Public, or protected in something that is: a class derived from it could use it.
    private static bool IsExposed(Type type)
    {
        if (!type.IsNested) return type.IsPublic;
        return (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsExposed(type.DeclaringType!);
    }
}
