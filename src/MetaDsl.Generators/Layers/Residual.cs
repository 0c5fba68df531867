using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Diagnostics;
using MetaDsl.Generators.Parsing;
using MetaDsl.Generators.Specs;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>What goes in, plus what a block makes of it; where shapes differ, what goes in is projected first.</summary>
internal sealed record Residual(Chain Body, Chain? Shortcut, bool IsNormed, InitialChoiceSpec Initial) : LayerSpec
{
    public override string UsualName => "residual";

    public override bool BeginsStage => true;

    public override bool IsBlock => true;

    public static LayerSpec Parse(LayerWord word)
    {
        var body = new Chain(word.Block(0)) { Name = "body" };
        var shortcut = word.Word.TypeArguments > 1 ? new Chain(word.Block(1)) { Name = "shortcut" } : null;
        return new Residual(body, shortcut, word.Flag("NormedProjection", false), word.Inherited);
    }

    // Beside the layers of the body, of which one may have the usual name.
    private string ShortcutName => Enumerable.Range(1, int.MaxValue)
        .Select(count => count == 1 ? "shortcut" : "shortcut" + Printing.CSharpLiteral.Of(count))
        .First(name => Body.Layers.SelectMany(Names).All(other => other != name));

    private static IEnumerable<string> Names(LayerSpec layer) =>
        layer is Custom custom ? custom.Members.Select(member => member.Name) : [layer.Name];

    public override int LayerCount => Shape.Size((long)Body.LayerCount + (Shortcut?.LayerCount ?? 0));

    public override LayerSpec? Classes => Body.Classes ?? Shortcut?.Classes;

    public override Shape? Infer(Shape input, ShapeCheck check)
    {
        if (Classes is { } classes)
        {
            check.Add(ModelRules.ClassifierNotLast, classes, "", this);
            return null;
        }

        if (Body.Infer(input, check) is not { } output) return null;
        var chosen = Way(input, output);
        if (chosen is null && input != output)
        {
            check.Add(ShapeRules.NoProjection, this, "TBody", input, output);
            return null;
        }

        if (chosen is null) return output;
        // A shortcut may leave out pixels, which the block has seen; and a projection nobody has written.
        var around = chosen.Infer(input, ShapeCheck.Errors(check));
        if (around is not null && around != output)
        {
            check.Add(ShapeRules.BranchesDiffer, this, "TShortcut", output, around, "");
            return null;
        }

        return around;
    }

    public override IEnumerable<Parameter> Parameters(Shape input) =>
        Body.Parameters(input).Concat(Way(input)?.Parameters(input).Select(parameter => parameter.Under(ShortcutName)) ?? []);

    public override IEnumerable<LayerRow> Rows(Shape input) => Body.Rows(input)
        .Concat(Way(input)?.Rows(input).Select(row => row.Under(ShortcutName)) ?? []);

    // The projection that nobody has written is to know as much as the other layers.
    private SettingSpec Setting { get; init; } = SettingSpec.None;

    public override LayerSpec For(SettingSpec setting) =>
        this with { Body = (Chain)Body.For(setting), Shortcut = (Chain?)Shortcut?.For(setting), Setting = setting };

    public override Value Build(LayerScope scope, Value x, string name)
    {
        var input = Shape.Of(x.Type.Dims.Skip(1).Select(dim => dim.Count));
        var body = Body.Build(scope, x, name + "Body");
        var around = Way(input)?.Build(scope.Of(ShortcutName), x, name + "Shortcut") ?? x;
        return scope.Program.Add(body, around, name);
    }

    private Chain? Way(Shape input) => Way(input, Body.Infer(input, ShapeCheck.Passed)!);

    // The declared shortcut, else a projection where one is needed and possible: a convolution of one pixel, or a linear layer.
    private Chain? Way(Shape input, Shape output)
    {
        if (Shortcut is not null) return Shortcut;
        if (input == output || input.Rank != output.Rank) return null;
        if (input.Rank == 1 || (input.Rank == 2 && input.Sizes[0] == output.Sizes[0]))
        {
            return Projection(new Linear(output.Last, false, Initial) { Name = "linear" });
        }

        // The least stride that gives every axis its size: another axis may be so short that many would.
        var stride = Enumerable.Range(1, input.Sizes.Skip(1).Max()).FirstOrDefault(each =>
            input.Sizes.Skip(1).Zip(output.Sizes.Skip(1), (before, after) => ((before - 1) / each) + 1 == after).All(fits => fits));
        if (stride == 0) return null;
        var conv = new Conv(output.Sizes[0], 1, stride, 0, 1, 1, false, Initial) { Name = "conv" };
        if (!IsNormed) return Projection(conv);
        // As the block's own norms do.
        var norm = Body.Rows(input).Select(row => row.Layer).OfType<BatchNorm>().FirstOrDefault();
        var statistics = norm?.Statistics ?? NormStatistics.Episode;
        return Projection(conv, new BatchNorm(1e-5, true, statistics) { Name = "norm" }.For(Setting));
    }

    private Chain Projection(params LayerSpec[] layers) =>
        new(new EquatableArray<LayerSpec>(layers.Select(layer => layer with { Id = Id }))) { Name = ShortcutName };
}
