namespace MetaDsl.Generators.Layers;

/// <summary>What a network learns of the experiment it serves in: the classes of a task, and the steps by which it adapts.</summary>
internal sealed record SettingSpec(int Ways, int Steps)
{
    /// <summary>A network by itself.</summary>
    public static readonly SettingSpec None = new(1, 1);

    /// <summary>The different weights with which a task passes through the network: before adapting, and after each step.</summary>
    public int Passes => Steps + 1;
}
