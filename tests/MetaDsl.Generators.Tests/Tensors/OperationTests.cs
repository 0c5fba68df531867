using MetaDsl.Generators.Passes;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Tests.Tensors;

/// <summary>
/// Every operation with many random shapes: derivatives against central differences, all tasks at once against one after another.
/// </summary>
public class OperationTests
{
    private const double Step = 1e-5;
    private const int Shapes = 40;

    public static TheoryData<string> Operations => [.. Operation.Names];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Gradients_agree_with_central_differences(string name) => ForEachShape(name, operation =>
    {
        var inputs = operation.Of(0);
        var found = Run(operation.Program, inputs);
        for (var i = 0; i < operation.Moving.Count; i++)
        {
            var moved = operation.Moving[i].Name;
            var expected = Enumerable.Range(0, inputs[moved].Values.Length).Select(element =>
            {
                double At(double distance) => Run(operation.Loss, Moved(inputs, moved, element, distance))["loss"].Values[0];
                return (At(Step) - At(-Step)) / (2 * Step);
            });
            DerivativeTests.AssertClose([.. expected], found[$"gradient{i}"].Values, 1e-6);
        }
    });

    [Theory]
    [MemberData(nameof(Operations))]
    public void Tangents_of_gradients_agree_with_central_differences(string name) => ForEachShape(name, operation =>
    {
        var inputs = operation.Of(0);
        var found = Run(operation.Program, inputs);
        IReadOnlyDictionary<string, NumberArray> At(double distance)
        {
            var moved = new Dictionary<string, NumberArray>(inputs);
            for (var i = 0; i < operation.Moving.Count; i++)
            {
                var (at, direction) = (inputs[operation.Moving[i].Name], inputs[$"v{i}"]);
                moved[operation.Moving[i].Name] = new(at.Shape, [.. at.Values.Zip(direction.Values, (x, v) => x + (distance * v))]);
            }

            return Run(operation.Program, moved);
        }

        var (ahead, behind) = (At(Step), At(-Step));
        for (var i = 0; i < operation.Moving.Count; i++)
        {
            var expected = ahead[$"gradient{i}"].Values.Zip(behind[$"gradient{i}"].Values, (a, b) => (a - b) / (2 * Step));
            DerivativeTests.AssertClose([.. expected], found[$"tangent{i}"].Values, 1e-6);
        }
    });

    [Theory]
    [MemberData(nameof(Operations))]
    public void All_tasks_at_once_are_each_task_after_another(string name) => ForEachShape(name, operation =>
        AssertIsEachTask(operation, BatchPass.Run(operation.Program)));

    [Theory]
    [MemberData(nameof(Operations))]
    public void What_is_made_of_simpler_operations_has_the_same_value(string name) => ForEachShape(name, operation =>
        AssertIsEachTask(operation, Optimize.Run(operation.Program)));

    private static void ForEachShape(string name, Action<Operation> check)
    {
        for (var seed = 0; seed < Shapes; seed++)
        {
            try
            {
                check(Operation.Make(name, seed));
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"{name}, seed {seed}: {exception.Message}", exception);
            }
        }
    }

    private static void AssertIsEachTask(Operation operation, TensorProgram program)
    {
        var all = Interpreter.Run(program, operation.Inputs, operation.Tasks, Operation.Examples);
        var each = Enumerable.Range(0, operation.Tasks).Select(task => Run(operation.Program, operation.Of(task))).ToArray();
        foreach (var (name, value) in program.Outputs)
        {
            double[] expected = name.Contains("OfAll", StringComparison.Ordinal)
                ? [.. Enumerable.Range(0, each[0][name].Values.Length).Select(i => each.Sum(task => task[name].Values[i]))]
                : value.Type.IsPerTask ? [.. each.SelectMany(task => task[name].Values)] : each[0][name].Values;
            DerivativeTests.AssertClose(expected, all[name].Values, 1e-10);
        }
    }

    private static IReadOnlyDictionary<string, NumberArray> Run(TensorProgram program, Dictionary<string, NumberArray> inputs) =>
        Interpreter.Run(program, inputs, 1, Operation.Examples);

    private static Dictionary<string, NumberArray> Moved(Dictionary<string, NumberArray> inputs, string name, int element, double distance)
    {
        var values = (double[])inputs[name].Values.Clone();
        values[element] += distance;
        return new(inputs) { [name] = new(inputs[name].Shape, values) };
    }
}
