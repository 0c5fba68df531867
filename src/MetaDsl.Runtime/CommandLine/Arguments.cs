using System.Globalization;

namespace MetaDsl;

/// <summary>A command line, understood.</summary>
internal sealed record Arguments
{
    /// <summary>The seed of every run that names none.</summary>
    public const long DefaultSeed = 1;

    /// <summary>The command of two words.</summary>
    public const string ShowTasks = "tasks show";

    /// <summary>Tasks that are shown unless a number is given.</summary>
    public const int DefaultCount = 4;

    /// <summary>More tasks than anybody looks at, and few enough for memory.</summary>
    public const int MostCount = 1000;

    private static readonly Dictionary<string, string[]> OptionsOf = new()
    {
        ["help"] = [],
        ["list"] = [],
        ["train"] = ["--iterations", "--seed", "--tasks", "--on", "--quick", "--data", "--output"],
        ["evaluate"] = ["--seed", "--tasks", "--on", "--quick", "--data"],
        ["inspect"] = ["--seed"],
        [ShowTasks] = ["--count", "--part", "--seed", "--data", "--output"],
    };

    private static readonly string[] TakeName = ["train", "evaluate", "inspect", ShowTasks];

    private static readonly TaskPart[] Parts = [TaskPart.Training, TaskPart.Validation, TaskPart.Test];

    public string Command { get; private init; } = "help";

    /// <summary>The experiment as it was typed; null where none was.</summary>
    public string? Experiment { get; private init; }

    public int? Iterations { get; private init; }

    public long Seed { get; private init; } = DefaultSeed;

    public int? Tasks { get; private init; }

    public bool Quick { get; private init; }

    /// <summary>Tasks to show.</summary>
    public int Count { get; private init; } = DefaultCount;

    /// <summary>What the tasks to show are drawn for.</summary>
    public TaskPart Part { get; private init; } = TaskPart.Training;

    /// <summary>What the tasks to evaluate on are drawn for.</summary>
    public TaskPart On { get; private init; } = TaskPart.Test;

    /// <summary>The folder that declared data lie in; null where none is given.</summary>
    public string? Data { get; private init; }

    /// <summary>The folder that files are written to, or for tasks to show a file.</summary>
    public string Output { get; private init; } = "artifacts";

    public static Arguments Parse(IReadOnlyList<string> args)
    {
        if (args.Count == 0 || args.Any(arg => arg is "-h" or "-?" or "--help")) return new Arguments();

        var (command, words) = CommandOf(args);
        if (!OptionsOf.TryGetValue(command, out var options))
            throw new CommandLineException($"There is no command '{command}'; use one of {Text.List([.. OptionsOf.Keys.Order()])}.");

        var result = new Arguments { Command = command };
        var seen = new HashSet<string>();
        for (var index = words; index < args.Count; index++)
        {
            if (!args[index].StartsWith('-'))
            {
                result = result.WithName(args[index]);
                continue;
            }

            var (name, value) = SplitAtEquals(args[index]);
            if (!options.Contains(name)) throw new CommandLineException($"'{command}' has no option '{name}'; {Known(options)}.");
            if (!seen.Add(name)) throw new CommandLineException($"'{name}' is given twice; give it once.");
            if (name == "--quick")
            {
                if (value is not null) throw new CommandLineException("'--quick' takes no value; write it alone.");
                result = result with { Quick = true };
                continue;
            }

            // A value may be negative, so only a further option shows that there is none.
            if (value is null && index + 1 < args.Count && !args[index + 1].StartsWith("--", StringComparison.Ordinal))
                value = args[++index];
            if (string.IsNullOrEmpty(value)) throw new CommandLineException($"'{name}' needs a value, as in '{name} {Example(name)}'.");
            result = result.With(name, value);
        }

        return result;
    }

    /// <summary>The command, and how many words it has.</summary>
    private static (string Command, int Words) CommandOf(IReadOnlyList<string> args)
    {
        if (args[0] != "tasks") return (args[0], 1);
        return args.Count > 1
            ? ($"tasks {args[1]}", 2)
            : throw new CommandLineException($"'tasks' does nothing alone; write '{ShowTasks}'.");
    }

    private static string Known(string[] options) => options.Length == 0 ? "it has none" : $"it has {Text.List(options)}";

    private static string Example(string option) => option switch
    {
        "--iterations" => "1000",
        "--tasks" => "600",
        "--output" => "artifacts",
        "--data" => "path/to/data",
        "--on" => "validation",
        "--part" => "test",
        "--count" => "4",
        _ => "1",
    };

    private static (string Name, string? Value) SplitAtEquals(string arg)
    {
        var equals = arg.IndexOf('=');
        return equals < 0 ? (arg, null) : (arg[..equals], arg[(equals + 1)..]);
    }

    private Arguments WithName(string name)
    {
        if (!TakeName.Contains(Command)) throw new CommandLineException($"'{Command}' takes no '{name}'; write it alone.");
        if (Experiment is not null)
            throw new CommandLineException($"'{Command}' takes one experiment, but '{Experiment}' and '{name}' are given; leave one out.");
        return this with { Experiment = name };
    }

    private Arguments With(string option, string value) => option switch
    {
        "--iterations" => this with { Iterations = PositiveNumber(option, value, int.MaxValue) },
        "--tasks" => this with { Tasks = PositiveNumber(option, value, TaskErrors.MostOfAnyMemory) },
        "--seed" => this with { Seed = WholeNumber(option, value) },
        "--count" => this with { Count = PositiveNumber(option, value, MostCount) },
        "--part" => this with { Part = PartOf(option, value) },
        "--on" => this with { On = PartOf(option, value) },
        "--data" => this with { Data = value },
        _ => this with { Output = value },
    };

    private static TaskPart PartOf(string option, string value)
    {
        foreach (var part in Parts)
        {
            if (TaskPicture.NameOf(part) == value) return part;
        }

        throw new CommandLineException($"'{option}' is '{value}'; use training, validation or test.");
    }

    private static int PositiveNumber(string option, string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
            ? number
            : throw new CommandLineException($"'{option}' is '{value}'; use a whole number from 1 to {most}.");

    private static long WholeNumber(string option, string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new CommandLineException($"'{option}' is '{value}'; use a whole number from {long.MinValue} to {long.MaxValue}.");
}
