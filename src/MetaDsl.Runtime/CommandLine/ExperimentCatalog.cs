using System.Reflection;

namespace MetaDsl;

/// <summary>The experiments of a program: what implements <see cref="IExperiment"/> and can be made from a seed.</summary>
internal sealed class ExperimentCatalog
{
    private const string HowToDeclare =
        "declare one with [Experiment<TModel, TTasks>] on a partial class, beside [Maml], [OuterLoop] and [Evaluation]";

    private readonly string program;

    private ExperimentCatalog(string program, IEnumerable<Type> types)
    {
        this.program = program;
        var found = types.Where(IsExperiment).ToList();
        var ambiguous = found
            .CountBy(type => type.Name, StringComparer.OrdinalIgnoreCase)
            .Where(pair => pair.Value > 1)
            .Select(pair => pair.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Entries =
        [
            .. found
                .Select(type => new ExperimentEntry(ambiguous.Contains(type.Name) ? ExperimentEntry.FullName(type) : type.Name, type))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>By name. Experiments whose class names differ only in case or namespace go by their full names.</summary>
    public IReadOnlyList<ExperimentEntry> Entries { get; }

    public static ExperimentCatalog Of(Assembly assembly)
    {
        var name = assembly.GetName().Name ?? "this program";
        try
        {
            return new ExperimentCatalog(name, assembly.GetTypes());
        }
        catch (ReflectionTypeLoadException e)
        {
            // A type that misses a library must not hide the experiments that load.
            return new ExperimentCatalog(name, e.Types.OfType<Type>());
        }
    }

    public static ExperimentCatalog Of(string program, params Type[] types) => new(program, types);

    /// <summary>The experiment of that name, in any case; with no name, the only one there is.</summary>
    public ExperimentEntry Find(string? name, string command, string? verb = null)
    {
        if (Entries.Count == 0) throw NoExperiment();
        if (name is null)
        {
            return Entries.Count == 1
                ? Entries[0]
                : throw new CommandLineException(
                    $"'{program}' has {Entries.Count} experiments; say which to {verb ?? command}: {Names()}, "
                    + $"as in '{command} {Entries[0].Name}'.");
        }

        // Full names of an ambiguous class may differ in case alone.
        return Entries.FirstOrDefault(entry => entry.Name == name)
            ?? Entries.FirstOrDefault(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandLineException($"There is no experiment '{name}'; '{program}' has {Names()}.");
    }

    public CommandLineException NoExperiment() => new($"'{program}' has no experiment; {HowToDeclare}.");

    private static bool IsExperiment(Type type) =>
        typeof(IExperiment).IsAssignableFrom(type)
        && type is { IsAbstract: false, IsInterface: false, ContainsGenericParameters: false }
        && type.GetConstructor([typeof(long)]) is not null;

    private string Names() => Text.List([.. Entries.Select(entry => entry.Name)]);
}
