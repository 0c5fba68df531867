using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Passes;
using MetaDsl.Generators.Printing;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;
using MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Algorithms;

/// <summary>
/// The target of a regression task as a tensor program over the parameters of all tasks and the inputs of their examples.
/// </summary>
internal static class TaskTarget
{
    // Support, query and test examples alike, whatever their number.
    private static readonly Dim Examples = new(2, Name: "examples");

    public static TensorProgram Build(RegressionTaskSpec tasks, FunctionSpec function)
    {
        var program = new ProgramBuilder();
        var names = new Dictionary<string, Value>();
        foreach (var parameter in tasks.Parameters)
        {
            var expression = "parameters." + CSharpLiteral.Identifier(parameter.Name);
            names[parameter.Name] = program.Input(parameter.Name, TensorType.Of(1, parameter.Width), expression, perTask: true);
        }

        var type = TensorType.Of([Examples, new Dim(1)]);
        foreach (var input in tasks.Inputs)
        {
            var own = TensorType.Of([Examples, new Dim(input.Width)]);
            names[input.Name] = program.Input(input.Name, own, VariableOf(tasks, input.Name), perTask: true);
        }

        var values = new List<Value>();
        foreach (var step in function.Steps)
        {
            values.Add(step.Operation switch
            {
                TargetTrace.NumberStep => program.Number(step.Number),
                TargetTrace.DrawnStep => names[step.Name],
                _ => TargetFunctions.Apply(
                    program, step.Operation, step.Number, [.. step.Operands.Select(place => values[place])], step.Name),
            });
        }

        var target = values[function.Result];
        // One that does not depend on the input still has a value for each example, and one that is an input has memory of its own.
        if (target.Type != type || target.Op is Input or Narrow)
        {
            target = TargetFunctions.AddOrShift(program, Nothing(program, names[tasks.Inputs[0].Name]), target, "y");
        }

        target.Name = "y";
        return Optimize.Run(new TensorProgram([new("Target", target)]));
    }

    /// <summary>
    /// The variable that holds an input of all examples; where there is one input alone, it is the tensor of examples itself.
    /// </summary>
    public static string VariableOf(RegressionTaskSpec tasks, string input) =>
        tasks.Inputs.Count == 1 ? "x" : CSharpLiteral.Identifier(CSharpLiteral.Lower(input));

    // A zero for each example.
    private static Value Nothing(ProgramBuilder program, Value input) =>
        program.Scale(input.Type.Dims[1].Count == 1 ? input : program.Narrow(input, 1, 0, 1), 0);
}
