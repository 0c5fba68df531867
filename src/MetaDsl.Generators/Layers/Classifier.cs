using System.Collections.Generic;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>A linear layer with an output for each class of a task; how many there are, the experiment's tasks say.</summary>
internal sealed record Classifier(bool Bias, InitialChoiceSpec Initial, int Ways = 1) : LayerSpec
{
    public override string UsualName => "classifier";

    public override bool BeginsStage => true;

    public override string Suffix => "Sum";

    public override LayerSpec? Classes => this;

    public static LayerSpec Parse(Parsing.LayerWord word) => new Classifier(word.Flag("Bias", true), word.Initial());

    public override LayerSpec For(SettingSpec setting) => this with { Ways = setting.Ways };

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        if (input.Rank == 1) return check.Fits(this, "", Ways, input.Last) ? Shape.Of(Ways) : null;
        // The mean over a plane is for images; of a sequence it would be that over features.
        check.Add(ShapeRules.NotFlat, this, "", input, input.Rank == 2 ? "SequenceMean" : "GlobalAvgPool");
        return null;
    }

    public override IEnumerable<Parameter> Parameters(Shape input) => Linear.Parameters(input.Last, Ways, Bias, Initial);

    public override Value Build(LayerScope scope, Value x, string name) => Linear.Apply(scope, x, name);
}
