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

    /// <summary>All classes of a set.</summary>
    public static ClassPart AllOf(ClassSet set, string name = "all")
    {
        ArgumentNullException.ThrowIfNull(set);
        return new ClassPart(name, set, [.. Enumerable.Range(0, set.ClassCount)]);
    }

    /// <summary>The same classes in a set that <see cref="ClassSet.WithRotations"/> made of theirs.</summary>
    internal ClassPart In(ClassSet rotated) =>
        new(Name, rotated, [.. Classes.SelectMany(one => Enumerable.Range(one * rotated.Rotations, rotated.Rotations))]);

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
