namespace MetaDsl;

/// <summary>Some classes of a set: those of one part of a split. Rows are those of the set, which all parts share.</summary>
public sealed class ClassPart
{
    internal ClassPart(string name, ClassSet set, int[] classes) => (Name, Set, Classes) = (name, set, classes);

    /// <summary>What messages call it: <c>train</c>, <c>validation</c>, <c>test</c>.</summary>
    public string Name { get; }

    /// <summary>The set that the classes belong to.</summary>
    public ClassSet Set { get; }

    /// <summary>The classes, by their numbers in the set, ascending.</summary>
    public IReadOnlyList<int> Classes { get; }

    /// <summary>How many classes it has.</summary>
    public int ClassCount => Classes.Count;

    /// <summary>How many examples its classes have.</summary>
    public int ExampleCount => Classes.Sum(Set.CountOf);

    /// <summary>All classes of a set.</summary>
    public static ClassPart AllOf(ClassSet set, string name = "all")
    {
        ArgumentNullException.ThrowIfNull(set);
        return new ClassPart(name, set, [.. Enumerable.Range(0, set.ClassCount)]);
    }

    /// <summary>A copy of its examples, bytes class after class: what goes to a device.</summary>
    public byte[] ReadBytes() => Set.ReadBytes(Rows());

    /// <summary>A copy of its examples, floats class after class.</summary>
    public float[] ReadFloats() => Set.ReadFloats(Rows());

    /// <summary>Refuses examples that a network does not take.</summary>
    /// <param name="shape">What it takes.</param>
    /// <param name="model">Its name, for the message.</param>
    public void CheckShape(ExampleShape shape, string model)
    {
        if (Set.Shape == shape) return;
        throw new DataException(
            $"The examples of '{Name}' are {Set.Shape}, but '{model}' takes {shape}; "
            + $"{(shape.IsVector || Set.Shape.IsVector ? "" : "transform them with '[Resize]', '[Grey]' or '[Rgb]', or ")}"
            + "change the model's '[Input]'.");
    }

    /// <summary>Refuses rows of a table that a network does not take, the last of whose columns is the target.</summary>
    /// <param name="inputs">How many others it takes.</param>
    /// <param name="model">Its name, for the message.</param>
    public void CheckColumns(int inputs, string model)
    {
        if (Set.Shape == ExampleShape.Vector(inputs + 1)) return;
        var columns = Set.Shape.Elements - 1;
        throw new DataException(
            $"A row of '{Name}' has {Text.Of(columns, "column")} beside the target, but '{model}' takes "
            + $"{Text.Count(inputs)}; name those that count with 'Columns', or write '[Input({Text.Plain(columns)})]'.");
    }

    /// <summary>The same classes in a set that <see cref="ClassSet.WithRotations"/> made of theirs.</summary>
    internal ClassPart In(ClassSet rotated) =>
        new(Name, rotated, [.. Classes.SelectMany(one => Enumerable.Range(one * rotated.Rotations, rotated.Rotations))]);

    private long[] Rows()
    {
        var rows = new long[ExampleCount];
        var next = 0;
        foreach (var one in Classes)
        {
            for (var row = Set.Starts[one]; row < Set.Starts[one + 1]; row++) rows[next++] = row;
        }

        return rows;
    }

    /// <summary>Refuses tasks that the part has too few classes or examples for.</summary>
    internal void Check(int ways, int examples)
    {
        if (ClassCount < ways)
        {
            throw new DataException(
                $"The split '{Name}' has {Text.Of(ClassCount, "class", "classes")}, but a task needs {Text.Count(ways)}; "
                + $"give '{Name}' more classes, or declare fewer ways.");
        }

        foreach (var one in Classes)
        {
            if (Set.CountOf(one) >= examples) continue;
            throw new DataException(
                $"The class '{Set.Names[one]}' of the split '{Name}' has {Text.Of(Set.CountOf(one), "example")}, but a task needs "
                + $"{Text.Count(examples)} of a class; declare fewer shots or queries, or leave small classes out with "
                + $"'{nameof(ClassSet.WithAtLeast)}'.");
        }
    }
}
