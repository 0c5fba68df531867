using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Tensors;

namespace MetaDsl.Generators.Layers;

/// <summary>
/// One layer of a network as declared, and all that the compiler knows of its kind: what shapes it takes and gives, what it learns, and
/// what it computes. How that is differentiated and batched over tasks follows from the operations it is made of.
/// </summary>
internal abstract record LayerSpec
{
    /// <summary>The place of its word among those of the model, by which a complaint finds the source.</summary>
    public int Id { get; init; }

    /// <summary>What it is called in the names of its weights; empty where it has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The word that declares it.</summary>
    public virtual string Word => GetType().Name;

    /// <summary>What it is called where the user gives no name; empty for what needs none.</summary>
    public virtual string UsualName => "";

    /// <summary>Whether the values from here on are called after this layer, and no longer after the one before.</summary>
    public virtual bool BeginsStage => false;

    /// <summary>
    /// Whether it changes each number by itself, and a larger one to none smaller: then it means the same behind a maximum as before.
    /// </summary>
    public virtual bool IsRising => false;

    /// <summary>Whether it is made of other layers.</summary>
    public virtual bool IsBlock => false;

    /// <summary>How many layers it is, with those in it.</summary>
    public virtual int LayerCount => 1;

    /// <summary>The layer for the classes of a task: it, or one in it.</summary>
    public virtual LayerSpec? Classes => null;

    /// <summary>What its result is called behind the name of its stage, where more of that stage follows.</summary>
    public virtual string Suffix => Word;

    /// <summary>What a reader of the table of layers should know that its name and shapes do not tell; mostly nothing.</summary>
    public virtual string Remark => "";

    /// <summary>The shape that it makes of an example's, or null after a complaint.</summary>
    public abstract Shape? Infer(Shape input, ShapeCheck check);

    /// <summary>What it learns, by names under its own.</summary>
    public virtual IEnumerable<Parameter> Parameters(Shape input) => [];

    /// <summary>What it computes for examples, whose axis is the first; the result bears the given name.</summary>
    public abstract Value Build(LayerScope scope, Value x, string name);

    /// <summary>The layer in an experiment.</summary>
    public virtual LayerSpec For(SettingSpec setting) => this;

    /// <summary>
    /// It with its name, or the layers in it by names under its own, each with its shapes, in the order in which they compute.
    /// </summary>
    public virtual IEnumerable<LayerRow> Rows(Shape input) => [new LayerRow(Name, this, input, Infer(input, ShapeCheck.Passed)!)];
}

/// <summary>A line of the table of layers.</summary>
internal sealed record LayerRow(string Path, LayerSpec Layer, Shape Input, Shape Output)
{
    /// <summary>How many operations on numbers it takes for one example.</summary>
    public long Work
    {
        get
        {
            var program = new ProgramBuilder();
            var weights = Layer.Parameters(Input).ToDictionary(
                parameter => parameter.Name, parameter => program.Input(parameter.Name, parameter.Type, parameter.Name));
            var x = program.Input("x", Input.Of(new Dim(1)), "x");
            var result = Layer.Build(new LayerScope(program, weights, NetworkPass.Alone), x, "y");
            return TensorProgram.Reachable([result]).Sum(value => value.Op.Work(value));
        }
    }

    public LayerRow Under(string path) => this with { Path = path.Length == 0 ? Path : Path.Length == 0 ? path : path + "." + Path };
}
