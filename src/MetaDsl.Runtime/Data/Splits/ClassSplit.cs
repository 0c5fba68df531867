namespace MetaDsl;

/// <summary>
/// Classes for training, for validation and for testing. However it is made, no class is in two parts, nor are two rotations of one class:
/// each class is dealt to one part or to none.
/// </summary>
public sealed class ClassSplit
{
    private const int NoPart = -1;

    private static readonly string[] PartNames = ["train", "validation", "test"];

    private ClassSplit(ClassPart train, ClassPart validation, ClassPart test) => (Train, Validation, Test) = (train, validation, test);

    /// <summary>The classes to train on.</summary>
    public ClassPart Train { get; }

    /// <summary>The classes to choose settings by; may have none.</summary>
    public ClassPart Validation { get; }

    /// <summary>The classes to test on; may have none.</summary>
    public ClassPart Test { get; }

    /// <summary>So many classes each, in the order of the set, or shuffled. Classes that are left over are in no part.</summary>
    /// <param name="set">The classes; of a set with rotations, the original ones count.</param>
    /// <param name="train">Classes to train on.</param>
    /// <param name="validation">Classes to choose settings by.</param>
    /// <param name="test">Classes to test on.</param>
    /// <param name="shuffle">Where a random order comes from; the set's own unless given.</param>
    public static ClassSplit ByCounts(ClassSet set, int train, int validation, int test, RandomStream? shuffle = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(train);
        ArgumentOutOfRangeException.ThrowIfNegative(validation);
        ArgumentOutOfRangeException.ThrowIfNegative(test);
        var origins = set.ClassCount / set.Rotations;
        var wanted = (long)train + validation + test;
        if (wanted > origins)
        {
            throw new DataException(
                $"The split asks for {Text.Count(train)} + {Text.Count(validation)} + {Text.Count(test)} = "
                + $"{Text.Of(wanted, "class", "classes")} (train, validation, test), but there are {Text.Count(origins)}; ask for fewer.");
        }

        var order = new int[origins];
        if (shuffle is { } random) Shuffle.Choose(random, order, Shuffle.Deck(origins));
        else for (var i = 0; i < origins; i++) order[i] = i;
        var partOf = new int[origins];
        for (var i = 0; i < origins; i++) partOf[order[i]] = i < train ? 0 : i < train + validation ? 1 : i < wanted ? 2 : NoPart;
        return Of(set, partOf);
    }

    /// <summary>Such shares of the classes, rounded, at random. Shares of less than 1 in all leave classes over.</summary>
    public static ClassSplit ByRatio(ClassSet set, double train, double validation, double test, RandomStream random)
    {
        double[] shares = [train, validation, test];
        if (shares.Any(share => !(share >= 0)) || shares.Sum() > 1 + 1e-9)
        {
            throw new ArgumentException(
                $"The shares are {Text.List([.. shares.Select(Text.Number)])}; use numbers from 0 that add up to 1 at most.",
                nameof(train));
        }

        // Rounding the borders rather than the parts, no class is lost or dealt twice.
        var origins = set.ClassCount / set.Rotations;
        var (first, second, third) = (Border(train), Border(train + validation), Border(train + validation + test));
        return ByCounts(set, first, second - first, third - second, random);

        int Border(double share) => Math.Min(origins, (int)Math.Floor((share * origins) + 0.5 + 1e-9));
    }

    /// <summary>Whole groups, such as Omniglot's alphabets, by name. Groups that are not named are in no part.</summary>
    public static ClassSplit ByGroups(
        ClassSet set, IReadOnlyList<string> train, IReadOnlyList<string>? validation = null, IReadOnlyList<string>? test = null)
    {
        var partOf = Named(
            "group",
            set.Groups.Distinct().ToArray(),
            [(train, PartNames[0]), (validation ?? [], PartNames[1]), (test ?? [], PartNames[2])]);
        return Of(set, [.. Origins(set).Select(origin => partOf.GetValueOrDefault(set.Groups[origin], NoPart))]);
    }

    /// <summary>
    /// Lists of class names as papers publish them: text files with one name a line, in which empty lines and those that start with # are
    /// passed over. Classes that are not listed are in no part.
    /// </summary>
    public static ClassSplit ByLists(ClassSet set, DataFile train, DataFile? validation = null, DataFile? test = null)
    {
        var lists = new[] { train, validation, test }
            .Select((file, part) => ((IReadOnlyList<string>)(file is null ? [] : NamesIn(file)), file?.Name ?? PartNames[part]))
            .ToArray();
        var partOf = Named("class", [.. Origins(set).Select(origin => set.Names[origin])], lists);
        return Of(set, [.. Origins(set).Select(origin => partOf.GetValueOrDefault(set.Names[origin], NoPart))]);
    }

    /// <summary>A set for each part, for data that is published in parts; no class may be in two of them by name.</summary>
    /// <param name="train">The classes to train on.</param>
    /// <param name="validation">The classes to choose settings by; none unless given.</param>
    /// <param name="test">The classes to test on; none unless given.</param>
    /// <param name="areNumbered">Whether classes are called by numbers that mean nothing outside their set, so that equal ones are no
    /// mistake.</param>
    public static ClassSplit OfSets(ClassSet train, ClassSet? validation = null, ClassSet? test = null, bool areNumbered = false)
    {
        ClassPart[] parts =
        [
            ClassPart.AllOf(train, PartNames[0]),
            validation is null ? new ClassPart(PartNames[1], train, []) : ClassPart.AllOf(validation, PartNames[1]),
            test is null ? new ClassPart(PartNames[2], train, []) : ClassPart.AllOf(test, PartNames[2]),
        ];
        var seen = new Dictionary<string, string>();
        foreach (var part in parts.Where(part => part.ClassCount > 0))
        {
            if (part.Set.Shape != train.Shape || part.Set.IsBytes != train.IsBytes)
            {
                throw new DataException(
                    $"The examples of '{part.Name}' are {part.Set.Shape} where those of 'train' are {train.Shape}; "
                    + "read them with the same options.");
            }

            foreach (var name in part.Set.Names)
            {
                if (!seen.TryAdd(name, part.Name) && !areNumbered)
                    throw new DataException($"The class '{name}' is in '{seen[name]}' and in '{part.Name}'; leave it out of one.");
            }
        }

        return new ClassSplit(parts[0], parts[1], parts[2]);
    }

    /// <summary>
    /// The same split with every class in four rotations, each a class of its own, as <see cref="ClassSet.WithRotations"/> makes them.
    /// </summary>
    public ClassSplit WithRotations()
    {
        var sets = new[] { Train.Set, Validation.Set, Test.Set }.Distinct().ToDictionary(set => set, set => set.WithRotations());
        return new ClassSplit(Train.In(sets[Train.Set]), Validation.In(sets[Validation.Set]), Test.In(sets[Test.Set]));
    }

    private static ClassSplit Of(ClassSet set, int[] partOfOrigin)
    {
        ClassPart[] parts = [.. PartNames.Select((name, part) => new ClassPart(name, set, ClassesOf(part)))];
        return new ClassSplit(parts[0], parts[1], parts[2]);

        int[] ClassesOf(int part) => [.. Enumerable.Range(0, set.ClassCount).Where(one => partOfOrigin[one / set.Rotations] == part)];
    }

    /// <summary>The part of each name, where each is known and none is in two parts.</summary>
    private static Dictionary<string, int> Named(
        string kind, IReadOnlyList<string> known, IReadOnlyList<(IReadOnlyList<string> Names, string List)> lists)
    {
        var (exists, partOf) = (known.ToHashSet(), new Dictionary<string, int>());
        for (var part = 0; part < lists.Count; part++)
        {
            foreach (var name in lists[part].Names)
            {
                if (!exists.Contains(name))
                {
                    throw new DataException(
                        $"The split '{lists[part].List}' names the {kind} '{name}', but there is none; the first of "
                        + $"{Text.Count(known.Count)} are {Text.List([.. known.Take(5).Select(one => $"'{one}'")])}.");
                }

                if (!partOf.TryAdd(name, part))
                {
                    throw new DataException(
                        $"The {kind} '{name}' is in '{lists[partOf[name]].List}' and in '{lists[part].List}'; leave it out of one.");
                }
            }
        }

        return partOf;
    }

    private static IEnumerable<int> Origins(ClassSet set) =>
        Enumerable.Range(0, set.ClassCount / set.Rotations).Select(origin => origin * set.Rotations);

    private static string[] NamesIn(DataFile file)
    {
        string[] names = [.. file.ReadText().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];
        return names.Length > 0 ? names : throw new DataException(file.Name, "", "it names no class", "list one name a line");
    }
}
