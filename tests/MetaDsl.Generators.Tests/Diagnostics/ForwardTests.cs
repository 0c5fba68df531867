using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

/// <summary>Models whose layers stand on properties, put together by their method Forward.</summary>
public sealed class ForwardTests
{
    private const string Layers = "[Linear(8)] Layer Hidden { get; } [Linear(5)] Layer Output { get; }";
    private const string Right = "Output.Forward(x + Hidden.Forward(x).relu())";

    [Fact]
    public Task Layers_on_the_class_and_on_properties_are_an_error_on_the_class() => Wrong.Error(
        "MDSL0141",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};").Replace("Input(8)", "Input(8), [|Relu|]"),
        "'Relu' on 'Net' stands on the class, beside layers on properties or a 'Forward' that cannot call it; put all of them on properties, or all on the class",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};"));

    [Theory]
    [InlineData("Tensor [|Forward|](Tensor x, Tensor y) => x + y;")]
    [InlineData("Tensor [|Forward|]() => null!;")]
    [InlineData("float [|Forward|](Tensor x) => 0;")]
    public Task A_method_Forward_that_is_not_one_is_an_error_on_its_name(string forward) => Wrong.Error(
        "MDSL0142",
        Of(Layers, forward),
        "'Forward' of 'Net' is not the model's computation; write it as 'Tensor Forward(Tensor x)', or give it another name",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};"));

    [Fact]
    public Task A_layer_that_is_never_used_is_a_warning_on_it() => Wrong.Warning(
        "MDSL0143",
        Of("[[|Linear(8)|]] Layer Hidden { get; } [Linear(5)] Layer Output { get; }", "Tensor Forward(Tensor x) => Output.Forward(x);"),
        "'Linear' on 'Net' is never used, because nothing that 'Forward' returns depends on 'hidden'; use it there, or remove the layer",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};"));

    [Fact]
    public Task A_layer_of_a_block_that_is_never_used_is_one_warning_though_a_model_uses_the_block() => Wrong.Warning(
        "MDSL0143",
        Of(
            "[Use<Inner>] Layer Hidden { get; } [Linear(5)] Layer Output { get; }",
            $"Tensor Forward(Tensor x) => {Right};",
            "[Block] public partial class Inner { [Linear(8)] Layer A { get; } [[|Relu|]] Layer B { get; } Tensor Forward(Tensor x) => A.Forward(x); }"),
        "'Relu' on 'Inner' is never used, because nothing that 'Forward' returns depends on 'b'; use it there, or remove the layer",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};"));

    [Fact]
    public Task A_classifier_of_regression_tasks_is_found_on_a_property_too() => Wrong.Error(
        "MDSL0512",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};").Replace("Linear(5)", "Classifier").Replace("Input(8)", "Input(1)").Replace("Linear(8)", "Linear(1)")
            .Replace("Experiment<Net, Patterns>", "Experiment<[|Net|], Sinusoids>") + Sample.Tasks,
        "'Net' ends in 'Classifier', but 'Sinusoids' are no classification tasks, so it has no classes; "
            + "end it in '[Linear(1)]', or give it '[FewShot]' tasks",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};").Replace("Linear(5)", "Classifier"));

    [Fact]
    public async Task An_operation_that_cannot_be_read_is_an_error_on_it()
    {
        var marked = Of(Layers, "Tensor Forward(Tensor x) => Output.Forward(Hidden.Forward(x).cumsum(1));");
        var diagnostic = Assert.Single(await Project.Analyze(new Project(marked).Compile()));
        Assert.Equal("Hidden.Forward(x).cumsum(1)", Project.Quote(diagnostic));
        await Wrong.Error(
            "MDSL0144",
            marked.Replace("Hidden.Forward(x).cumsum(1)", "[|Hidden.Forward(x).cumsum(1)|]"),
            "'Forward' of 'Net' cannot be compiled with 'Hidden.Forward(x).cumsum(1)'; use the layers of this class, + - * /, methods of this class, and "
                + "the tensor operations " + diagnostic.GetMessage().Split("the tensor operations ")[1],
            Of(Layers, $"Tensor Forward(Tensor x) => {Right};"));
    }

    [Fact]
    public Task A_statement_that_cannot_be_read_is_an_error_on_it() => Wrong.Error(
        "MDSL0144",
        Of(Layers, $"Tensor Forward(Tensor x) {{ [|while (true) {{ }}|] }}"),
        "'Forward' of 'Net' cannot be compiled with 'while (true) { }'; use locals, assignments to them, 'for' loops of constant length, "
            + "'if' over constants, methods of this class, and 'return'",
        Of(Layers, $"Tensor Forward(Tensor x) {{ for (var i = 0; i < 2; i++) x = x + Hidden.Forward(x); return Output.Forward(x); }}"));

    [Fact]
    public Task A_layer_whose_result_is_thrown_away_is_a_warning_on_it() => Wrong.Warning(
        "MDSL0143",
        Of("[[|Linear(8)|]] Layer Hidden { get; } [Linear(5)] Layer Output { get; }", "Tensor Forward(Tensor x) { var lost = Hidden.Forward(x); return Output.Forward(x); }"),
        "'Linear' on 'Net' is never used, because nothing that 'Forward' returns depends on 'hidden'; use it there, or remove the layer",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};"));

    [Theory]
    [InlineData("Hidden.Forward(x).add(x, [|3|])", "3", "'alpha' of 'add' is not understood; leave it out")]
    [InlineData("[|(Tensor)x|]", "(Tensor)x", "")]
    public async Task What_an_operation_would_not_heed_is_refused(string expression, string quote, string wayOut)
    {
        var source = Of(Layers, $"Tensor Forward(Tensor x) => Output.Forward({expression.Replace("[|", "").Replace("|]", "")});");
        var found = Assert.Single(await Project.Analyze(new Project(source).Compile()));
        Assert.Equal("MDSL0144", found.Id);
        Assert.Contains(quote, found.GetMessage());
        Assert.Contains(wayOut, found.GetMessage());
    }

    [Theory]
    [InlineData("x.squeeze()", "it misses an argument; give all of them")]
    [InlineData("x.flatten(1, 0)", "axis 0 counts the examples, which stay apart; name another")]
    public Task An_operation_that_misses_or_mixes_axes_is_an_error_on_it(string operation, string reason) => Wrong.Error(
        "MDSL0146",
        Of(Layers, $"Tensor Forward(Tensor x) => Output.Forward(Hidden.Forward([|{operation}|]));"),
        $"'{operation}' on 'Net' does not fit its tensors, because {reason}; change the shapes before it",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};"));

    [Fact]
    public async Task Loops_in_loops_end()
    {
        var source = Of(Layers, "Tensor Forward(Tensor x) { var n = 0; for (var i = 0; i < 900; i++) for (var j = 0; j < 900; j++) n += 1; return Output.Forward(x + Hidden.Forward(x)); }");
        var found = Assert.Single(await Project.Analyze(new Project(source).Compile()));
        Assert.Equal("MDSL0144", found.Id);
        Assert.Contains("the loops around it take too long to read; write shorter ones", found.GetMessage());
    }

    [Theory]
    [InlineData("int", "int")]
    [InlineData("Tensor", "Tensor")]
    public Task A_layer_on_a_property_that_is_no_layer_is_an_error_on_it(string type, string shown) => Wrong.Error(
        "MDSL0145",
        Of($"[Linear(8)] {type} [|Hidden|] {{ get; }} = default!; [Linear(5)] Layer Output {{ get; }}", "Tensor Forward(Tensor x) => Output.Forward(x);"),
        $"'Hidden' of 'Net' has a layer, but is of type '{shown}'; write 'Layer Hidden {{ get; }}'",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};"));

    [Theory]
    [InlineData("[Block] public class Base { [Linear(8)] protected Layer Stem { get; } }", "Stem")]
    [InlineData("public class Base : Deep; [Block, Linear(8)] public class Deep;", "Linear", "Deep")]
    [InlineData("[Block] public class Base { Tensor Forward(Tensor x) => x; }", "Forward")]
    public Task A_layer_of_a_base_class_is_an_error_on_the_model(string bases, string member, string owner = "Base") => Wrong.Error(
        "MDSL0147",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};", bases).Replace("class Net {", "class [|Net|] : Base {"),
        $"'Net' inherits '{member}' of '{owner}', but of a model only what stands on it itself is compiled; move it to 'Net', or use '{owner}' as a block",
        Of("[Use<Base>] Layer Hidden { get; } [Linear(5)] Layer Output { get; }", $"Tensor Forward(Tensor x) => {Right};", "[Block, Linear(8)] public class Base;"));

    [Theory]
    [InlineData("[Linear(8)] Layer Out { get; } [Linear(5)] Layer @class { get; }", "@class.Forward(x + Out.Forward(x))", "out.weight out.bias class.weight class.bias")]
    [InlineData("[Linear(8), Relu, Linear(5)] Layer Hidden { get; }", "Hidden.Forward(x)", "hidden.linear1.weight hidden.linear1.bias hidden.linear2.weight hidden.linear2.bias")]
    [InlineData("[Repeat<Step>(2)] Layer Body { get; } [Linear(5)] Layer Head { get; }", "Head.Forward(Body.Forward(x))", "body.step1.linear.weight body.step2.linear.weight head.weight head.bias")]
    [InlineData("[Use<Step>] Layer First { get; } [Linear(5)] Layer Head { get; }", "Head.Forward(First.Forward(x))", "first.linear.weight head.weight head.bias")]
    [InlineData("[Linear(5, Name = \"fc_1\")] Layer Head { get; }", "Head.Forward(x)", "fc_1.weight fc_1.bias")]
    [InlineData("[Use<Square>] Layer Power { get; } [Linear(5)] Layer Head { get; }", "Head.Forward(Power.Forward(x))", "head.weight head.bias")]
    public async Task Weights_are_called_after_properties(string layers, string result, string names)
    {
        const string Blocks = "[Block, Linear(8, Bias = false)] public class Step; [Block] public class Square { Tensor Forward(Tensor x) => x + x.relu(); }";
        var source = Of(layers, $"Tensor Forward(Tensor x) => {result};", Blocks);
        await Wrong.Right(new Project(source));
        var model = Generator.SpecOf(source).Model;
        Assert.Equal(names, string.Join(" ", model.Network.Parameters(model.Input).Select(parameter => parameter.Name)));
    }

    [Fact]
    public Task Two_properties_with_one_name_are_an_error_on_the_second() => Wrong.Error(
        "MDSL0112",
        Of("[Linear(8, Name = \"output\")] Layer Hidden { get; } [[|Linear(5)|]] Layer Output { get; }", $"Tensor Forward(Tensor x) => {Right};"),
        "'Linear' on 'Net' is called 'output', as another layer is; give it a 'Name' of its own",
        Of("[Linear(8, Name = \"output\")] Layer Hidden { get; } [Linear(5, Name = \"head\")] Layer Output { get; }", $"Tensor Forward(Tensor x) => {Right};"));

    [Theory]
    [InlineData("var j = 0; for (var i = 0; i < 3; [|j++|]) x = x + x;", "j++")]
    [InlineData("var j = 0; for (var i = 0; i < 3; [|j += 1|]) x = x + x;", "j += 1")]
    [InlineData("for (var i = 0; i < 3; [|i *= 2|]) x = x + x;", "i *= 2")]
    public Task A_loop_that_counts_something_else_is_an_error_there(string loop, string quote) => Wrong.Error(
        "MDSL0144",
        Of(Layers, $"Tensor Forward(Tensor x) {{ {loop} return {Right}; }}"),
        $"'Forward' of 'Net' cannot be compiled with '{quote}'; a loop must count over constants; write it as 'for (var i = 0; i < 3; i++)'",
        Of(Layers, $"Tensor Forward(Tensor x) {{ for (var i = 4; i > 0; --i) x = x + x; for (var i = 0; i < 9; i += 3) x = x + x; return {Right}; }}"));

    [Fact]
    public Task More_operations_than_can_be_compiled_are_an_error_on_the_first_of_them() => Wrong.Error(
        "MDSL0144",
        Of(Layers, "Tensor Forward(Tensor x) { for (var i = 0; i < 398; i++) x = x.relu(); return [|Output.Forward(x + Hidden.Forward(x))|]; }"),
        "'Forward' of 'Net' cannot be compiled with 'Output.Forward(x + Hidden.Forward(x))'; there are more than 400 operations; write a shorter loop",
        Of(Layers, "Tensor Forward(Tensor x) { for (var i = 0; i < 397; i++) x = x.relu(); return Output.Forward(x + Hidden.Forward(x)); }"));

    [Fact]
    public Task A_layer_that_is_applied_too_often_is_an_error_on_Forward() => Wrong.Error(
        "MDSL0117",
        Of("[Repeat<Step>(100)] Layer Body { get; } [Linear(5)] Layer Head { get; }", Often("[|Forward|]", 10), "[Block, Relu] public class Step;"),
        "'Forward' on 'Net' brings the network to more than '1000' layers, each of which becomes code; use fewer",
        Of("[Repeat<Step>(100)] Layer Body { get; } [Linear(5)] Layer Head { get; }", Often("Forward", 9), "[Block, Relu] public class Step;"));

    [Theory]
    [InlineData("[[|Linear(8)|]] Layer Hidden { get; } [Embedding(10, 4)] Layer Table { get; }", "Table.Forward(Hidden.Forward(x))")]
    [InlineData("[[|Linear(8)|], Embedding(10, 4)] Layer Hidden { get; }", "Hidden.Forward(x.relu())")]
    public Task A_layer_before_an_embedding_is_an_error_on_it(string layers, string sequence) => Wrong.Error(
        "MDSL0148",
        Of(layers + " [Linear(5)] Layer Head { get; }", $"Tensor Forward(Tensor x) => Head.Forward({sequence}.reshape(-1, 32));"),
        "'Linear' on 'Net' could never learn, because 'Embedding' looks up what comes of it as whole numbers; put 'Embedding' before it",
        // What has another way to the result as well learns by that.
        Of(
            "[Linear(8)] Layer Hidden { get; } [Embedding(10, 4)] Layer Table { get; } [Linear(5)] Layer Head { get; } [Linear(32)] Layer Beside { get; }",
            "Tensor Forward(Tensor x) { var h = Hidden.Forward(x); return Head.Forward(Beside.Forward(h) + Table.Forward(h).reshape(-1, 32)); }"));

    [Fact]
    public Task Tensors_that_do_not_fit_are_an_error_on_the_operation() => Wrong.Error(
        "MDSL0146",
        Of(Layers, "Tensor Forward(Tensor x) => Output.Forward([|x + Hidden.Forward(x)|]);").Replace("Linear(8)", "Linear(3)"),
        "'x + Hidden.Forward(x)' on 'Net' does not fit its tensors, because shapes [examples, 8] and [examples, 3] do not fit together; "
            + "change the shapes before it",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};"));

    [Fact]
    public Task A_layer_that_is_given_a_wrong_shape_is_an_error_on_it() => Wrong.Error(
        "MDSL0126",
        Of("[[|Conv(8)|]] Layer Hidden { get; } [Linear(5)] Layer Output { get; }", "Tensor Forward(Tensor x) => Output.Forward(Hidden.Forward(x));"),
        "'Conv' on 'Net' is given examples of shape [8], which have no plane behind their channels; "
            + "give '[Input]' channels, height and width, or put '[Reshape]' before it",
        Of(Layers, $"Tensor Forward(Tensor x) => {Right};"));

    private static string Often(string forward, int times) =>
        $"Tensor {forward}(Tensor x) {{ for (var i = 0; i < {times}; i++) x = Body.Forward(x); return Head.Forward(x); }}";

    private static string Of(string layers, string forward, string more = "") =>
        $"using Tensor = TorchSharp.torch.Tensor;\n{Sample.Using}[Model, Input(8)]\npublic partial class Net {{ {layers} {forward} }}\n"
            + $"{more}\n{Net.Tasks}{Net.Experiment}";
}
