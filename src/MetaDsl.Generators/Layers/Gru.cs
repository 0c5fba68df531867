using System.Collections.Generic;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;
using Ops = MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Layers;

/// <summary>A gated recurrent unit over a sequence, its cells written out one after another.</summary>
internal sealed record Gru(int Width, bool Whole) : Recurrent(Width, Whole, 3)
{
    public override string UsualName => "gru";

    public static LayerSpec Parse(LayerWord word) => new Gru(word.Size("width", "64"), word.Flag("Sequence", false));

    protected override IEnumerable<Value> Run(LayerScope scope, Value given, int length, string name)
    {
        var program = scope.Program;
        var state = Start(program, given, length, name);
        for (var step = 0; step < length; step++)
        {
            var cell = name + "Cell" + Printing.CSharpLiteral.Of(step + 1);
            var here = At(program, given, step, cell + "Given");
            // Of no state before, the biases are left.
            var before = state is null ? null : FromState(scope, state, cell);
            Value Sum(int gate, string sum) => program.Add(
                Gate(program, here, gate, cell + sum + "Given"),
                before is null
                    ? program.Narrow(scope.Weight("bias_hh_l0"), 0, gate * Width, Width, cell + sum + "Bias")
                    : Gate(program, before, gate, cell + sum + "Before"),
                cell + sum + "Sum");
            var reset = program.Apply(new Ops.Sigmoid(), [Sum(0, "Reset")], cell + "Reset");
            var update = program.Apply(new Ops.Sigmoid(), [Sum(1, "Update")], cell + "Update");
            var past = before is null
                ? program.Narrow(scope.Weight("bias_hh_l0"), 0, 2 * Width, Width, cell + "CandidateBias")
                : Gate(program, before, 2, cell + "CandidateBefore");
            var sum = program.Add(
                Gate(program, here, 2, cell + "CandidateGiven"), program.Multiply(reset, past, cell + "Recalled"), cell + "CandidateSum");
            var candidate = program.Apply(new Ops.Tanh(), [sum], cell + "Candidate");
            // h' = n + z (h - n).
            var difference = state is null
                ? program.Negate(candidate, cell + "Difference")
                : program.Subtract(state, candidate, cell + "Difference");
            state = program.Add(candidate, program.Multiply(update, difference, cell + "Held"), cell + "State");
            yield return state;
        }
    }
}
