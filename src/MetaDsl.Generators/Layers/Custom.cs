using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>A model or block that computes what its method <c>Forward</c> says, of layers that stand on its properties.</summary>
internal sealed record Custom(EquatableArray<LayerSpec> Members, EquatableArray<StepSpec> Steps, int Result) : LayerSpec
{
    public override bool BeginsStage => true;

    public override bool IsBlock => true;

    // A layer that is applied twice becomes code twice, and an operation as much as a layer.
    public override int LayerCount { get; } = Shape.Size(
        Steps.Sum(step => Members.FirstOrDefault(member => member.Name == step.Layer) is { } layer ? (long)layer.LayerCount : 1));

    public override LayerSpec? Classes => Members.Select(member => member.Classes).FirstOrDefault(classes => classes is not null);

    public override Shape? Infer(Shape input, ShapeCheck check) => Walk(input, check).Output;

    public override IEnumerable<Parameter> Parameters(Shape input) => Walk(input, ShapeCheck.Passed).Inputs
        .SelectMany(member => member.Layer.Parameters(member.Input).Select(parameter => parameter.Under(member.Layer.Name)));

    public override IEnumerable<LayerRow> Rows(Shape input) => Walk(input, ShapeCheck.Passed).Inputs
        .SelectMany(member =>
            member.Layer.Rows(member.Input).Select(row => row.Layer == member.Layer ? row : row.Under(member.Layer.Name)));

    public override LayerSpec For(SettingSpec setting) => this with { Members = new(Members.Select(member => member.For(setting))) };

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var values = new List<Value> { x };
        foreach (var step in Steps) values.Add(Apply(scope, step, values, values.Count == Result ? name : NameOf(step, values, name)));
        return values[Result];
    }

    private static string NameOf(StepSpec step, IReadOnlyList<Value> values, string prefix)
    {
        var own = step.Name.Length > 0 ? step.Name
            : step.Layer.Length > 0 ? step.Layer
            : values[step.Operands[0]].Name + Names.Pascal(step.Operation);
        // Within a block, names begin with the block's.
        return prefix == "prediction" || own.StartsWith(prefix, System.StringComparison.Ordinal) ? own : prefix + Names.Pascal(own);
    }

    private Value Apply(LayerScope scope, StepSpec step, IReadOnlyList<Value> values, string name)
    {
        var operands = step.Operands.Select(operand => values[operand]).ToArray();
        if (step.Layer.Length == 0) return Operations.Apply(scope.Program, step.Operation, operands, step.Numbers, name);
        return Member(step.Layer).Build(scope.Of(step.Layer), operands[0], name);
    }

    private LayerSpec Member(string name) => Members.First(member => member.Name == name);

    // Computes it on a program of its own, which no one keeps: shapes are those of its values.
    private (IReadOnlyList<(LayerSpec Layer, Shape Input)> Inputs, Shape? Output) Walk(Shape input, ShapeCheck check)
    {
        var program = new ProgramBuilder();
        var examples = new Dim(2, Name: "examples");
        var values = new List<Value> { program.Input("x", input.Of(examples), "x") };
        var inputs = new List<(LayerSpec Layer, Shape Input)>();
        var weights = new Dictionary<string, Value>();
        var scope = new LayerScope(program, weights, NetworkPass.Alone);
        foreach (var step in Steps)
        {
            try
            {
                if (step.Layer.Length > 0 && !Enter(step, values[step.Operands[0]])) return (inputs, null);
                values.Add(Apply(scope, step, values, "value" + values.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }
            catch (ShapeException exception)
            {
                check.Add(ShapeRules.Incomputable, step.Id, "", exception.Message);
                return (inputs, null);
            }

            if (values[values.Count - 1].Type.Dims is { Count: > 1 } dims && dims[0] == examples) continue;
            check.Add(
                ShapeRules.Incomputable,
                step.Id,
                "",
                "its first axis no longer counts the examples; keep it in front, and one more behind it");
            return (inputs, null);
        }

        return (inputs, ShapeOf(values[Result]));

        bool Enter(StepSpec step, Value x)
        {
            var layer = Member(step.Layer);
            if (layer.Infer(ShapeOf(x), check) is null) return false;
            if (inputs.Any(entered => entered.Layer == layer)) return true;
            inputs.Add((layer, ShapeOf(x)));
            foreach (var parameter in layer.Parameters(ShapeOf(x)))
            {
                var path = layer.Name + "." + parameter.Name;
                weights[path] = program.Input(path, parameter.Type, path);
            }

            return true;
        }
    }

    private static Shape ShapeOf(Value value) => Shape.Of(value.Type.Dims.Skip(1).Select(dim => dim.Count));
}
