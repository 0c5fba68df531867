using System;
using System.Collections.Generic;
using System.Linq;
using MetaDsl.Generators.Specs;

namespace MetaDsl.Generators.Tensors;

/// <summary>
/// The length of one axis. The number of tasks is known only at run time, so an axis is a number, or that number times the tasks:
/// 10 examples, the tasks themselves (1 times), or the 10 examples of all tasks in a row. An axis with a name is printed by it: that of
/// a constant, or of a variable where a method takes any number of examples.
/// </summary>
internal readonly record struct Dim(int Count, bool TimesTasks = false, string Name = "")
{
    public static readonly Dim Tasks = new(1, true);

    /// <summary>
    /// Whether its name is that of a variable: then the count is no more than a guess, and nothing may be computed from it.
    /// </summary>
    public bool IsVariable => Name.Length > 0 && char.IsLower(Name[0]);

    // Written out: shapes are compared more than anything else, and what C# makes of a record goes through a comparer for each member.
    public bool Equals(Dim other) => Count == other.Count && TimesTasks == other.TimesTasks && Name == other.Name;

    public override int GetHashCode() => unchecked((Count * 2) + (TimesTasks ? 1 : 0));

    public static Dim operator *(Dim left, Dim right)
    {
        if (left.TimesTasks && right.TimesTasks) throw new InvalidOperationException("an axis cannot count the tasks twice");
        if (left == new Dim(1)) return right;
        if (right == new Dim(1)) return left;
        var timesTasks = left.TimesTasks || right.TimesTasks;
        // The name comes first, so that a product has one name whatever the order of its factors.
        var name = timesTasks ? "" : left.Name.Length > 0 ? $"{left} * {right}" : right.Name.Length > 0 ? $"{right} * {left}" : "";
        return new Dim(left.Count * right.Count, timesTasks, name);
    }

    public override string ToString() => Name.Length > 0 ? Name
        : !TimesTasks ? Count.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : Count == 1 ? "tasks"
        : $"tasks·{Count}";
}

/// <summary>The shape of a value. Element type and device are the experiment's, one for all its values.</summary>
internal sealed record TensorType(EquatableArray<Dim> Dims)
{
    public static readonly TensorType Scalar = new(EquatableArray<Dim>.Empty);

    public int Rank => Dims.Count;

    /// <summary>Whether each task has its own: then the first axis counts the tasks.</summary>
    public bool IsPerTask => Rank > 0 && Dims[0].TimesTasks;

    /// <summary>How many numbers it holds, of one task where each has its own.</summary>
    public long Elements
    {
        get
        {
            var product = 1L;
            for (var i = 0; i < Rank; i++) product *= Dims[i].Count;
            return product;
        }
    }

    public static TensorType Of(params int[] sizes) => new(new EquatableArray<Dim>(sizes.Select(size => new Dim(size))));

    public static TensorType Of(IEnumerable<Dim> dims) => new(new EquatableArray<Dim>(dims));

    /// <summary>The axes from the given one on, behind others.</summary>
    public TensorType From(int axis, params Dim[] before) => Of([.. before, .. Dims.Skip(axis)]);

    public static TensorType Broadcast(TensorType left, TensorType right)
    {
        if (left == right) return left;
        var (rank, one) = (Math.Max(left.Rank, right.Rank), new Dim(1));
        var dims = new Dim[rank];
        for (var i = 1; i <= rank; i++)
        {
            var l = i <= left.Rank ? left.Dims[left.Rank - i] : one;
            var r = i <= right.Rank ? right.Dims[right.Rank - i] : one;
            dims[rank - i] = l == r || r == one ? l
                : l == one ? r
                : throw new ShapeException($"shapes {left} and {right} do not fit together");
        }

        return Of(dims);
    }

    public override string ToString() => "[" + string.Join(", ", Dims) + "]";
}

/// <summary>
/// Shapes that do not fit. In a user's <c>Forward</c> it becomes the reason of a complaint; all else that users declare is checked before,
/// so elsewhere it is a mistake of the compiler.
/// </summary>
internal sealed class ShapeException(string message) : Exception(message);
