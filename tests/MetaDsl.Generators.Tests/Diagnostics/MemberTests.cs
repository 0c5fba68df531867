using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Tests.Harness;

namespace MetaDsl.Generators.Tests.Diagnostics;

public sealed class MemberTests
{
    private const string Header = "public partial class SineMaml;";
    private const string AnotherName = "choose another name";
    private const string OtherParameters = "choose another name or other parameters";

    [Theory]
    [InlineData("const int [|Shots|] = 1;", "Shots", AnotherName)]
    [InlineData("int [|weights|];", "weights", AnotherName)]
    [InlineData("int a, [|velocity|], b;", "velocity", AnotherName)]
    [InlineData("double [|Momentum|] { get; set; }", "Momentum", AnotherName)]
    [InlineData("int [|OneOver250|];", "OneOver250", AnotherName)]
    [InlineData("event Action? [|Train|] { add { } remove { } }", "Train", AnotherName)]
    [InlineData("void [|weights|]() { }", "weights", AnotherName)]
    [InlineData("void [|Dispose|]() { }", "Dispose", OtherParameters)]
    [InlineData("static void [|SampleFits|](int a, int b) { }", "SampleFits", OtherParameters)]
    [InlineData("class [|Learner|];", "Learner", AnotherName)]
    [InlineData("partial class [|Weights|];", "Weights", AnotherName)]
    [InlineData("class [|Train|]<T>;", "Train", AnotherName)]
    [InlineData("enum [|Tasks|] { A }", "Tasks", AnotherName)]
    [InlineData("public [|SineMaml|](long number) { }", "SineMaml(long)", "choose other parameters")]
    public Task A_member_that_is_generated_as_well_is_an_error_on_its_name(string member, string name, string wayOut) => Wrong.Error(
        "MDSL0511",
        With("#pragma warning disable CS0169, CS0414\n" + member),
        $"'{name}' is already a generated member of 'SineMaml'; {wayOut}");

    [Fact]
    public Task A_class_with_the_name_of_a_generated_member_is_an_error_on_it() => Wrong.Error(
        "MDSL0511",
        Sample.With(Header, "public partial class [|Learner|];"),
        "'Learner' is already a generated member of 'Learner'; choose another name");

    [Fact]
    public Task An_experiment_with_the_name_of_a_foreign_type_is_an_error_on_it() => Wrong.Error(
        "MDSL0516",
        Sample.With(Header, "public partial class [|Scalar|];"),
        "'Scalar' is the name of a type that the generated code of 'Scalar' uses; choose another name");

    [Fact]
    public Task A_model_with_the_name_of_a_foreign_type_is_an_error_where_it_is_named() => Wrong.Error(
        "MDSL0516",
        Sample.Program.Replace("SineNet", "Math").Replace("<Math,", "<[|Math|],").Replace(" Math.", " System.Math."),
        "'Math' is the name of a type that the generated code of 'SineMaml' uses; choose another name");

    // C# finds the generated class behind the name, once there is one.
    [Theory]
    [InlineData("SineNet", "Weights", "", "")]
    [InlineData("Sinusoids", "Tasks", "", "")]
    [InlineData("Sinusoids", "Tasks", "namespace Waves;\n\n", "")]
    [InlineData("Sinusoids", "Tasks", "namespace Waves\n{\n", "}")]
    [InlineData("Sinusoids", "Tasks", "namespace Waves\n{\npartial class Outer\n{\n", "}\n}")]
    public Task A_part_may_have_the_name_of_a_generated_class(string part, string name, string before, string after)
    {
        var program = Sample.Program.Replace(part, name);
        return Wrong.Right(new Project(
            $"{Sample.Using}{before}{program[Sample.Using.Length..].TrimEnd()}\n{after}",
            $$"""
            using System.CodeDom.Compiler;

            {{before}}[GeneratedCode("MetaDsl", "0.1.0")]
            partial class SineMaml
            {
                internal sealed class {{name}};
            }
            {{after}}
            """));
    }

    [Fact]
    public Task A_member_in_another_file_is_an_error_there() => Wrong.Check(
        "MDSL0511",
        Microsoft.CodeAnalysis.DiagnosticSeverity.Error,
        new Project(Sample.Program, "public partial class SineMaml { public int [|Summary|] => 1; }"),
        "'Summary' is already a generated member of 'SineMaml'; choose another name",
        new Project(Sample.Program, "public partial class SineMaml { public int MySummary => 1; }"));

    [Theory]
    [InlineData("int Shot => 1;")]
    [InlineData("int shots => 1;")]
    [InlineData("void Train() { }")]
    [InlineData("void Train(int iterations) { }")]
    [InlineData("void Dispose(bool disposing) { }")]
    [InlineData("void SampleFits(int a, ref int b) { }")]
    [InlineData("void SampleFits<T>(int a, int b) { }")]
    [InlineData("double Target(double x) => x;")]
    [InlineData("double Forward(double x) => x;")]
    [InlineData("class Learner<T>;")]
    [InlineData("int OneOverAll => 1;")]
    [InlineData("public SineMaml(int a, int b) : base() { }")]
    [InlineData("public SineMaml(int a) { }")]
    [InlineData("static SineMaml() { }")]
    [InlineData("~SineMaml() { }")]
    [InlineData("int this[int i] => i;")]
    [InlineData("public static SineMaml operator +(SineMaml a, SineMaml b) => a;")]
    public Task A_member_that_C_sharp_takes_beside_the_generated_ones_is_right(string member) => Wrong.Right(new Project(With(member)));

    [Fact]
    public async Task Generated_members_do_not_clash_with_themselves()
    {
        var compilation = new Project(Sample.Program).Compile();
        var result = new Generator(print: spec => ExperimentPrinter.Print(spec, default)).Run(compilation, out var updated);
        Assert.Single(result.GeneratedSources);
        Assert.Empty(await Project.Analyze(updated));
    }

    [Theory]
    [InlineData("Dispose")]
    [InlineData("TaskParameters")]
    public Task A_drawn_property_with_a_name_that_its_generated_class_needs_is_an_error(string name) => Wrong.Error(
        "MDSL0214",
        Sample.With("double Amplitude", $"double [|{name}|]").Replace("Amplitude * ", name + " * "),
        $"'{name}' of 'Sinusoids' becomes a property of a generated class, which has another '{name}' already; choose another name",
        Sample.With("double Amplitude", "double Disposed").Replace("Amplitude * ", "Disposed * "));

    [Theory]
    [InlineData("Equals")]
    [InlineData("GetHashCode")]
    [InlineData("GetType")]
    [InlineData("MemberwiseClone")]
    [InlineData("ReferenceEquals")]
    [InlineData("ToString")]
    public Task A_drawn_property_that_hides_what_every_class_has_is_an_error(string name) => Wrong.Error(
        "MDSL0214",
        Sample.With("double Amplitude", $"new double [|{name}|]").Replace("Amplitude * ", name + " * "),
        $"'{name}' of 'Sinusoids' becomes a property of a generated class, which has another '{name}' already; choose another name");

    private static string With(string member) => Sample.With(Header, $"public partial class SineMaml\n{{\n{member}\n}}");
}
