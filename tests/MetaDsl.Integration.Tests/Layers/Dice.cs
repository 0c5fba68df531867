namespace MetaDsl.Integration.Tests.Layers;

/// <summary>Choices at random from a seed, and names that are new in a network.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);
    private int names;

    /// <summary>What the blocks of the network at hand are called before their number.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Whether the norms of the network at hand take the statistics of the support: all of them, or none.</summary>
    public bool LooksAtSupport { get; set; }

    public int Below(int count) => random.Next(count);

    public double Number() => random.NextDouble();

    /// <summary>Uniform from -1 to 1.</summary>
    public double Signed() => (2 * random.NextDouble()) - 1;

    public bool Chance(double share) => random.NextDouble() < share;

    public T Of<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public int Divisor(int number) => Of([.. Enumerable.Range(1, number).Where(divisor => number % divisor == 0)]);

    /// <summary>One of the choices, each as likely as its weight says.</summary>
    public T Weighted<T>(IReadOnlyList<(T Choice, double Weight)> choices)
    {
        var left = random.NextDouble() * choices.Sum(choice => choice.Weight);
        foreach (var (choice, weight) in choices)
        {
            left -= weight;
            if (left < 0) return choice;
        }

        return choices[^1].Choice;
    }

    public string NewName() => $"own{++names}";

    public string NewBlock() => $"{Prefix}Block{++names}";

    /// <summary>A network of another name begins.</summary>
    public void Begin(string prefix) => (Prefix, names) = (prefix, 0);
}

/// <summary>Arguments with names, of which some are said.</summary>
internal sealed class Options(Dice dice)
{
    private readonly Dictionary<string, object> said = [];

    public IReadOnlyDictionary<string, object> Said => said;

    /// <summary>One of the choices, said; or nothing said, and what holds then.</summary>
    public T Maybe<T>(string name, T otherwise, params IReadOnlyList<T> choices)
    {
        if (dice.Chance(0.4)) return otherwise;
        return Say(name, dice.Of(choices));
    }

    public T Say<T>(string name, T value)
    {
        said[name] = value!;
        return value;
    }

    /// <summary>A name of its own, now and then.</summary>
    public void MaybeName()
    {
        if (dice.Chance(0.15)) Say("Name", dice.NewName());
    }
}
