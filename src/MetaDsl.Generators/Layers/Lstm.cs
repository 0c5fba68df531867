using System.Collections.Generic;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Tensors;
using Ops = MetaDsl.Generators.Tensors.Ops;

namespace MetaDsl.Generators.Layers;

/// <summary>A long short-term memory over a sequence, its cells written out one after another.</summary>
internal sealed record Lstm(int Width, bool Whole) : Recurrent(Width, Whole, 4)
{
    public override string UsualName => "lstm";

    public static LayerSpec Parse(LayerWord word) => new Lstm(word.Size("width", "64"), word.Flag("Sequence", false));

    protected override IEnumerable<Value> Run(LayerScope scope, Value given, int length, string name)
    {
        var program = scope.Program;
        var state = Start(program, given, length, name);
        Value? memory = null;
        for (var step = 0; step < length; step++)
        {
            var cell = name + "Cell" + Printing.CSharpLiteral.Of(step + 1);
            var gates = At(program, given, step, cell + "Given");
            if (state is not null) gates = program.Add(gates, FromState(scope, state, cell), cell + "Gates");
            else gates = program.Add(gates, scope.Weight("bias_hh_l0"), cell + "Gates");
            var input = program.Apply(new Ops.Sigmoid(), [Gate(program, gates, 0, cell + "InputSum")], cell + "Input");
            var forget = program.Apply(new Ops.Sigmoid(), [Gate(program, gates, 1, cell + "ForgetSum")], cell + "Forget");
            var candidate = program.Apply(new Ops.Tanh(), [Gate(program, gates, 2, cell + "CandidateSum")], cell + "Candidate");
            var output = program.Apply(new Ops.Sigmoid(), [Gate(program, gates, 3, cell + "OutputSum")], cell + "Output");
            var written = program.Multiply(input, candidate, cell + "Written");
            memory = memory is null ? written : program.Add(program.Multiply(forget, memory, cell + "Kept"), written, cell + "Memory");
            state = program.Multiply(output, program.Apply(new Ops.Tanh(), [memory], cell + "Squashed"), cell + "State");
            yield return state;
        }
    }
}
