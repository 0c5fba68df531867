using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

/// <summary>Models whose layers are put together by a method.</summary>
public sealed class ForwardTests
{
    private const string Layers = "[Linear(8)] Layer Hidden { get; }\n    [Linear(1)] Layer Output { get; }";
    private const string Plain = "Tensor Forward(Tensor x) => Output.Forward(Hidden.Forward(x));";

    [Fact]
    public Task A_layer_on_the_class_beside_layers_on_properties_is_an_error() => Wrong.Error(
        "MDSL0141",
        Model(Layers, Plain).Replace("Input(1)]", "Input(1), [|Relu|]]"),
        "'Relu' on 'SineNet' stands on the class, but other layers stand on properties; put all of them on properties, or all on the class",
        Model(Layers, Plain));

    [Fact]
    public Task A_Forward_of_two_arguments_is_an_error() => Wrong.Error(
        "MDSL0142",
        Model(Layers, "Tensor [|Forward|](Tensor x, int times) => Output.Forward(Hidden.Forward(x));"),
        "'Forward' of 'SineNet' is not the model's computation; write it as 'Tensor Forward(Tensor x)', or give it another name",
        Model(Layers, Plain));

    [Fact]
    public Task A_layer_that_Forward_never_calls_is_a_warning() => Wrong.Warning(
        "MDSL0143",
        Model("[[|Linear(8)|]] Layer Hidden { get; }\n    [Linear(1)] Layer Output { get; }", "Tensor Forward(Tensor x) => Output.Forward(x);"),
        "'Linear' on 'SineNet' is never used, because 'Forward' does not call 'hidden'; call it, or remove the layer",
        Model(Layers, Plain));

    [Theory]
    [InlineData("Output.Forward([|Hidden.Forward(x).cumsum(1)|])", "Hidden.Forward(x).cumsum(1)")]
    [InlineData("Output.Forward(Hidden.Forward(x) * [|Math.Sin(2)|])", "Math.Sin(2)")]
    [InlineData("Output.Forward([|x.Equals(x) ? x : Hidden.Forward(x)|])", "x.Equals(x) ? x : Hidden.Forward(x)")]
    public async Task An_operation_that_the_compiler_does_not_know_is_an_error_at_its_node(string expression, string quote)
    {
        var source = Model(Layers, $"Tensor Forward(Tensor x) => {expression};");
        var compilation = new Project(source.Replace("[|", "").Replace("|]", "")).Compile();
        Assert.Empty(Project.Complaints(compilation));
        var found = Assert.Single(await Project.Analyze(compilation));
        Assert.Equal("MDSL0144", found.Id);
        Assert.Equal(quote, Project.Quote(found));
        Assert.StartsWith($"'{quote}' cannot be read in 'Forward' of 'SineNet'; use the layers of this class, + - * /", found.GetMessage());
        Assert.Contains("'relu'", found.GetMessage());
    }

    [Theory]
    [InlineData("[|while (true) x = Hidden.Forward(x);|]", "while (true) x = Hidden.Forward(x);", "use locals, assignments to them, 'for' loops of constant length, 'if' over constants, methods of this class, and 'return'")]
    [InlineData("[|for (int i = 0, j = 2; i < j; i++) x = x.relu();|] return Output.Forward(Hidden.Forward(x));", "for (int i = 0, j = 2; i < j; i++) x = x.relu();", "a loop must count over constants; write it as 'for (var i = 0; i < 3; i++)'")]
    [InlineData("[|for (var i = 0; i >= 0; i++) x = x.relu();|] return Output.Forward(Hidden.Forward(x));", "for (var i = 0; i >= 0; i++) x = x.relu();", "it runs more than 1000 times; write a shorter loop")]
    [InlineData("if ([|x.Equals(x)|]) return x; return Output.Forward(Hidden.Forward(x));", "x.Equals(x)", "a condition must compare constants")]
    public Task A_statement_that_the_compiler_does_not_know_is_an_error_at_its_node(string body, string quote, string wayOut) => Wrong.Error(
        "MDSL0144",
        Model(Layers, $"Tensor Forward(Tensor x) {{ {body} }}"),
        $"'{quote}' cannot be read in 'Forward' of 'SineNet'; {wayOut}",
        Model(Layers, "Tensor Forward(Tensor x) { for (var i = 0; i < 3; i++) x = x.relu(); return Output.Forward(Hidden.Forward(x)); }"));

    [Fact]
    public Task A_method_that_calls_itself_is_an_error() => Wrong.Error(
        "MDSL0144",
        Model(Layers, "Tensor Forward(Tensor x) => Output.Forward(Again(x)); Tensor [|Again|](Tensor x) => Hidden.Forward(Again(x));"),
        "'Again' cannot be read in 'Forward' of 'SineNet'; it calls itself; write it as a loop",
        Model(Layers, "Tensor Forward(Tensor x) => Output.Forward(Once(x)); Tensor Once(Tensor x) => Hidden.Forward(x);"));

    [Fact]
    public Task A_layer_on_a_property_of_another_type_is_an_error() => Wrong.Error(
        "MDSL0145",
        Model("[Linear(8)] object? [|Hidden|] { get; }\n    [Linear(1)] Layer Output { get; }", "Tensor Forward(Tensor x) => Output.Forward(x);"),
        "'Hidden' of 'SineNet' has a layer, but is of type 'object?'; write 'Layer Hidden { get; }'",
        Model(Layers, Plain));

    [Theory]
    [InlineData("Hidden.Forward(x).flatten()", "axis 0 counts the examples, which stay apart; name another")]
    [InlineData("Hidden.Forward(x).softmax(0)", "axis 0 counts the examples, which stay apart; name another")]
    [InlineData("Hidden.Forward(x).softmax(2)", "there is no axis 2 of 2; name another")]
    [InlineData("Hidden.Forward(x).matmul(x)", "[examples, 8] and [examples, 1] are no examples of matrices; give both the same number of axes, 3 or more")]
    public Task An_operation_that_does_not_fit_its_tensors_is_an_error_at_its_node(string expression, string reason) => Wrong.Error(
        "MDSL0146",
        Model(Layers, $"Tensor Forward(Tensor x) => Output.Forward([|{expression}|]);"),
        $"'{expression}' in 'Forward' of 'SineNet' does not fit its tensors; {reason}",
        Model(Layers, Plain));

    [Fact]
    public Task A_method_of_its_own_stands_for_what_it_computes() => Wrong.Right(new Project(Model(
        Layers,
        """
        Tensor Forward(Tensor x)
            {
                Tensor sum = Hidden.Forward(x);
                for (int i = 0; i < 2 * 2; i += 2)
                {
                    if (i % 4 == 0) sum += Scaled(sum, i + 1);
                    else sum = sum + sum;
                }

                return Output.Forward(sum);
            }

            private Tensor Scaled(Tensor y, double by) => y.relu() * (by / 2);
        """)));

    private static string Model(string layers, string methods) => Sample.With(
        "[Linear(40), Relu]\n[Linear(40), Relu]\n[Linear(1)]\npublic partial class SineNet;",
        $"public partial class SineNet\n{{\n    {layers}\n\n    {methods}\n}}").Replace("using MetaDsl;", "using MetaDsl;\nusing Tensor = TorchSharp.torch.Tensor;");
}
