using System.Runtime.Loader;
using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;
using MetaDsl.Generators.Tests.Tensors;
using MetaDsl.Integration.Tests.Harness;
using TorchSharp;

namespace MetaDsl.Integration.Tests.Operations;

/// <summary>The statements that programs are printed as, each program a method, all compiled together.</summary>
internal sealed class Statements
{
    private readonly Dictionary<string, TensorProgram> programs = [];
    private readonly Lazy<Type> type;

    public Statements() => type = new(Compile);

    /// <summary>Another program, by the name of its method.</summary>
    public void Add(string name, TensorProgram program) => programs.Add(name, program);

    /// <summary>What the method returns for what it is given; tensors that it neither was given nor returns must be gone.</summary>
    public IReadOnlyDictionary<string, torch.Tensor> Run(string name, IReadOnlyDictionary<string, torch.Tensor> values)
    {
        var program = programs[name];
        var method = type.Value.GetMethod(name)!.CreateDelegate<Func<IReadOnlyDictionary<string, torch.Tensor>, torch.Tensor[]>>();
        var before = TensorMemory.IsKnown ? TensorMemory.LiveTensors : 0;
        var results = method(values);
        if (TensorMemory.IsKnown) Assert.Equal(before + results.Distinct().Count(), TensorMemory.LiveTensors);
        return program.Outputs.Select((output, i) => (output.Key, results[i])).ToDictionary(pair => pair.Key, pair => pair.Item2);
    }

    public static torch.Tensor Tensor(NumberArray array) =>
        torch.tensor(array.Values, [.. array.Shape.Select(size => (long)size)], dtype: torch.ScalarType.Float64);

    private Type Compile()
    {
        using var image = Compiler.Compile("PrintedStatements", [Print()]);
        return AssemblyLoadContext.Default.LoadFromStream(image).GetType("Printed", throwOnError: true)!;
    }

    private string Print()
    {
        var constants = new Dictionary<string, Factor>();
        var writer = new SourceWriter();
        writer.Lines(
            """
            using System.Collections.Generic;
            using TorchSharp;
            using Tensor = TorchSharp.torch.Tensor;
            """);
        writer.Block("public static class Printed", () =>
        {
            writer.Lines(
                """
                private const torch.ScalarType Type = torch.ScalarType.Float64;
                private static readonly torch.Device device = torch.CPU;
                """);
            foreach (var (name, program) in programs)
            {
                string[] inputs = [.. program.Values.Select(value => value.Op).OfType<Input>().Select(input => input.Expression).Distinct()];
                var variables = inputs.ToDictionary(input => input, input => "given" + input.Replace(".", ""));
                var body = new MethodBody(program, [.. variables.Values, "given"], variables);
                foreach (var constant in body.Constants) constants[CSharpLiteral.Constant(constant)] = constant;
                writer.Block($"public static Tensor[] {name}(IReadOnlyDictionary<string, Tensor> given)", () =>
                {
                    foreach (var input in inputs) writer.Lines($"var {variables[input]} = given[\"{input}\"];");
                    body.WriteTo(writer);
                    writer.Lines($"return [{string.Join(", ", program.Outputs.Select(output => body.Output(output.Key)))}];");
                });
            }

            foreach (var (name, factor) in constants)
            {
                writer.Lines($"private static readonly Scalar {name} = {CSharpLiteral.Of(factor.Value)};");
            }
        });
        return writer.ToString();
    }
}
